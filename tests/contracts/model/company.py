"""Who plays: the cast of the stage and those who lend, guarantee, judge and attest; all invented (演示), once as the model sees them."""

from dataclasses import dataclass, field

from ledger_api.domain.words import AccreditationKind, PartyKind, Power, Role
from tests.contracts.attestations.reports import attestor
from tests.contracts.burdened import court
from tests.contracts.circumstances import join, mandate
from tests.contracts.loans import LENDING
from tests.contracts.metering import gateway_of
from tests.contracts.model.register import Accreditation, Mandate, Names, Officer, Party, Register
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.cast import APPROVER, FOR_EVER, MERCHANT, REVIEWER, YEARS, accredit

MERCHANTS = frozenset(("HOLDER", "MERCHANT"))
FULL = MERCHANT | Power.METER | Power.ENFORCE


def powers(mask: Power) -> Names:
    """A mask of powers as names; what a machine is, is no power."""
    return frozenset(each.name or "" for each in mask) - {"MACHINE"}


@dataclass
class Company:
    """Everybody by what they do; players to sign with, and their numbers for the model."""

    cast: Cast
    players: dict[int, Player] = field(default_factory=dict)
    banks: list[int] = field(default_factory=list)
    guarantors: list[int] = field(default_factory=list)
    courts: list[int] = field(default_factory=list)
    attestors: list[int] = field(default_factory=list)
    registrars: list[int] = field(default_factory=list)
    exchanges: list[int] = field(default_factory=list)
    lessors: list[int] = field(default_factory=list)
    merchants: list[int] = field(default_factory=list)
    """May hold, license and be licensed."""
    gateways: list[int] = field(default_factory=list)
    regulator: int = 0
    organ: int = 0
    joint: int = 0

    @property
    def signers(self) -> dict[int, Signs]:
        """All officers by number."""
        return {each.number: each for player in self.players.values() for each in player.officers.values()}


