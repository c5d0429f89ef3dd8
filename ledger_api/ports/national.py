"""The national data property registration system 国家数据产权登记服务系统: what it acknowledged decides over what stands here (rule 29).

It has no published interface yet. Until it has, `ManualNationalSystem` takes what a person copied from it, and the pair that
completes the registration reads it in the sentence both sign: two persons for one imported fact (rule 3).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import rfc8785

from ledger_api.domain import readings
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.readings import Digest


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the national system answered for one case."""

    reference: str
    """The number it gave."""
    received: str
    """When it says it received the case, RFC 3339 with its offset."""
    document: Digest
    """Its receipt as a file."""

    @property
    def canonical(self) -> bytes:
        """The document whose keccak256 is anchored (RFC 8785)."""
        return rfc8785.dumps(
            {"document": str(self.document), "received_at": self.received, "reference": self.reference}
        )


class NationalSystem(Protocol):
    """A connection to the national system."""

    def acknowledgement(self, given: Mapping[str, Any], where: str) -> Acknowledgement:
        """What it acknowledged, for what was asked. Raises NotUnderstood naming the field below `where`."""
        ...


class ManualNationalSystem:
    """No connection: the acknowledgement is what was typed in, complete and well-formed."""

    def acknowledgement(self, given: Mapping[str, Any], where: str) -> Acknowledgement:
        """See the port."""
        readings.only(given, ("reference", "received_at", "document"), where)
        reference = readings.text(given.get("reference"), f"{where}.reference", 64)
        received = given.get("received_at")
        readings.moment(received, f"{where}.received_at")
        if not isinstance(received, str):
            raise NotUnderstood("value-not-valid", field=f"{where}.received_at", wanted="2026-08-03T09:00:00+08:00")
        return Acknowledgement(reference, received, readings.digest(given.get("document"), f"{where}.document"))
