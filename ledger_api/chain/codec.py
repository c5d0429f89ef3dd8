"""The codec: everything that crosses between our values and the ledger's bytes, behind one door.

`Codec.load()` reads the committed artifacts once; it is immutable and may be shared between threads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ledger_api.chain import envelope
from ledger_api.chain.abi import Param, WrongArguments
from ledger_api.chain.acts import ActCall, Acts, ActSpec, UnknownAct
from ledger_api.chain.envelope import Filed, Refused, Withdrawn
from ledger_api.chain.lines import Line, Lines, LineSpec, WordWrite
from ledger_api.chain.refusals import ContractError, Refusals
from ledger_api.domain.filing import Domain, Filing, SealedFiling
from ledger_api.ports.chain import Log

__all__ = [
    "ActCall",
    "ActSpec",
    "Codec",
    "ContractError",
    "Filed",
    "Line",
    "LineSpec",
    "Param",
    "Refused",
    "UnknownAct",
    "Withdrawn",
    "WordWrite",
    "WrongArguments",
]


@dataclass(frozen=True, slots=True)
class Codec:
    """Acts, lines, errors and filings, both ways."""

    _acts: Acts
    _lines: Lines
    _refusals: Refusals

    @classmethod
    def load(cls) -> "Codec":
        """The codec of the committed artifacts, made once a process; raises ArtifactsMissing."""
        return _load()

    @property
    def acts(self) -> Mapping[str, ActSpec]:
        """Every act of every chapter, by name."""
        return self._acts.by_name

    @property
    def lines(self) -> Mapping[bytes, LineSpec]:
        """Every event that is a line, by topic."""
        return self._lines.by_topic

    @property
    def errors(self) -> Mapping[str, tuple[Param, ...]]:
        """Every error of the contracts, by name, with its parameters."""
        return self._refusals.by_name

    def act(self, name: str) -> ActSpec:
        """An act by name; raises UnknownAct."""
        return self._acts.spec(name)

    def encode_act(self, name: str, args: Mapping[str, Any]) -> bytes:
        """Calldata of an act. Packed words may be given as Word or int; raises UnknownAct, WrongArguments."""
        return self._acts.encode(name, args)

    def decode_act(self, data: bytes) -> ActCall:
        """Read an act's calldata; raises UnknownAct, WrongArguments."""
        return self._acts.decode(data)

    def decode_line(self, log: Log) -> Line | None:
        """The line a log of the ledger is; None when it is none."""
        return self._lines.decode(log)

    def decode_error(self, data: bytes) -> ContractError:
        """Why a call was refused, from its revert data."""
        return self._refusals.decode(data)

    def error_name(self, selector: bytes) -> str:
        """The error with these first four bytes; empty when unknown."""
        return self._refusals.name_of(selector)

    def filing_digest(self, domain: Domain, filing: Filing) -> bytes:
        """What every signatory signs (EIP-712)."""
        return envelope.digest(domain, filing)

    def typed_data(self, domain: Domain, filing: Filing) -> dict[str, Any]:
        """The same as JSON for eth_signTypedData_v4."""
        return envelope.typed_data(domain, filing)

    def encode_file(self, filing: Filing, seals: Sequence[bytes]) -> bytes:
        """Calldata that carries one filing."""
        return envelope.encode_file(SealedFiling(filing, tuple(seals)))

    def encode_file_all(self, filings: Sequence[SealedFiling], gas_each: int) -> bytes:
        """Calldata that carries several, each for itself."""
        return envelope.encode_file_all(filings, gas_each)

    def decode_filings(self, data: bytes) -> tuple[SealedFiling, ...]:
        """The filings in calldata of `file` or `fileAll`; none for other calldata."""
        return envelope.decode_filings(data)

    def decode_filing_event(self, log: Log) -> Filed | Refused | Withdrawn | None:
        """What a log says of a filing; None when it says nothing of one."""
        return envelope.decode_event(log)


@lru_cache(maxsize=1)
def _load() -> Codec:
    return Codec(Acts(), Lines(), Refusals())
