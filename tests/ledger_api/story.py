"""A story told on the stage with real acts: one data set registered by SC1's dates, licensed, disputed; a second folio of it.

Every chapter of a registration and a licence leaves its lines; tests read what is left by the last of them.
"""

from dataclasses import dataclass

from eth_hash.auto import keccak

from ledger_api.domain.words import Action, Licence, LicenceKind, Purpose, Template
from tests.contracts.procedure import SHA256, Procedure
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day

CREDENTIAL = "SJ3312026080001"
AGREEMENT = (Template.GF_2025_2615, SHA256, keccak(b"contract"), keccak(b"policy"), keccak(b"commitment"), bytes(32))


@dataclass(frozen=True)
class Story:
    """What came of it."""

    entry: bytes
    sibling: bytes
    case: int
    ordinary: int
    """Number of an ordinary licence, to the maker, until 2026-08-31."""
    exclusive: int
    """Number of an exclusive one, to the buyer, until 2026-12-31."""
    objection: int
    credential_prefix: bytes
    credential_serial: int
    registered: int
    """The block of the anchoring."""
    granted: int
    """The block of the ordinary licence."""
    lines: int
    """Of the entry's journal."""


def tell(stage: Stage, cast: Cast) -> Story:
    """Tell it all."""
    procedure = Procedure(stage, cast).opened()
    registered = register(procedure)
    ordinary = grant(procedure, cast.maker, "2026-08-31", purposes=Purpose.RESEARCH)
    granted = stage.chain.number
    exclusive = grant(
        procedure, cast.buyer, "2026-12-31", kind=LicenceKind.EXCLUSIVE, purposes=Purpose.TEACHING, licences=[ordinary]
    )
    objection = procedure.disputed(4)
    sibling = Procedure(stage, cast, applicant=cast.second).registered("2026-08-28", siblings=[procedure.entry])
    return Story(
        entry=procedure.entry,
        sibling=sibling.entry,
        case=procedure.number,
        ordinary=ordinary,
        exclusive=exclusive,
        objection=objection,
        credential_prefix=int(CREDENTIAL[2:11]).to_bytes(32, "big"),
        credential_serial=int(CREDENTIAL[11:]),
        registered=registered,
        granted=granted,
        lines=stage.journal(procedure.entry).lines,
    )


def register(procedure: Procedure) -> int:
    """From submission on 2026-08-03 to the credential on 08-20, an objection in the notice dismissed; the anchoring's block."""
    stage = procedure.stage
    procedure.submitted()
    stage.on("2026-08-05")
    procedure.accept()
    stage.on("2026-08-12")
    procedure.publish()
    objection = procedure.object_in_notice().line("NoticeObjected").number
    procedure.resolve(objection)
    stage.on("2026-08-20")
    procedure.anchor()
    anchored = stage.chain.number
    procedure.issue(CREDENTIAL)
    return anchored


def grant(
    procedure: Procedure,
    licensee: Player,
    until: str,
    *,
    kind: LicenceKind = LicenceKind.NON_EXCLUSIVE,
    purposes: Purpose,
    licences: list[int] | None = None,
    burdens: list[int] | None = None,
) -> int:
    """Grant a licence from today; its number."""
    stage, cast = procedure.stage, procedure.cast
    terms = Licence(
        licensee=licensee.number,
        kind=kind,
        start=stage.today,
        end=day(until),
        actions=Action.READ | Action.REPRODUCE,
        purposes=purposes,
    )
    act = ("grant", procedure.entry, cast.exchange, terms, AGREEMENT, burdens or [], licences or [])
    by = [procedure.filer.one, licensee.one, cast.exchange.officers["recorder"]]
    return stage.file(by, [act]).line("LicenceGranted").number


def end_dispute(procedure: Procedure, objection: int) -> None:
    """The objector takes it back, and the registrar's pair records it."""
    cast = procedure.cast
    procedure.take_back(objection, by=[cast.objector.one, *cast.registrar.pair])
