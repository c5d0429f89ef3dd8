"""`python -m ledger_api.cli` is `dpr`."""

from ledger_api.cli import main

main()
