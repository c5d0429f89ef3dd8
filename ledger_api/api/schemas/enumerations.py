"""Codes with their terms."""

from typing import Literal

from pydantic import Field

from ledger_api.api.schemas.base import Outgoing
from ledger_api.domain.enumerations import Enumeration as DomainEnumeration


class Term(Outgoing):
    """One code."""

    code: str = Field(description="How requests and answers write it.")
    value: int | None = Field(description="What stands on chain: a position, or the bit of a set. None: not on chain.")
    zh: str
    en: str


class Enumeration(Outgoing):
    """All codes of one kind."""

    name: str
    kind: Literal["code", "mask"] = Field(description="`mask`: any number of them may hold at once.")
    zh: str
    en: str
    terms: list[Term]

    @classmethod
    def of(cls, found: DomainEnumeration) -> "Enumeration":
        """As the domain has it."""
        terms = [Term(code=each.code, value=each.value, zh=each.zh, en=each.en) for each in found.terms]
        return cls(name=found.name, kind=found.kind, zh=found.zh, en=found.en, terms=terms)


class Enumerations(Outgoing):
    """Every kind of code."""

    data: list[Enumeration]
