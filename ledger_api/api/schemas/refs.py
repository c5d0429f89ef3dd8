"""How answers point at parties."""

from pydantic import Field

from ledger_api.api.schemas.base import Outgoing
from ledger_api.domain.ids import party_id


class PartyRef(Outgoing):
    """A party."""

    id: str
    name: str | None = Field(description="Its public name; null where it is withheld or not known here.")

    @classmethod
    def of(cls, number: int, name: str | None) -> "PartyRef":
        """A party by its number."""
        return cls(id=party_id(number), name=name)
