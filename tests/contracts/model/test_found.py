"""What walks found, or would have: each difference once more, on purpose. The chapters' own tests say what is right."""

from collections.abc import Callable
from random import Random

from tests.contracts.model.chance import Chance
from tests.contracts.model.moves import attestations, burdens, changes, licences, parties, registration, securities
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
