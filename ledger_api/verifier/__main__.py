"""`python -m ledger_api.verifier FILE`, or `python -m dpr_verifier FILE` where it is installed by itself."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
