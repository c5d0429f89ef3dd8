"""Checks an evidence bundle: what a register of data rights said of one entry, proved to somebody who trusts only a pinned chain.

Stands alone: it imports nothing else of the register, asks no network, and can be installed by itself as `dpr-verifier`.

    report = verify(Path("bundle.json").read_bytes(), Pin(genesis_hash, signer, ledger))
    report.valid, report.failing, report.describe("en")
"""

import os

# eth-hash takes the slower of two installed backends unless told; it must be told before its first import.
os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")

from .pin import Pin, PinMalformed
from .report import Finding, Report
from .verification import verify

__all__ = ["Finding", "Pin", "PinMalformed", "Report", "verify"]
