"""A scenario as it is told: acts are composed, signed, submitted and carried through the facade, and read back through it.

story.on("2026-08-12")                                          # the legal day, 09:00 Beijing unless said
done = story.file("grant", {...}, "P3", "P8", "X1")             # signed by these; final, or the test fails
story.refused("exclusivity-conflict", "grant", {...}, "P3", …)  # refused with this code, in two languages
story.read(f"/v1/entries/{entry}", on="2026-08-20")             # anybody's GET

Parties are named by the references of the page; `"P1"` signs by its first officer, `"B1.both"` by two, `"X1.pair"` by reviewer and
approver, `"X1.approver2"` by that one. Digests and policies that a scenario does not care about are made up from their names.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak
from sqlalchemy import Connection

from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import FOUNDERS, deploy_ledger
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.acts import Term, catalogue
from ledger_api.domain.packing import Word
from ledger_api.domain.words import Page
from ledger_api.index import views
from ledger_api.index.views.effective import Effective, effective
from ledger_api.store import outcome
from tests.contracts.stage import Officer, Player, Stage
from tests.contracts.stage.opening import CURTAIN
from tests.contracts.stage.stage import BEIJING, interfaces
from tests.ledger_api.api.counter import Counter, problem
from tests.ledger_api.chain.near import near
from tests.ledger_api.filings.office import Office
from tests.ledger_api.stores import new_store
from tests.scenarios.cast import PARTS, Part

Args = Mapping[str, Any]
TOLD = {"case", "objection", "attestation", "licence", "listing", "burden", "security", "guarantee"}
"""Dependants of an entry, whose public ids a final filing tells."""
_LONG = "2036-08-02T23:59:59+08:00"
_SPONSOR = "OP"
"""The operator, which admits everybody."""


@dataclass(frozen=True)
class Opened:
    """What every scenario begins with."""

    stage: Stage
    cast: dict[str, Player]
    manifest: Manifest
    file: Path
    """The store, closed."""


@dataclass(frozen=True)
class Done:
    """A final filing."""

    id: str
    made: tuple[str, ...]
    """Public ids of what it made, as the facade tells."""
    number: int
    """Of what its last line is about: the case, licence, security, batch; where it was made, the facade tells it too."""
    block: int
    sentences: tuple[str, ...]
    """As the signers read them, in Chinese."""


class Story:
    """See the module."""

    def __init__(self, stage: Stage, cast: dict[str, Player], manifest: Manifest, folder: Path, seed: int = 2) -> None:
        self.stage, self.cast = stage, cast
        self.office = Office(new_store(folder), near(stage.chain), manifest, seed=seed)
        self.counter = Counter(self.office, first=seed * 1_000_000)
        self._catch_up()

    def close(self) -> None:
        """Close the store."""
        self.office.store.close()

    # -- time

    def on(self, day: str, clock: str = "09:00") -> None:
        """Move on to a Beijing date and time."""
        self.stage.on(day, clock)
        self._catch_up()

    @property
    def today(self) -> str:
        """The legal day."""
        return datetime.fromtimestamp(self.stage.now, BEIJING).date().isoformat()

    def _catch_up(self) -> None:
        self.stage.chain.seal()  # the clock was moved: a block must say so
        self.office.clock.now = self.stage.now * 1000
        self.office.indexer.catch_up()

    # -- filing

    def file(self, act: str, args: Args, *signers: str, at: str | None = None) -> Done:
        """One act in a filing of its own, until it is final."""
        return self.file_all([(act, args)], *signers, at=at)

    def file_all(self, acts: Sequence[tuple[str, Args]], *signers: str, at: str | None = None) -> Done:
        """Acts that happen together."""
        drafter, officers, body = self._asked(acts, signers, at)
        filing = self.counter.done("/v1/filings", body, officers, drafter)
        assert all(each["zh"] and each["en"] for each in filing["sentences"])
        with self.office.store.read() as connection:
            lines = outcome.lines_of(connection, digest_of(filing))
        made = tuple(each["id"] for each in filing["made"])
        if catalogue()[acts[-1][0]].makes in TOLD:
            assert made[-1].rpartition("/")[2] == str(lines[-1].ref)
        return Done(
            filing["id"],
            made,
            lines[-1].ref if lines else 0,
            filing["landed"]["block"],
            tuple(each["zh"] for each in filing["sentences"]),
        )

    def refused(self, code: str, act: str, args: Args, *signers: str, at: str | None = None) -> dict[str, Any]:
        """One act that the register refuses, with this code and what to do about it."""
        return self.refused_all(code, [(act, args)], *signers, at=at)

    def refused_all(
        self, code: str, acts: Sequence[tuple[str, Args]], *signers: str, at: str | None = None
    ) -> dict[str, Any]:
        """Acts that are refused together."""
        drafter, officers, body = self._asked(acts, signers, at)
        said = body | {"signatories": [f"O-{each.number}" for each in officers]}
        answer = self.counter.post("/v1/filings", said, drafter)
        draft = answer.json()
        for officer in officers:
            if answer.is_success:  # the register refuses what is drafted, who signs, or what is submitted
                seal = {"officer": f"O-{officer.number}", "seal": "0x" + officer.seal(digest_of(draft)).hex()}
                answer = self.counter.post(f"/v1/filings/{draft['id']}/signatures", seal, drafter)
        if answer.is_success:
            answer = self.counter.post(f"/v1/filings/{draft['id']}/submit", None, drafter)
        assert answer.status_code >= 400, f"not refused: {acts}"
        return problem(answer, answer.status_code, code)

    def matter(self, act: str, args: Args, *signers: str) -> str:
        """What a consent to this act is about: its selector and static terms, without signers, legal time and lists."""
        drafter, officers, body = self._asked([(act, args)], signers, None)
        said = body | {"signatories": [f"O-{each.number}" for each in officers]}
        draft = self.counter.compose("/v1/filings", said, drafter)
        data = bytes.fromhex(draft["acts"][0]["data"][2:])
        page = Page.decode(self.stage.storage(Page, data[:4]))
        return "keccak256:" + keccak(data[:4] + data[68 : 4 + 32 * (page.words - page.lists)]).hex()

    def officers(self, signer: str) -> list[Officer]:
        """Who signs for `"P1"`, `"B1.both"`, `"X1.pair"`, `"X1.approver2"`."""
        ref, _, who = signer.partition(".")
        player = self.cast[ref]
        if who in {"both", "pair"}:
            return list(player.both if who == "both" else player.pair)
        return [player.officers[who] if who else next(iter(player.officers.values()))]

    def _asked(
        self, acts: Sequence[tuple[str, Args]], signers: Sequence[str], at: str | None
    ) -> tuple[Player, list[Officer], dict[str, Any]]:
        officers = [officer for signer in signers for officer in self.officers(signer)]
        written = [
            {"act": act, "args": self._args(act, args)} | ({} if at is None else {"at": at}) for act, args in acts
        ]
        return self.cast[signers[0].partition(".")[0]], officers, {"acts": written}

    def _args(self, act: str, args: Args) -> dict[str, Any]:
        terms = catalogue()[act].terms
        made_up = {name: each for name, term in terms.items() if (each := _made_up(act, name, term)) is not None}
        written = {name: self._named(value) if name in terms else value for name, value in args.items()}
        return made_up | {name: value for name, value in written.items() if value is not None}

    def _named(self, value: Any) -> Any:  # noqa: ANN401  whatever an act takes
        """References of parties as public ids."""
        if isinstance(value, str) and value in self.cast:
            return self.party(value)
        if isinstance(value, list):
            return [self._named(each) for each in value]
        if isinstance(value, dict) and "party" in value:
            return value | {"party": self._named(value["party"])}
        return value

    # -- reading

    def read(self, path: str, by: str | None = None, **query: Any) -> Any:  # noqa: ANN401  any answer
        """What GET answers, to anybody or with a party's key."""
        answer = self.counter.get(path, None if by is None else self.cast[by], **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def opened(self, done: Done, by: str) -> dict[str, Any]:
        """The withheld fields of a filing that a party may see."""
        records = self.read(f"/v1/filings/{done.id}/openings", by)["data"]
        return {each["field"]: each["value"] for record in records for each in record["fields"]}

    def words(self, connection: Connection, entry: str, on: str | None = None) -> Effective:
        """The words of an entry as the index has them."""
        moment = views.moment(connection, None, on)
        return effective(connection, moment, views.find(connection, moment, entry))

    def word(self, kind: type[Word], entry: str, number: int = 0, on: str | None = None) -> Any:  # noqa: ANN401  of `kind`
        """One word of an entry, as the index has it."""
        with self.office.store.read() as connection:
            return self.words(connection, entry, on).word(kind, number)

    def party(self, ref: str) -> str:
        """The public id of a party."""
        return f"P-{self.cast[ref].number}"

    def ref(self, party: Mapping[str, Any] | None) -> str | None:
        """The reference of a party as answers name it; its display name must be the page's."""
        if party is None:
            return None
        found = next(ref for ref in self.cast if self.party(ref) == party["id"])
        assert found == _SPONSOR or party["name"] == PARTS[found].name
        return found


def digest_of(filing: Mapping[str, Any]) -> bytes:
    """What everybody signs."""
    return bytes.fromhex(filing["digest"][2:])


def document(title: str) -> str:
    """The digest of a document that stays with whoever wrote it."""
    return "keccak256:" + keccak(f"演示 {title}".encode()).hex()


def _made_up(act: str, name: str, term: Term) -> Any:  # noqa: ANN401  as the term takes it
    if term.absent is not None or term.default is not None:
        return None
    if term.kind == "digest":
        return document(f"{act} {name}")
    if term.kind == "policy":
        return {"@type": "Agreement", "uid": f"urn:demo:{act}"}
    return {"note": "演示"} if term.kind == "record" else None


def beijing(day: str, clock: str = "00:00") -> str:
    """A moment as acts take it."""
    return f"{day}T{clock}{'' if clock.count(':') == 2 else ':00'}+08:00"


# ------------------------------------------------------------------------------------------------ the beginning


def opened(chain: LocalChain, folder: Path) -> Opened:
    """Deploy, admit the whole cast through the facade, and wait for the curtain."""
    manifest = Manifest.parse(json.loads(deploy_ledger(chain).to_json()))
    stage = Stage(chain, manifest.ledger.address, interfaces())
    founders = {name: Officer(2 + place, account(FOUNDERS[place])) for place, name in enumerate(("alice", "bob"))}
    cast = {_SPONSOR: Player(1, founders)}
    story = Story(stage, cast, manifest, folder, seed=1)
    for place, (ref, part) in enumerate(PARTS.items()):
        cast[ref] = _admit(story, part, 100 + 10 * place)
    stage.on(*CURTAIN)
    stage.check_journals()
    story.close()
    return Opened(stage, cast, manifest, folder / "facade.db")


def _admit(story: Story, part: Part, first_account: int) -> Player:
    """One filing: the party, what it is accredited for, and its officers."""
    officers = {**dict.fromkeys(("one", "two") if part.powers else (), part.powers), **part.officers}
    keys = {desk: account(first_account + place) for place, desk in enumerate(officers)}
    acts: list[tuple[str, Args]] = [
        (
            "admit",
            {
                "name": part.name,
                "kind": "LEGAL_PERSON",
                "roles": list(part.roles),
                "kyc_until": _LONG,
                "identifier": part.code,
            },
        )
    ]
    acts += [
        ("accredit", {"party": "#1", "kind": kind, "status": "ACTIVE", "from": beijing("2026-01-01"), "until": _LONG, "authority": "P-1"})
        for kind in part.accreditations
    ]  # fmt: skip
    acts += [
        (
            "bind",
            {
                "party": "#1", "signer": "0x" + keys[desk].address.hex(), "person": document(f"{part.name} {desk}"),
                "powers": list(powers), "until": _LONG,
            },
        )
        for desk, powers in officers.items()
    ]  # fmt: skip
    made = story.file_all(acts, f"{_SPONSOR}.both").made
    bound = [int(each[2:]) for each in made if each.startswith("O-")]
    return Player(
        int(made[0][2:]),
        {desk: Officer(number, keys[desk]) for number, desk in zip(bound, officers, strict=True)},
    )


def years_after(day: str, years: int) -> str:
    """The last day of so many years from a day that is no 29 February."""
    start = date.fromisoformat(day)
    return str(start.replace(year=start.year + years) - timedelta(days=1))
