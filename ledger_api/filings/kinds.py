"""How each kind of term is written and read. A kind gets what was sent, and answers what the ledger gets and people read.

The kinds are those `domain/acts.yml` names; `code:X` and `mask:X` read a code or a set of codes of enumeration X.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

import rfc8785
from eth_hash.auto import keccak

from ledger_api.domain import readings, words
from ledger_api.domain.acts import ABSENCES, Term
from ledger_api.domain.bitmaps import working_days
from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.ids import entry_id, officer_id, party_id
from ledger_api.domain.phrases import Phrase, phrase, value_text
from ledger_api.domain.readings import Digest
from ledger_api.domain.words import Algorithm
from ledger_api.filings.values import PublicText, Value, alike, listed
from ledger_api.ports.national import Acknowledgement

NUMBERED: Final = frozenset({"case", "objection", "licence"})
"""Kinds that are the number of a dependant of the act's entry."""
MEMBERS: Final = 8
QUORA: Final = ("dispose", "charge", "exclusive", "ordinary")


class Surroundings(Protocol):
    """What a kind may ask while it reads."""

    def entry(self, given: Any, where: str) -> bytes:  # noqa: ANN401 - whatever was sent
        """The 32 bytes of an entry named by public id, in full, or as `#n`."""
        ...

    def number(self, given: Any, kind: str, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        """The number of a dependant of the entry named in the same act, perhaps relative, and how it reads."""
        ...

    def party(self, given: Any, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        """The number of a party, perhaps relative, and how it reads."""
        ...

    def filing(self, given: Any) -> tuple[int, int, int, bytes]:  # noqa: ANN401 - whatever was sent
        """Signatories, number, deadline and acts' hash of another filing."""
        ...

    def given(self, name: str) -> Any:  # noqa: ANN401 - whatever was sent
        """Another term of the same act as it was sent, None when it was left out."""
        ...

    def salt(self) -> bytes:
        """A fresh record salt."""
        ...

    def acknowledgement(self, given: Mapping[str, Any], where: str) -> Acknowledgement:
        """What the national system acknowledged."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """A term with what was sent for it; `where` names it in errors."""

    term: Term
    given: Any
    where: str


Reader = Callable[[Written, Surroundings], Value]


def read(written: Written, around: Surroundings) -> Value:
    """Read one term. Raises NotUnderstood naming the field."""
    kind, _, of = written.term.kind.partition(":")
    if kind in {"code", "mask", "flag"}:
        return _CODED[kind](written, of)
    return _KINDS[kind](written, around)


def shown(kind: str, value: Any) -> Phrase:  # noqa: ANN401 - a field of any word
    """How a value reads that stays as the register has it."""
    name, _, of = kind.partition(":")
    spec = {"day": "day", "moment": "time", "party": "party", "licence": "number"}.get(name, "")
    spec = of + "?" if name in {"code", "mask"} else spec
    if kind in {"party", "licence"} and value == 0:
        return ABSENCES["none"]
    return phrase(value_text(value, spec, "zh"), value_text(value, spec, "en"))


# -------------------------------------------------------------------- codes


def _code(written: Written, of: str) -> Value:
    value = readings.code(written.given, getattr(words, of), written.where)
    return Value((value,), shown(written.term.kind, value))


def _mask(written: Written, of: str) -> Value:
    value = readings.mask(written.given, getattr(words, of), written.where)
    if not value:
        return Value(
            (value,), ABSENCES[written.term.absent or "none"] if written.term.absent != "kept" else ABSENCES["any"]
        )
    return Value((value,), shown(written.term.kind, value))


def _flag(written: Written, of: str) -> Value:
    kind, _, name = of.partition(".")
    mask = getattr(words, kind)
    raised = readings.flag(written.given, written.where)
    return Value((mask[name] if raised else mask(0),), phrase("是", "yes") if raised else ABSENCES["no"])


_CODED: Final = {"code": _code, "mask": _mask, "flag": _flag}

# -------------------------------------------------------------------- numbers and times


def _whole(written: Written, _: Surroundings) -> Value:
    value = readings.whole(written.given, written.where, (1 << 16) - 1)
    return Value((value,), alike(str(value)))


def _day(written: Written, _: Surroundings) -> Value:
    value = readings.day(written.given, written.where)
    return Value((value,), alike(value_text(value, "day", "en")))


def _days(written: Written, _: Surroundings) -> Value:
    given = _object(written)
    readings.only(given, words.Right.__members__, written.where)
    values = tuple(
        readings.day(given[right.name], f"{written.where}.{right.name}") if right.name in given else 0
        for right in words.Right
    )
    parts = [
        _joined(shown("mask:Right", right), alike(value_text(value, "day", "en")))
        for right, value in zip(words.Right, values, strict=True)
        if value
    ]
    return Value((values,), listed(parts, ABSENCES["credential"]))


def _moment(written: Written, _: Surroundings) -> Value:
    value = readings.moment(written.given, written.where)
    return Value((value,), alike(value_text(value, "time", "en")))


def _calendar(written: Written, around: Surroundings) -> Value:
    given = _object(written)
    readings.only(given, {"holidays", "workdays"}, written.where)
    holidays, workdays = (
        {
            readings.day(each, f"{written.where}.{name}")
            for each in _list(given.get(name, []), f"{written.where}.{name}")
        }
        for name in ("holidays", "workdays")
    )
    start, until = readings.day(around.given("from"), "from"), readings.day(around.given("until"), "until")
    if until < start or until - start > 3 * 256:
        raise NotUnderstood("value-not-valid", field="until", wanted="from … from + 768 days")
    off, on = (
        listed([alike(value_text(day, "day", "en")) for day in sorted(days)], ABSENCES["none"])
        for days in (holidays, workdays)
    )
    text = phrase(f"放假 {off['zh']}；调休上班 {on['zh']}", f"holidays {off['en']}; working weekends {on['en']}")
    return Value((working_days(start, until, holidays, workdays),), text)


# -------------------------------------------------------------------- who and what


def _entry(written: Written, around: Surroundings) -> Value:
    entry = around.entry(written.given, written.where)
    return Value((entry,), alike(entry_id(entry)))


def _entries(written: Written, around: Surroundings) -> Value:
    found = tuple(around.entry(each, written.where) for each in _list(written.given, written.where))
    return Value((found,), listed([alike(entry_id(each)) for each in found], ABSENCES["none"]))


def _numbers(written: Written, _: Surroundings) -> Value:
    found = tuple(
        readings.whole(each, written.where, readings.RELATIVE - 1) for each in _list(written.given, written.where)
    )
    return Value((found,), listed([alike(str(each)) for each in found], ABSENCES["none"]))


def _number(written: Written, around: Surroundings) -> Value:
    number, text = around.number(written.given, written.term.kind, written.where)
    return Value((number,), text)


def _party(written: Written, around: Surroundings) -> Value:
    number, text = around.party(written.given, written.where)
    return Value((number,), text, party=number)


def _officer(written: Written, _: Surroundings) -> Value:
    number = readings.numbered(written.given, "O")
    return Value((number,), alike(officer_id(number)))


def _members(written: Written, around: Surroundings) -> Value:
    found: list[tuple[int, int, Phrase]] = []
    for each in _list(written.given, written.where):
        given = _object(Written(written.term, each, written.where))
        readings.only(given, {"party", "weight"}, written.where)
        number, text = around.party(given.get("party"), f"{written.where}.party")
        found.append((number, readings.whole(given.get("weight"), f"{written.where}.weight", 10_000), text))
    found.sort(key=lambda member: member[0])
    if not 2 <= len(found) <= MEMBERS:
        raise NotUnderstood("value-not-valid", field=written.where, wanted=f"2 … {MEMBERS}")
    blank = (0,) * (MEMBERS - len(found))
    parts = [_joined(text, alike(f"{weight / 100:g}%")) for _, weight, text in found]
    return Value(
        ((*(party for party, _, _ in found), *blank), (*(weight for _, weight, _ in found), *blank)),
        listed(parts, ABSENCES["none"]),
    )


def _quora(written: Written, _: Surroundings) -> Value:
    given = _object(written)
    readings.only(given, QUORA, written.where)
    values = tuple(readings.whole(given.get(name), f"{written.where}.{name}", 10_000) for name in QUORA)
    names = (
        phrase("处分", "dispose"),
        phrase("担保", "charge"),
        phrase("独占许可", "exclusive"),
        phrase("普通许可", "ordinary"),
    )
    parts = [_joined(name, alike(f"{value / 100:g}%")) for name, value in zip(names, values, strict=True)]
    return Value((values,), listed(parts, ABSENCES["none"]))


def _filing(written: Written, around: Surroundings) -> Value:
    return Value(around.filing(written.given), alike(str(written.given)))


# -------------------------------------------------------------------- digests


def _digest(written: Written, _: Surroundings) -> Value:
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)), alg=found.alg)


def _content(written: Written, _: Surroundings) -> Value:
    found = readings.digest(written.given, written.where)
    return Value((found.alg, found.value), alike(str(found)))


def _public(written: Written, _: Surroundings) -> Value:
    """A public text, hashed here; or the digest of one that is withheld, salted by whoever withholds it."""
    if isinstance(written.given, str) and not _is_digest(written.given):
        text = readings.text(written.given, written.where)
        digest = keccak(text.encode())
        return Value(
            (digest,), alike(text), alg=Algorithm.KECCAK256, text=PublicText(digest, Algorithm.KECCAK256, text)
        )
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)), alg=found.alg)


def _record(written: Written, around: Surroundings) -> Value:
    """Withheld fields, committed to here; or the root of a commitment made elsewhere."""
    if isinstance(written.given, str):
        root = readings.digest(written.given, written.where)
        if root.alg is not Algorithm.KECCAK256:
            raise NotUnderstood("value-not-valid", field=written.where, wanted="keccak256:…")
        return Value((root.value,), alike(str(root)), alg=root.alg)
    commitment = Commitment.of(_object(written), around.salt(), written.where)
    root = Digest(Algorithm.KECCAK256, commitment.root)
    return Value((root.value,), alike(str(root)), alg=root.alg, record=commitment)


def _policy(written: Written, _: Surroundings) -> Value:
    """A public policy document (ODRL), hashed in its canonical form (RFC 8785); or its digest."""
    if isinstance(written.given, dict):
        try:
            text = rfc8785.dumps(written.given).decode()
        except (rfc8785.CanonicalizationError, ValueError) as error:
            raise NotUnderstood("value-not-valid", field=written.where, wanted="JSON (RFC 8785)") from error
        found = Digest(Algorithm.KECCAK256, keccak(text.encode()))
        return Value((found.value,), alike(str(found)), alg=found.alg, text=PublicText(found.value, found.alg, text))
    return _digest(written, _)


def _acknowledgement(written: Written, around: Surroundings) -> Value:
    """What the national system answered, hashed here so that both signers read it; or its digest."""
    if not isinstance(written.given, dict):
        return _digest(written, around)
    found = around.acknowledgement(written.given, written.where)
    digest = Digest(Algorithm.KECCAK256, keccak(found.canonical))
    shown_ = phrase(
        f"编号 {found.reference}，{found.received} 收讫，回执 {found.document}",
        f"no. {found.reference}, received {found.received}, receipt {found.document}",
    )
    text = PublicText(digest.value, digest.alg, found.canonical.decode())
    return Value((digest.value,), shown_, alg=digest.alg, text=text)


def _identifier(written: Written, _: Surroundings) -> Value:
    """A legal person's credit code, hashed here; of a natural person the digest made under the operator's key."""
    if isinstance(written.given, str) and not _is_digest(written.given):
        code = readings.text(written.given, written.where, 64)
        return Value((keccak(code.encode()),), alike(code))
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)))


def _person(written: Written, _: Surroundings) -> Value:
    """The digest of who an officer is, salted for its party by whoever keeps the salt."""
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)))


def _signer(written: Written, _: Surroundings) -> Value:
    """An address (20 bytes), or a verifier's address and a key it understands (ERC-7913)."""
    text = written.given if isinstance(written.given, str) else ""
    try:
        signer = bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        signer = b""
    if not 20 <= len(signer) < 256:
        raise NotUnderstood("value-not-valid", field=written.where, wanted="0x… (20 … 255 bytes)")
    return Value((keccak(signer),), alike("0x" + signer.hex()))


def _credential(written: Written, _: Surroundings) -> Value:
    """A credential number in ASCII, at most 32 characters."""
    text = readings.text(written.given, written.where, 32)
    if not text.isascii() or not text.isprintable():
        raise NotUnderstood("value-not-valid", field=written.where, wanted="ASCII")
    return Value((text.encode().ljust(32, b"\0"),), alike(text))


_KINDS: Final[Mapping[str, Reader]] = {
    "whole": _whole,
    "day": _day,
    "days": _days,
    "moment": _moment,
    "calendar": _calendar,
    "entry": _entry,
    "entries": _entries,
    "numbers": _numbers,
    **dict.fromkeys(NUMBERED, _number),
    "party": _party,
    "officer": _officer,
    "members": _members,
    "quora": _quora,
    "filing": _filing,
    "digest": _digest,
    "content": _content,
    "public": _public,
    "record": _record,
    "policy": _policy,
    "acknowledgement": _acknowledgement,
    "identifier": _identifier,
    "person": _person,
    "signer": _signer,
    "credential": _credential,
}


def named(number: int, name: str | None) -> Phrase:
    """A party with its public name, where that is known."""
    return alike(party_id(number) if name is None else f"{name} ({party_id(number)})")


def _joined(left: Phrase, right: Phrase) -> Phrase:
    return {language: f"{left[language]} {right[language]}" for language in left}


def _object(written: Written) -> dict[str, Any]:
    if not isinstance(written.given, dict):
        raise NotUnderstood("value-not-valid", field=written.where, wanted="{…}")
    return written.given


def _list(given: Any, where: str) -> list[Any]:  # noqa: ANN401 - whatever was sent
    if not isinstance(given, list) or len(given) > 4096:
        raise NotUnderstood("value-not-valid", field=where, wanted="[…]")
    return given


def _is_digest(text: str) -> bool:
    return text.partition(":")[0].lower() in {"keccak256", "sha256", "sm3"}
