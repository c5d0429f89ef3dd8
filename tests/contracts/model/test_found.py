"""What walks found, or would have: each difference once more, on purpose. The chapters' own tests say what is right."""

from collections.abc import Callable
from random import Random

from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Folio
from tests.contracts.model.moves import (
    attestations,
    burdens,
    changes,
    enforcements,
    leases,
    licences,
    parties,
    registration,
    securities,
    sources,
    supervision,
)
from tests.contracts.model.play import Move, Play
from tests.contracts.model.walk import Scene


class Told:
    """A walk that is told what to do."""

    def __init__(self, scene: Scene, seed: int = 1) -> None:
        self.play: Play = scene.play()
        self.chance = Chance(Random(seed), scene.company, self.play.register)
        # The one whose rights last longest.
        self.chance.bound = max(self.play.register.folios.values(), key=lambda folio: folio.until[2])
        self.registrar, self.heir = scene.company.registrars

    def do(self, *movers: Callable[[Chance], Move]) -> None:
        """Each until it is accepted."""
        for mover in movers:
            assert any(self.attempt(mover) for _ in range(80)), mover

    def attempt(self, mover: Callable[[Chance], Move]) -> bool:
        """Try it once; Differs when they do."""
        self.chance.register.now = self.play.stage.now
        return self.play.attempt(mover(self.chance))

    def succeed(self) -> None:
        """The heir takes over."""
        self.do(lambda c: parties.accredited(c, self.registrar, "REGISTRAR_CATALOGUE", "EXITING"))
        self.play.stage.chain.forward(days=190)
        self.do(parties.hand_over)


def test_a_successor_finds_filings_true(scene: Scene) -> None:
    """Rule 5: found by the first long run, after some 2,200 acts."""
    told = Told(scene)
    told.do(securities.record)
    told.succeed()
    told.do(securities.import_filing, securities.verify)


def test_a_successor_is_interested_in_nothing_it_keeps(scene: Scene) -> None:
    """Rules 2, 5: as creditor, transferee, attestor, applicant."""
    told = Told(scene)
    told.do(securities.record, changes.apply_transfer, registration.accept, registration.pass_)
    told.succeed()
    company, everybody = told.play.company, list(told.play.company.merchants)
    kept = list(company.banks), list(company.attestors)
    try:
        company.banks[:], company.merchants[:], company.attestors[:] = [told.heir], [told.heir], [told.heir, told.heir]
        for mover in (securities.record, securities.assign, changes.execute_transfer, attestations.attest) * 8:
            told.attempt(mover)
        for _ in range(8):
            told.attempt(changes.complete)
    finally:
        company.merchants[:] = everybody
        company.banks[:], company.attestors[:] = kept
    refused = {reason for _, reason in told.play.tally.refused}
    assert {"RegistrarInterested", "RegistrarTakesPart"} <= refused


def test_what_a_frozen_party_holds_does_not_move(scene: Scene) -> None:
    """Rule 115: neither by novation nor by assignment."""
    told = Told(scene)
    told.do(licences.grant, licences.grant, securities.record)
    everybody = [*told.play.company.merchants, *told.play.company.banks]
    merchants, told.play.company.merchants = told.play.company.merchants, everybody
    try:
        for _ in range(12):
            told.attempt(burdens.restrain)
    finally:
        told.play.company.merchants = merchants
    for mover in (licences.novate, securities.assign) * 10:
        told.attempt(mover)
    assert told.play.tally.refused["novate", "PartyFrozen"]


def test_a_valuation_that_does_not_serve_is_not_relied_on(scene: Scene) -> None:
    """Rule 80."""
    told = Told(scene)
    told.do(attestations.attest, attestations.attest, attestations.attest, attestations.attest)
    for mover in (securities.record, attestations.revoke, securities.record, securities.amend) * 20:
        told.attempt(mover)
    assert told.play.tally.refused["recordSecurity", "AttestationNotUsable"]


def test_a_successor_leases_nothing_it_keeps(scene: Scene) -> None:
    """Rules 2, 5: neither as lessor nor as lessee."""
    told = Told(scene)
    told.succeed()
    company = told.play.company
    lessors, company.lessors = company.lessors, [told.heir]
    try:
        told.do(leases.appraise, leases.account)
        for _ in range(30):
            told.attempt(leases.record)
    finally:
        company.lessors = lessors
    assert told.play.tally.refused["recordLease", "RegistrarInterested"]


