"""What people need not give because the register knows it: lists that must be complete, a folio's content, terms that stay.

The lists are proved complete by the ledger; here they are copied from the newest final block.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ledger_api.domain import subjects
from ledger_api.domain.acts import ABSENCES
from ledger_api.domain.errors import NotFound, NotUnderstood
from ledger_api.domain.ids import dependant_id, entry_id, party_id
from ledger_api.domain.packing import Word
from ledger_api.domain.readings import RELATIVE, Digest
from ledger_api.domain.words import Algorithm, LicenceKind, SuccessionKind
from ledger_api.filings import kinds
from ledger_api.filings.facts import EntryFacts, Register
from ledger_api.filings.values import Value, alike, listed

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Filling:
    """Fills in terms of one act. `entry` also knows entries that the same filing opens."""

    register: Register
    entry: Callable[[str | bytes], EntryFacts | None]

    def fill(self, name: str, values: Values, where: str) -> Value:
        """The term `name`, from the register and the terms already read. Raises NotUnderstood when it cannot be told."""
        facts = self._facts(values, where)
        fillers: Mapping[str, Callable[[], Value]] = {
            "entry": lambda: Value((facts.id,), alike(entry_id(facts.id))),
            "content": lambda: _content(facts),
            "first_applicant": lambda: self._party(facts.applicant),
            "applicant": lambda: self._party(facts.applicant),
            "edition": lambda: Value((facts.edition,), alike(str(facts.edition))),
            "burdens": lambda: _numbers(self.register.unclosed_burdens(facts.id)),
            "licences": lambda: _numbers(
                self.register.unclosed_licences(facts.id) if self._lists_licences(facts.id, values) else ()
            ),
            "siblings": lambda: _entries(self.register.siblings(*_content_of(facts, values))),
            "predecessor_burdens": lambda: _numbers(self.register.unclosed_burdens(values["predecessor"].parts[0])),
            "predecessor_licences": lambda: _numbers(
                self.register.unclosed_licences(values["predecessor"].parts[0])
                if self.register.succession(facts.id).kind == SuccessionKind.SPLIT
                else ()
            ),
        }
        return fillers[name]()

    def base(self, act: str, values: Values, entry: bytes | None) -> Word:
        """The word whose fields stay unless they are given. Raises NotFound."""
        if act == "setParameters":
            return self.register.parameters()
        if act == "amend":
            number = values["party"].parts[0]
            party = self.register.party(number)
            if party is None:
                raise NotFound("not-found", id=party_id(number))
            return party
        number, where = values["licence"].parts[0], entry or bytes(32)
        licence = self.register.licence(where, number) if number < RELATIVE else None
        if licence is None:
            raise NotFound("not-found", id=dependant_id(where, number & ~RELATIVE))
        return licence

    def _facts(self, values: Values, where: str) -> EntryFacts:
        """The entry the act is about; while it is only being applied for, what it would be made of."""
        entry = values.get("entry")
        known = self.entry(entry.parts[0]) if entry is not None and entry.parts else None
        if known is not None:
            return known
        if "content" in values and (first := values.get("first_applicant") or values.get("applicant")):
            alg, root = values["content"].parts
            return EntryFacts(subjects.entry_id(alg, root, first.parts[0]), alg, root, first.parts[0], 0)
        raise NotUnderstood("missing-field", field=where)

    def _lists_licences(self, entry: bytes, values: Values) -> bool:
        """Of a licence, granted or changed, an exclusive or sole one lists the others; what else asks for them lists them always."""
        kind: Any = LicenceKind.NON_EXCLUSIVE
        if "kind" in values:
            kind = values["kind"].parts[0] if values["kind"].parts else kind
        elif "licence" not in values:
            return True
        elif (licence := self.register.licence(entry, values["licence"].parts[0])) is not None:
            kind = licence.kind
        return bool(kind != LicenceKind.NON_EXCLUSIVE)

    def _party(self, number: int) -> Value:
        return Value((number,), kinds.named(number, self.register.name(number)), party=number)


def _content(facts: EntryFacts) -> Value:
    return Value((facts.alg, facts.root), alike(str(Digest(Algorithm(facts.alg), facts.root))))


def _content_of(facts: EntryFacts, values: Values) -> tuple[int, bytes]:
    """The content the act is about: that of the entry, unless it says another."""
    alg, root = values["content"].parts if "content" in values else (facts.alg, facts.root)
    return alg, root


def _entries(found: tuple[bytes, ...]) -> Value:
    return Value((found,), listed([alike(entry_id(each)) for each in found], ABSENCES["none"]))


def _numbers(found: tuple[int, ...]) -> Value:
    return Value((found,), listed([alike(str(each)) for each in found], ABSENCES["none"]))
