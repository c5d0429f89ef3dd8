"""What Hardhat would be, in Python: compiling, the embedded chain and deployment of the ledger's contracts.

It stands alone and never imports the facade; start it with `python -m hardhat_free_env`.
"""

import os

# eth-hash takes the slower of two installed backends unless told; it must be told before its first import.
os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")
