"""An entry with a life on a real ledger: registered, licensed, disputed, its seal's key rotated on the way; and bundles about it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import FOUNDERS, deploy_ledger
from ledger_api.domain.words import (
    Action,
    Algorithm,
    Burden,
    Case,
    Claim,
    Licence,
    LicenceKind,
    Objection,
    Right,
    Template,
)
from ledger_api.verifier import Pin
from tests.contracts.procedure import COLLECTED, DOCUMENT, POSES, Procedure
from tests.contracts.stage import Cast, Done, Officer, Player, Sealed, Stage
from tests.contracts.stage.cast import assemble
from tests.contracts.stage.stage import day, instant, interfaces
from tests.ledger_api.verifier.committing import Committed
from tests.ledger_api.verifier.producing import Json, Producer

BEGINNING = instant("2026-01-05")
SHA256 = Algorithm.SHA256
FORM = Committed(
    keccak(b"record salt of the form"),
    {"contact": "演示", "price": "120000.00", "records": 51200, "rights": ["hold", "use"], "trained": False},
)
FEES = Committed(keccak(b"record salt of the fees"), {"fee": "300000.00"})


@dataclass
class Story:
    """The chain when all has happened, and what is needed to tell of it."""

    chain: LocalChain
    stage: Stage
    cast: Cast
    producer: Producer
    case: Procedure
    pin: Pin
    filings: list[Sealed] = field(default_factory=list)
    licence: int = 0
    objection: int = 0
    rotated_at: int = 0

    def file(self, by: list[Officer], *acts: tuple[Any, ...]) -> Done:
        """One filing, remembered."""
        sealed = self.stage.sealed(by, list(acts))
        done = self.stage.carry(sealed)
        self.filings.append(sealed)
        return done

    @property
    def words(self) -> list[tuple[Any, int]]:
        """Every dependant of the entry."""
        number = self.case.number
        return [
            (Case, number),
            (Claim, number),
            (Licence, self.licence),
            (Burden, self.licence),
            (Objection, self.objection),
            (Burden, self.objection),
        ]

    def bundle(self, **what: Any) -> Json:
        """The fullest bundle there is."""
        openings = [
            {"act": 2, "root": "0x" + FORM.root.hex(), "fields": [FORM.open("price"), FORM.open("trained")]},
            {"act": self.licence, "root": "0x" + FEES.root.hex(), "fields": [FEES.open("fee")]},
        ]
        what = {"filings": self.filings[:2], "openings": openings, **what}
        return self.producer.bundle(self.case.folio, self.words, **what)

    def plain(self, **what: Any) -> Json:
        """What every bundle has, and no more."""
        return self.producer.bundle(self.case.folio, **what)


def tell(directory: Path, **chosen: Any) -> Story:
    """Live through all of it, on a new chain in a directory; its chain id may be chosen. Close the chain when done."""
    chain = LocalChain(directory, time=BEGINNING, **chosen)
    try:
        return _tell(chain)
    except BaseException:
        chain.close()
        raise


def _tell(chain: LocalChain) -> Story:
    manifest = deploy_ledger(chain)
    stage = Stage(chain, bytes.fromhex(manifest.ledger[2:]), interfaces())
    stage.verifiers.update({name: bytes.fromhex(place["address"][2:]) for name, place in manifest.verifiers.items()})
    founders = {name: Officer(2 + place, account(FOUNDERS[place])) for place, name in enumerate(("alice", "bob"))}
    cast = assemble(stage, Player(1, founders))
    stage.on("2026-08-03")
    pin = Pin(chain.node.genesis_hash, chain.node.signer, stage.ledger.address)
    producer = Producer(chain, stage.ledger.address)
    story = Story(chain, stage, cast, producer, Procedure(stage, cast, POSES), pin)
    _register(story)
    _license(story)
    story.objection = story.case.disputed(Right.HOLD)
    chain.seal()
    return story


def _register(story: Story) -> None:
    case, cast = story.case, story.cast
    case.opened()
    asked = Case(
        asked=Right.HOLD | Right.USE | Right.OPERATE, applicant=case.filer.number, registrar=case.keeper.number
    )
    terms = (case.entry, case.folio, asked, COLLECTED, SHA256, FORM.root, DOCUMENT, DOCUMENT)
    case.number = story.file([case.filer.one], ("submit", *terms)).line("Submitted").number
    case.accept()
    story.rotated_at = story.chain.node.rotate_key().start
    case.publish()
    story.stage.on("2026-08-20")
    anchoring: tuple[Any, ...] = (case.entry, case.number, case.folio, day("2031-08-19"), SHA256, DOCUMENT, [], [])
    story.file(sorted(cast.registrar.pair, key=lambda each: each.number), ("anchor", *anchoring))


def _license(story: Story) -> None:
    cast = story.cast
    terms = Licence(
        licensee=cast.maker.number,
        kind=LicenceKind.EXCLUSIVE,
        start=day("2026-08-20"),
        end=day("2027-08-19"),
        actions=Action.READ,
    )
    agreement = (Template.GF_2025_2615, SHA256, DOCUMENT, DOCUMENT, FEES.root, bytes(32))
    by = [cast.holder.one, cast.maker.one, cast.exchange.recorder]
    act: tuple[Any, ...] = ("grant", story.case.entry, cast.exchange, terms, agreement, [], [])
    story.licence = story.file(sorted(by, key=lambda each: each.number), act).line("LicenceGranted").number
