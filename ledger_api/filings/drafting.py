"""Turns what people ask for into acts of one filing: reads each term, fills in what the register knows, encodes, and says it.

An act may refer to what an earlier one of the same filing makes: `#2` is what act 2 makes. On chain that is a number counted
back from the end of a journal, so the acts before it are counted here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ledger_api.chain.codec import Codec, Param, WrongArguments
from ledger_api.domain import readings, subjects, words
from ledger_api.domain.acts import ABSENCES, ActForm, form
from ledger_api.domain.errors import NotUnderstood, Refused
from ledger_api.domain.ids import entry_id
from ledger_api.domain.packing import Word
from ledger_api.domain.phrases import Language, Phrase, fill_one, phrase
from ledger_api.domain.readings import RELATIVE
from ledger_api.domain.words import Algorithm, PartyKind
from ledger_api.filings import kinds
from ledger_api.filings.facts import EntryFacts, Register
from ledger_api.filings.filling import Filling
from ledger_api.filings.kinds import Written
from ledger_api.filings.values import PublicText, Record, Value
from ledger_api.ports.national import Acknowledgement, NationalSystem

REFERRING: Final = frozenset({"bind", "accredit"})
"""Acts whose `party` may be one made in the same filing."""

FilingTerms = Callable[[str], tuple[int, int, int, bytes]]
"""Signatories, number, deadline and acts' hash of a filing, by its id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One act as somebody asked for it; `at` is its legal time, 0 for block time."""

    act: str
    args: Mapping[str, Any]
    at: int = 0


@dataclass(frozen=True, slots=True)
class Drafted:
    """One act, ready to be signed."""

    asked: Asked
    form: ActForm
    data: bytes
    sentence: Phrase
    entry: bytes | None
    """The entry it is about."""
    licence: str
    """The licence of that entry it is about, as the filing names it; empty when it is about none."""
    parties: tuple[int, ...]
    texts: tuple[PublicText, ...]
    records: tuple[Record, ...]


class Drafting:
    """One filing while it is composed, by officers `by` (packed)."""

    def __init__(
        self,
        register: Register,
        codec: Codec,
        by: int,
        salt: Callable[[], bytes],
        filing: FilingTerms,
        national: NationalSystem,
    ) -> None:
        self.register = register
        self.acts: list[Drafted] = []
        self.salt = salt
        self.filing = filing
        self.national = national
        self._codec = codec
        self._by = by
        self._opened: dict[bytes, EntryFacts] = {}

    def add(self, asked: Asked) -> Drafted:
        """Add an act at the end. Raises NotUnderstood naming the field, NotFound for what the register does not have."""
        drafted = _Act(self, asked).draft(self._codec, self._by)
        if drafted.form.makes == "entry" and drafted.entry is not None:
            args = self._codec.decode_act(drafted.data).args
            self._opened[drafted.entry] = EntryFacts(drafted.entry, args["rootAlg"], args["root"], args["applicant"], 0)
        self.acts.append(drafted)
        return drafted

    def entry(self, entry: str | bytes) -> EntryFacts | None:
        """An entry of the register, or one that this filing opens."""
        for each in self._opened.values():
            if entry in (each.id, entry_id(each.id)):
                return each
        return self.register.entry(entry)

    def referred(self, text: str, kind: str) -> int:
        """The position (from 1) of the act that `#n` means; raises NotUnderstood unless it makes a `kind`."""
        number = text[1:]
        position = int(number) if number.isdecimal() and len(number) < 4 else 0
        if not 0 < position <= len(self.acts) or self.acts[position - 1].form.makes != kind:
            raise NotUnderstood("reference-not-valid", reference=text[:20])
        return position

    def lines_since(self, position: int, journal: str, entry: bytes | None, licence: str = "") -> int:
        """How many lines back what act `position` makes is, when the next act is performed."""
        written = [each for each in self.acts[position - 1 :] if each.form.writes == journal]
        if journal == "licence":
            written = [each for each in written if each.licence == licence]
        return sum(1 for each in written if journal == "book" or each.entry == entry)


