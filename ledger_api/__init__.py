"""The facade of the Data Rights Ledger 数据产权登记簿.

An exchange, banks and data merchants use it without knowing that there is a chain underneath; `domain` holds
the pure rules, and every other room depends on it.
"""

import os

# eth-hash takes the slower of two installed backends unless told; it must be told before its first import.
os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")
