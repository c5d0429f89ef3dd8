"""Attestations on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

reports = Reports.on(stage, cast)                          # over a folio that was opened, by an appraiser
number = reports.attested(headline=Headline.CONDITIONAL)   # a valuation for a pledge, two appraisers and the holder signing
reports.revoke(number, by=[...])                           # any act, by anybody, at any legal time
"""

from dataclasses import dataclass, replace
from typing import Any

from ledger_api.domain.words import (
    AccreditationKind,
    Attestation,
    AttestationKind,
    AttestationPurpose,
    Headline,
    Power,
    RevocationReason,
    Right,
    Role,
)
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure, Someone
from tests.contracts.stage import Cast, Done, Player, Stage, enter
from tests.contracts.stage.cast import accredit
from tests.contracts.stage.stage import day

VALUATION = Attestation(
    kind=AttestationKind.VALUATION,
    purpose=AttestationPurpose.PLEDGE,
    headline=Headline.STATED,
    rights=Right.OPERATE,
    base=day("2026-06-30"),
    until=day("2027-06-29"),
)
"""As of 30 June 2026, for a pledge; the attestor as a test says."""
OPINION = Attestation(
    kind=AttestationKind.COMPLIANCE, headline=Headline.PASSED, base=day("2026-07-20"), until=day("2027-07-19")
)
"""That the data may be had, used and offered, as of 20 July 2026 (演示)."""
OFFICERS = {
    "one": Power.ATTEST,
    "two": Power.ATTEST,
    "machine": Power.ATTEST | Power.MACHINE,
    "clerk": Power.FILE | Power.DISPOSE | Power.MANDATE,
}


def attestor(stage: Stage, cast: Cast, *kinds: AccreditationKind, first_account: int = 240) -> Player:
    """A body that attests, accredited for `kinds`."""
    roles = Role.ATTESTOR | Role.HOLDER
    player = enter(stage, cast.operator, f"attestor {first_account} (虚构)", roles, OFFICERS, first_account)
    for kind in kinds:
        accredit(stage, cast.operator, player, kind)
    return player


def opined(case: Procedure, first_account: int = 250, **changes: Any) -> int:
    """A law firm comes and gives its opinion on the data of a folio, which is opened if it is not; the opinion's number."""
    if not case.stage.journal(case.entry).lines:
        case.opened()
    firm = attestor(case.stage, case.cast, AccreditationKind.LAW_FIRM, first_account=first_account)
    return Reports(case, firm).attested(OPINION, by=[firm.one, *case.hands], **changes)


@dataclass
class Reports:
    """Attestations over one folio, by one body."""

    case: Procedure
    body: Player

    @classmethod
    def on(cls, stage: Stage, cast: Cast, case: Procedure | None = None) -> "Reports":
        """An appraiser, and a folio that was only opened unless another is given."""
        return cls(case or Procedure(stage, cast).opened(), attestor(stage, cast, AccreditationKind.APPRAISAL_FILING))

    @property
    def stage(self) -> Stage:
        """The ledger."""
        return self.case.stage

    def word(self, number: int) -> Attestation:
        """An attestation."""
        return self.stage.word(Attestation, self.case.entry, number)

    def attest(self, terms: Attestation = VALUATION, *, by: Someone = None, at: int = 0, **changes: Any) -> Done:
        """Attest; `changes` are made to the terms, `folio`, `report`, `alg` and `commitment` to the rest."""
        folio, report = changes.pop("folio", self.case.folio), changes.pop("report", DOCUMENT)
        alg, commitment = changes.pop("alg", SHA256), changes.pop("commitment", DOCUMENT)
        terms = replace(terms, **{"attestor": self.body.number, **changes})
        values = (self.case.entry, folio, terms, alg, report, commitment)
        default = () if by is not None else [*self.body.both, self.case.filer.one]
        return self.case.file(by, default, "attest", *values, at=at)

    def attested(self, terms: Attestation = VALUATION, **arguments: Any) -> int:
        """The same; the attestation's number."""
        return self.attest(terms, **arguments).line("Attested").number

    def countersign(self, number: int, *, by: Someone = None, at: int = 0, **digest: Any) -> Done:
        """Sign second."""
        return self._step(by, [self.body.two], "countersignAttestation", number, at=at, **digest)

    def supersede(self, number: int, successor: int, *, by: Someone = None, at: int = 0) -> Done:
        """Put a later one in its place."""
        return self._step(by, [self.body.one], "supersedeAttestation", number, successor, at=at)

    def revoke(
        self,
        number: int,
        code: int = RevocationReason.ERROR,
        *,
        revoker: Player | None = None,
        by: Someone = None,
        at: int = 0,
        **digest: Any,
    ) -> Done:
        """Take it out of use."""
        party = revoker or self.body
        return self._step(by, party.both, "revokeAttestation", number, party, code, at=at, **digest)

    def _step(self, by: Someone, default: Any, name: str, *terms: Any, at: int, **digest: Any) -> Done:  # noqa: ANN401
        values = (self.case.entry, *terms, digest.get("alg", SHA256), digest.get("document", DOCUMENT))
        return self.case.file(by, default, name, *values, at=at)