class _Act:
    """One act while it is read."""

    def __init__(self, drafting: Drafting, asked: Asked) -> None:
        self._drafting = drafting
        self._asked = asked
        self._form = form(asked.act)
        self._where = f"acts[{len(drafting.acts)}]"
        self._entry: bytes | None = None
        self._licence = ""
        readings.only(asked.args, self._form.terms, self._where)

    def draft(self, codec: Codec, by: int) -> Drafted:
        spec = codec.act(self._form.name)
        values = self._values()
        self._check_persons(values)
        alg = _algorithm(values)
        args: dict[str, Any] = {"by": by, "at": self._asked.at}
        for parameter in spec.params:
            args.setdefault(parameter.name, self._argument(parameter, values, alg))
        wanted = {parameter.name: args[parameter.name] for parameter in spec.params}
        try:
            data = codec.encode_act(self._form.name, wanted)
        except (WrongArguments, ValueError) as error:
            raise NotUnderstood("value-not-valid", field=self._where, wanted=str(error)) from error
        return Drafted(
            asked=self._asked,
            form=self._form,
            data=data,
            sentence=self._sentence(values),
            entry=subjects.entry_id(*self._opened(wanted)) if self._form.makes == "entry" else self._entry,
            licence=self._licence,
            parties=tuple({each.party: None for each in values.values() if 0 < each.party < RELATIVE}),
            texts=tuple(each.text for each in values.values() if each.text),
            records=tuple(Record(len(self._drafting.acts) + 1, each.record) for each in values.values() if each.record),
        )

    # -- what kinds may ask (kinds.Surroundings)

    def entry(self, given: Any, where: str) -> bytes:  # noqa: ANN401 - whatever was sent
        if isinstance(given, str) and given.startswith("#"):
            opened = self._drafting.acts[self._drafting.referred(given, "entry") - 1].entry
            assert opened is not None  # noqa: S101 - an act that makes an entry has one
            return opened
        facts = self._drafting.entry(readings.entry(given))
        if facts is None:
            raise NotUnderstood("entry-unknown", field=where, id=str(given)[:80])
        return facts.id

    def number(self, given: Any, kind: str, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        if isinstance(given, str) and given.startswith("#"):
            position = self._drafting.referred(given, kind)
            if self._drafting.acts[position - 1].entry != self._entry:
                raise NotUnderstood("reference-not-valid", reference=given[:20])
            back = self._drafting.lines_since(position, "entry", self._entry)
            return RELATIVE | back, phrase(
                f"（本申请第 {position} 项所建）", f"(made by act {position} of this filing)"
            )
        if isinstance(given, str):
            entry, number = readings.dependant(given)
            if self._entry is None or entry not in {self._entry, entry_id(self._entry)}:
                raise NotUnderstood("value-not-valid", field=where, wanted=f"{entry_id(self._entry or bytes(32))}/n")
        else:
            number = readings.whole(given, where, RELATIVE - 1)
        return number, {"zh": str(number), "en": str(number)}

    def number_of_licence(self, given: Any, kind: str, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        if isinstance(given, str) and given.startswith("#"):
            position = self._drafting.referred(given, kind)
            made = self._drafting.acts[position - 1]
            if (made.entry, made.licence) != (self._entry, self._licence):
                raise NotUnderstood("reference-not-valid", reference=given[:20])
            back = self._drafting.lines_since(position, "licence", self._entry, self._licence)
            return RELATIVE | back, phrase(
                f"（本申请第 {position} 项所建）", f"(made by act {position} of this filing)"
            )
        number = readings.whole(given, where, RELATIVE - 1)
        return number, {"zh": str(number), "en": str(number)}

    def party(self, given: Any, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        if isinstance(given, str) and given.startswith("#"):
            if self._form.name not in REFERRING:
                raise NotUnderstood("value-not-valid", field=where, wanted="P-…")
            position = self._drafting.referred(given, "party")
            back = self._drafting.lines_since(position, "book", None)
            return RELATIVE | back, phrase(
                f"本申请第 {position} 项的主体", f"the party of act {position} of this filing"
            )
        number = readings.numbered(given, "P")
        return number, kinds.named(number, self._drafting.register.name(number))

    def filing(self, given: Any) -> tuple[int, int, int, bytes]:  # noqa: ANN401 - whatever was sent
        return self._drafting.filing(str(given))

    def given(self, name: str) -> Any:  # noqa: ANN401 - whatever was sent
        return self._asked.args.get(name)

    def salt(self) -> bytes:
        return self._drafting.salt()

    def acknowledgement(self, given: Mapping[str, Any], where: str) -> Acknowledgement:
        return self._drafting.national.acknowledgement(given, where)

    # -- terms

    def _values(self) -> dict[str, Value]:
        """Every term: read, filled in, kept, or absent. The entry comes first, as numbers belong to it."""
        filling = Filling(self._drafting.register, self._drafting.entry)
        values: dict[str, Value] = {}
        late: list[str] = []
        for name, term in self._form.terms.items():
            given = self._asked.args.get(name, term.default)
            if given is None and term.absent is None:
                raise NotUnderstood("missing-field", field=f"{self._where}.{name}")
            if given is None and term.absent in {"fill", "kept"}:
                late.append(name)
                continue
            values[name] = (
                kinds.read(Written(term, given, f"{self._where}.{name}"), self)
                if given is not None
                else Value((), ABSENCES[term.absent or "none"])
            )
            if name == "entry" and values[name].parts:
                self._entry = values[name].parts[0]
            elif name == "licence" and values[name].parts:
                number = values[name].parts[0]
                self._licence = str(given) if number >= RELATIVE else str(number)
        for name in late:
            self._complete(name, values, filling)
        return {name: values[name] for name in self._form.terms}

    def _complete(self, name: str, values: dict[str, Value], filling: Filling) -> None:
        """Fill in a term that was left out, or keep what the register has."""
        term = self._form.terms[name]
        if term.absent == "kept":
            base = filling.base(self._form.name, values, self._entry)
            if term.kind == "party" and isinstance(base, words.Licence) and words.LicenceFlag.BLIND in base.flags:
                raise NotUnderstood(
                    "missing-field", field=f"{self._where}.{name}"
                )  # rule 60: whose it is, the draft does not tell
            field = term.to[0].partition(".")[2]
            values[name] = Value((), kinds.shown(term.kind, getattr(base, field)))
            return
        values[name] = filling.fill(name, values, f"{self._where}.{name}")
        if name == "entry":
            self._entry = values[name].parts[0]

    def _argument(self, parameter: Param, values: Mapping[str, Value], alg: Algorithm) -> Any:  # noqa: ANN401 - any parameter
        """The value of one parameter, put together from the terms that go to it."""
        parts = {
            place: part
            for name, value in values.items()
            for place, part in zip(self._form.terms[name].to, value.parts, strict=bool(value.parts))
            if place.partition(".")[0] == parameter.name
        }
        if parameter.is_word and not parameter.is_list:
            return self._word(parameter, values, {place.partition(".")[2]: part for place, part in parts.items()})
        if parameter.fields:
            given = {place.partition(".")[2]: part for place, part in parts.items()}
            return {each.name: given.get(each.name, _blank(each, alg)) for each in parameter.fields}
        return parts.get(parameter.name, _blank(parameter, alg))

    def _word(self, parameter: Param, values: Mapping[str, Value], fields: Mapping[str, Any]) -> Word:
        kept = any(term.absent == "kept" for term in self._form.terms.values())
        kind: type[Word] = getattr(words, parameter.internal)
        base = (
            Filling(self._drafting.register, self._drafting.entry).base(self._form.name, values, self._entry)
            if kept
            else kind()
        )
        return replace(base, **fields)  # type: ignore[type-var]  # every word is a dataclass

    def _opened(self, args: Mapping[str, Any]) -> tuple[int, bytes, int]:
        return args["rootAlg"], args["root"], args["applicant"]

    def _check_persons(self, values: Mapping[str, Value]) -> None:
        """Nothing about a natural person leaves this process unsalted (rule 121)."""
        kind = values.get("kind")
        if self._form.name != "admit" or kind is None or kind.parts[0] is not PartyKind.NATURAL_PERSON:
            return
        for name in ("name", "identifier"):
            given = self._asked.args[name]
            if values[name].text is not None or ":" not in str(given):
                raise Refused("personal-data", field=f"{self._where}.{name}")

    def _sentence(self, values: Mapping[str, Value]) -> Phrase:
        languages: tuple[Language, ...] = ("zh", "en")
        shown = {language: {name: value.shown[language] for name, value in values.items()} for language in languages}
        text = {each: fill_one(self._form.sentence[each], shown[each], each) for each in languages}
        if not self._asked.at:
            return text
        return {
            "zh": f"{text['zh']}（行为时间 {_time(self._asked.at)}）",
            "en": f"{text['en']} (legal time {_time(self._asked.at)})",
        }


def _algorithm(values: Mapping[str, Value]) -> Algorithm:
    """What made the digests of an act: one algorithm for all (rule 123)."""
    found = {value.alg for value in values.values() if value.alg is not None}
    if len(found) > 1:
        raise NotUnderstood("digests-disagree")
    return found.pop() if found else Algorithm.KECCAK256


def _blank(parameter: Param, alg: Algorithm) -> Any:  # noqa: ANN401 - any parameter
    """What a parameter is that no term gives."""
    if parameter.name == "alg":
        return alg
    if parameter.is_list:
        return ()
    return bytes(32) if parameter.type.startswith("bytes") else 0


def _time(seconds: int) -> str:
    return fill_one("{at:time}", {"at": seconds}, "en")


def concerned(acts: Sequence[Drafted]) -> tuple[int, ...]:
    """Every party the acts name."""
    return tuple(sorted({party for act in acts for party in act.parties}))
