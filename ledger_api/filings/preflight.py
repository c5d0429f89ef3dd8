"""Asks the node what carrying a filing would do now, before anything is promised, and again when a transaction failed.

The answer is the contract's own error, in words, or nothing: it would be carried.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger_api.chain.codec import Codec
from ledger_api.domain.errors import LedgerError, NotNow, Refused, refusal
from ledger_api.domain.filing import Filing
from ledger_api.filings.asking import asking
from ledger_api.ports.chain import CallReverted, Chain

TRANSACTION_GAS: Final = 16_777_216
"""The most one transaction may have (EIP-7825)."""
_SAID_WITHOUT_DATA: Final = "out of gas"


@dataclass(frozen=True, slots=True)
class Preflight:
    """Asks about filings for the ledger at `ledger`."""

    chain: Chain
    codec: Codec
    ledger: bytes

    def why_not(self, filing: Filing, seals: Sequence[bytes]) -> LedgerError | None:
        """Why the ledger would refuse it now; None when it would not. Raises NotNow when the node cannot say."""
        try:
            with asking():
                self.chain.call(self.ledger, self.codec.encode_file(filing, seals), gas=TRANSACTION_GAS)
        except CallReverted as error:
            return self.explained(error.data)
        except NotNow as error:
            if _SAID_WITHOUT_DATA in str(error.__cause__).lower():
                return Refused("out-of-gas")
            raise
        return None

    def explained(self, data: bytes) -> LedgerError:
        """A contract's error in words."""
        found = self.codec.decode_error(data)
        if not found.name:
            return Refused("contract-error", name="0x" + data[:4].hex())
        return refusal(found.name, found.args)
