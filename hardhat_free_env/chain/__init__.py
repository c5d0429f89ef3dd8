"""The embedded chain: an EVM (Cancun) in one process over one SQLite file, one durable commit a block.

Open it with `Node.open`, serve it with `python -m hardhat_free_env node`. See `errors.py` for what it refuses.
"""

import os

# eth-hash would pick pycryptodome, seven times slower, when both are installed.
os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")
