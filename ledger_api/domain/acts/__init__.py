"""The catalogue of acts: what people give for each, where it goes in the ledger's parameters, and how it reads.

The tables lie here, a chapter each; this module gives them their types. Checked against the contracts for completeness: no act, no
parameter and no term is left out. A row says

writes              the journal the act writes its line in: entry, licence, book, party, none; it numbers what later acts may mean by #n
makes               what has that number: entry, case, objection, licence, listing, batch, statement, party, officer, burden,
                    attestation, source, lineage
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, TypeAlias

from ledger_api.domain import tables
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.phrases import Phrase, phrase

Journal: TypeAlias = Literal["entry", "licence", "book", "party", "none"]
Absent: TypeAlias = Literal["fill", "kept", "none", "any", "credential", "no"]

ABSENCES: Final[Mapping[str, Phrase]] = {
    "none": phrase("无", "none"),
    "any": phrase("不限", "any"),
    "credential": phrase("与凭证同期", "as long as the credential"),
    "no": phrase("否", "no"),
}
"""How a term reads that was left out and is neither filled in nor kept."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing people give: `kind` says how it is written, `to` which parameters it becomes."""

    name: str
    kind: str
    to: tuple[str, ...]
    absent: Absent | None
    """None: it must be given."""
    default: str | None
    """A code that holds unless another is given."""


@dataclass(frozen=True, slots=True)
class ActForm:
    """One act as people know it."""

    name: str
    title: Phrase
    writes: Journal
    """Whose journal its line is in; the line's number is the number of what it `makes`."""
    makes: str
    terms: Mapping[str, Term]
    sentence: Phrase
    """What signers read; speaks of every term."""


@cache
def catalogue() -> Mapping[str, ActForm]:
    """Every act by its name."""
    return {name: _form(name, said) for name, said in tables.rows(resources.files(__package__)).items()}


def form(name: str) -> ActForm:
    """An act by name; raises NotUnderstood."""
    found = catalogue().get(name)
    if found is None:
        raise NotUnderstood("unknown-act", act=str(name)[:80])
    return found


def _form(name: str, said: Mapping[str, Any]) -> ActForm:
    return ActForm(
        name=name,
        title=phrase(*said["title"]),
        writes=said["writes"],
        makes=said.get("makes", ""),
        terms={term: _term(term, row) for term, row in said["terms"].items()},
        sentence=phrase(*(" ".join(text.split()) for text in said["sentence"])),
    )


def _term(name: str, row: Mapping[str, Any]) -> Term:
    to = row.get("to", name)
    return Term(name, row["kind"], tuple(to) if isinstance(to, list) else (to,), row.get("absent"), row.get("default"))