def assemble(stage: Stage, cast: Cast) -> tuple[Company, Register]:
    """Bring the others on, and write everybody down."""
    c, r = Company(cast), Register(stage.now)

    def know(
        player: Player, roles: Names, officers: dict[str, Power], kind: str = "LEGAL_PERSON", *licensed: str
    ) -> int:
        c.players[player.number] = player
        party = r.parties[player.number] = Party(player.number, kind, roles, FOR_EVER)
        party.accreditations = {each: Accreditation("ACTIVE", *YEARS) for each in licensed}
        # One line for the admission, one for each officer, one for each accreditation.
        party.lines = 1 + len(officers) + len(licensed)
        for name, mask in officers.items():
            number = player.officers[name].number
            r.officers[number] = Officer(number, player.number, powers(mask), Power.MACHINE in mask)
        return player.number

    def come(name: str, role: Role, officers: dict[str, Power], account: int, kind: str = "LEGAL_PERSON") -> int:
        player = enter(stage, cast.operator, name, role, officers, account, PartyKind[kind])
        return know(player, frozenset(each.name or "" for each in role), officers, kind)

    merchant = {"one": MERCHANT, "two": MERCHANT}
    founder = Power.GOVERN | Power.ADMIT | Power.BIND | Power.MANDATE
    know(cast.operator, frozenset(("OPERATOR",)), {"alice": founder, "bob": founder})
    staff = {"reviewer": REVIEWER, "reviewer2": REVIEWER, "approver": APPROVER, "approver2": APPROVER}
    c.registrars.append(
        know(cast.registrar, frozenset(("REGISTRAR", "EXCHANGE")), staff, "LEGAL_PERSON", "REGISTRAR_CATALOGUE")
    )
    c.exchanges.append(
        know(cast.exchange, frozenset(("EXCHANGE",)), {"recorder": Power.RECORD, "recorder2": Power.RECORD})
    )
    for player in (cast.holder, cast.second):
        c.merchants.append(know(player, MERCHANTS, merchant))
    for player in (cast.maker, cast.buyer):
        c.merchants.append(know(player, frozenset(("MERCHANT",)), merchant))
    c.merchants.append(know(cast.objector, frozenset(("HOLDER",)), merchant))
    c.regulator = know(cast.regulator, frozenset(("REGULATOR",)), {"one": Power.ADMIT, "two": Power.ADMIT})
    know(cast.outsider, frozenset(("HOLDER",)), {})

    # Whoever takes over may lend and hold what it keeps then.
    heirs = {"reviewer": REVIEWER, "chief": REVIEWER | APPROVER, "approver": APPROVER, "one": LENDING, "two": LENDING}
    heir = come("heir (虚构)", Role.REGISTRAR | Role.BANK | Role.LESSOR | Role.HOLDER | Role.ATTESTOR, heirs, 600)
    accredit(stage, cast.operator, c.players[heir], AccreditationKind.REGISTRAR_CATALOGUE)
    r.parties[heir].accreditations["REGISTRAR_CATALOGUE"] = Accreditation("ACTIVE", *YEARS)
    r.parties[heir].lines += 1
    c.registrars.append(heir)
    c.merchants.append(heir)
    for name in ("court A", "court B"):
        c.courts.append(know(court(stage, cast, name), frozenset(("COURT",)), {}))
    lending = {"one": LENDING, "two": LENDING}
    c.banks = [come(f"bank {each} (虚构)", Role.BANK, lending, 620 + 10 * each) for each in range(2)]
    c.banks.append(heir)
    c.guarantors = [come(f"guarantor {each} (虚构)", Role.GUARANTOR, lending, 640 + 10 * each) for each in range(2)]
    gateway = gateway_of(stage, cast.operator)
    metering = {"machine": Power.METER | Power.MACHINE, "person": Power.METER, "clerk": Power.FILE}
    c.gateways.append(know(gateway, frozenset(("CUSTODIAN",)), metering))
    c.organ = come("organ (虚构)", Role.HOLDER, {"one": FULL, "two": FULL}, 660, "STATE_ORGAN")
    lessor = come("lessor (虚构)", Role.LESSOR | Role.HOLDER, {"one": FULL, "two": FULL}, 710)
    c.lessors = [lessor, lessor, heir]
    c.merchants.append(lessor)
    c.merchants.append(come("rich (虚构)", Role.HOLDER | Role.MERCHANT | Role.BANK, {"one": FULL, "two": FULL}, 670))
    attesting = {
        "one": Power.ATTEST,
        "two": Power.ATTEST,
        "machine": Power.ATTEST | Power.MACHINE,
        "clerk": Power.FILE | Power.DISPOSE | Power.MANDATE,
    }
    roles = frozenset(("ATTESTOR", "HOLDER"))
    for kinds, account in ((("APPRAISAL_FILING",), 680), (("LAW_FIRM", "APPRAISAL_FILING", "ACCOUNTING_FIRM"), 690)):
        body = attestor(stage, cast, *(AccreditationKind[kind] for kind in kinds), first_account=account)
        c.attestors.append(know(body, roles, attesting, "LEGAL_PERSON", *kinds))
    _together(stage, cast, c, r)
    r.book = stage.book_line
    return c, r


def _together(stage: Stage, cast: Cast, c: Company, r: Register) -> None:
    """A joint holding, of which either member licenses but both dispose; and an agent."""
    members = sorted((cast.second.number, cast.buyer.number))
    holding = join(stage, [cast.second, cast.buyer], quorum=(10_000, 10_000, 10_000, 5_000))
    c.joint = holding.number
    r.parties[holding.number] = Party(
        holding.number,
        "JOINT",
        frozenset(("HOLDER",)),
        FOR_EVER,
        members={members[0]: 5_000, members[1]: 5_000},
        quorum={"DISPOSE": 10_000, "CHARGE": 10_000, "LICENSE_EXCLUSIVE": 10_000, "LICENSE": 5_000},
        lines=1,
    )
    handed = Power.FILE | Power.DISPOSE | Power.ACCEPT
    mandate(stage, cast.holder, cast.objector, handed)
    r.parties[cast.holder.number].lines += 1
    r.mandates.append(Mandate(cast.holder.number, cast.objector.number, powers(handed)))
    stage.chain.forward(seconds=1)