def published(scene: Scene) -> tuple[Told, Folio, int]:
    """A security whose right has another holder since, published until after its maturity, which is soon; nothing goes first."""
    for seed in range(40):
        told = Told(scene, seed)
        told.do(securities.record, securities.import_filing, securities.verify, leases.give_title)
        folio = told.chance.bound
        assert folio is not None
        (number, security), *_ = folio.securities.items()
        soon = security.debt.maturity < told.play.register.today + 60 < security.until
        if soon and security.state == "PERFECTED" and security.debt.order in {"SECURITY_FIRST", "ANY"}:
            return told, folio, number
    raise AssertionError("no walk went there")


def test_whoever_has_the_right_now_has_it_realised(scene: Scene) -> None:
    """Rule 93, Civil Code 406: a security follows its rights, whoever gave it."""
    told, folio, number = published(scene)
    assert folio.burdens[number].grantor != folio.holder[2]
    maturity = folio.securities[number].debt.maturity
    told.play.stage.chain.forward(days=maturity - told.play.register.today + 1)

    def by_holder(c: Chance) -> Move:
        clerk = (c.register.keeper(folio.registrar), "RECORD")
        return enforcements.opened(c, folio, number, "DEMAND", c.signers((folio.holder[2], "CHARGE"), clerk))

    told.do(securities.demand, by_holder)


def test_whoever_has_the_right_now_is_not_its_guarantor(scene: Scene) -> None:
    """Rule 105: nobody stands behind a creditor in his own right; the model had asked who gave the security."""
    told, folio, number = published(scene)
    assert folio.burdens[number].grantor != folio.holder[2]
    company = told.play.company
    guarantors, company.guarantors = company.guarantors, [folio.holder[2]]
    try:
        for _ in range(30):
            told.attempt(securities.bind)
    finally:
        company.guarantors = guarantors
    assert told.play.tally.refused["bindGuarantee", "GuaranteeTermsNotValid"]


def test_a_lease_is_no_security_to_note_events_of(scene: Scene) -> None:
    """Rule 108: whoever its burden names may be the lessee, who is nobody's creditor."""
    told = Told(scene)
    told.do(leases.appraise, leases.account, leases.record)
    for _ in range(40):
        told.attempt(supervision.note_entry)
    assert told.play.tally.refused["noteEntry", "OfALease"]


def test_no_source_ends_on_the_day_that_stands_for_never(scene: Scene) -> None:
    """Rule 45: it is said with 0, by declaration, extension and shortening alike."""
    told = Told(scene)
    for _ in range(15):
        told.attempt(sources.declare)
    for mover in (sources.extend, sources.shorten) * 20:
        told.chance.slip = "day"
        told.attempt(mover)
    assert told.play.tally.refused["extendSource", "SourceEndNotValid"]


def test_what_a_lessor_let_pass_withstands_the_loan_it_is_found_to_be(scene: Scene) -> None:
    """Rule 51: a licence given with the assent of whoever is its creditor now survives the sale."""
    told, folio, number = judged(scene)
    told.do(enforcements.open_, enforcements.notice, leases.appraise_for_sale, enforcements.value)
    told.play.stage.chain.forward(days=6)
    told.do(enforcements.for_sale, enforcements.sell, enforcements.settle)
    assert all(number in licence.assented for licence in folio.licences.values())
    for _ in range(30):
        told.attempt(enforcements.remove)


def judged(scene: Scene) -> tuple[Told, Folio, int]:
    """A lease, filed, that is found to be a loan whose character forbids no licence; the lessor let one pass before."""
    for seed in range(40):
        told = Told(scene, seed)
        told.do(leases.appraise, leases.account, leases.record)
        folio = told.chance.bound
        assert folio is not None
        (number, lease), *_ = folio.leases.items()
        if lease.title != "NOTED":
            continue
        told.do(securities.import_filing, securities.verify)
        told.play.stage.chain.forward(days=1)
        told.do(licences.grant, leases.judge)
        security = folio.securities[number]
        weak = security.character in {"MORTGAGE_395_7", "ATYPICAL_63", "RECEIVABLE_PLEDGE_445"}
        if weak and security.until > told.play.register.today + 60:
            return told, folio, number
    raise AssertionError("no walk went there")
