"""Narrowing: both sides agree on less, never on more, and what happened to the licence stays on it."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    Action,
    Burden,
    BurdenState,
    Environment,
    Industry,
    LicenceFlag,
    LicenceKind,
    LicenceState,
    Power,
    Purpose,
    Region,
    Template,
)
from tests.contracts.circumstances import identity_expires
from tests.contracts.deals import READING, Deals
from tests.contracts.procedure import DOCUMENT
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

WIDE: dict[str, Any] = {
    "actions": Action.READ | Action.DERIVE | Action.TRAIN,
    "purposes": Purpose.TEACHING | Purpose.RESEARCH,
    "industries": Industry.C | Industry.P,
    "regions": Region.CN33 | Region.CN31,
    "environments": Environment.CLOUD | Environment.API,
    "flags": LicenceFlag.TRAIN | LicenceFlag.KEEP_WEIGHTS | LicenceFlag.SUBLICENSE,
    "delete_within": 30,
}


@pytest.mark.parametrize(
    "less",
    [
        {"end": day("2026-12-31")},
        {"actions": Action.READ, "flags": LicenceFlag(0)},
        {"purposes": Purpose.TEACHING},
        {"industries": Industry.C},
        {"regions": Region.CN33},
        {"environments": Environment.API},
        {"flags": LicenceFlag.TRAIN},
        {"delete_within": 10},
    ],
)
def test_both_agree_on_less(stage: Stage, deals: Deals, less: dict[str, Any]) -> None:
    """Rule 46."""
    number = deals.granted(**WIDE)
    edition, before = deals.head.edition, deals.licence(number)
    stage.on("2026-08-21")
    line = deals.narrow(number, **less).line("LicenceNarrowed")
    after = deals.licence(number)
    assert after == line["licence"]
    for field in ("end", "actions", "purposes", "industries", "regions", "environments", "flags", "delete_within"):
        assert getattr(after, field) == less.get(field, getattr(before, field))
    assert after.last == stage.today
    assert deals.head.edition == edition + 1
    assert deals.head.licences == 1


def test_both_make_a_blind_licensee_public_but_hide_nobody_again(stage: Stage, deals: Deals) -> None:
    """Rule 60: what the public was told stays told."""
    number = deals.granted(flags=LicenceFlag.BLIND)
    deals.narrow(number, flags=LicenceFlag(0))
    assert deals.licence(number).flags == LicenceFlag(0)
    with stage.refused("NotNarrower"):
        deals.narrow(number, flags=LicenceFlag.BLIND)


@pytest.mark.parametrize(
    "more",
    [
        {"end": READING.end + 1},
        {"start": READING.start - 1},
        {"start": READING.start + 1},
        {"actions": WIDE["actions"] | Action.DISPLAY},
        {"actions": Action(0)},
        {"purposes": Purpose(0)},
        {"purposes": Purpose.MARKETING},
        {"industries": Industry.D},
        {"regions": Region.CN11},
        {"environments": Environment(0)},
        {"flags": WIDE["flags"] | LicenceFlag.REDISTRIBUTE},
        {"kind": LicenceKind.SOLE},
        {"kind": LicenceKind.EXCLUSIVE},
        {"licensee": 1},
        {"parent": 1},
        {"end": day("2026-08-19")},
        {"end": day("2026-08-31")},
    ],
)
def test_nothing_is_added_by_narrowing(stage: Stage, deals: Deals, more: dict[str, Any]) -> None:
    """Rules 46, 52: an enlargement is a new grant; so is another licensee or parent; an end that is past, or
    before the beginning, is none."""
    number = deals.granted(**WIDE)
    with stage.refused("NotNarrower"):
        deals.narrow(number, **more)


def test_codes_that_nobody_knows_are_refused(stage: Stage, deals: Deals) -> None:
    """Rule 46."""
    number = deals.granted()
    with stage.refused("NotNarrower"):
        deals.narrow(number, terms=deals.licence(number).encode() | 1 << 251)


def test_both_sides_sign_a_narrowing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 48."""
    number = deals.granted(**WIDE)
    with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
        deals.narrow(number, by=[cast.holder.one], purposes=Purpose.TEACHING)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        deals.narrow(number, by=[cast.maker.one], purposes=Purpose.TEACHING)


def test_narrowing_an_exclusive_licence_needs_the_power_to_give_one(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 47."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    stage.file(cast.operator.both, [("empower", cast.holder.one, Power.LICENSE, (1 << 40) - 1, 2, DOCUMENT)])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE_EXCLUSIVE):
        deals.narrow(number, kind=LicenceKind.NON_EXCLUSIVE)


def test_a_party_whose_identity_expired_narrows_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 1."""
    number = deals.granted(**WIDE)
    identity_expires(stage, cast, cast.maker)
    with stage.refused("IdentityExpired", party=cast.maker):
        deals.narrow(number, purposes=Purpose.TEACHING)


def test_an_exclusive_licence_that_becomes_ordinary_burdens_no_more(stage: Stage, deals: Deals) -> None:
    """Rule 46."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    line = deals.narrow(number, kind=LicenceKind.NON_EXCLUSIVE).line("LicenceNarrowed")
    assert deals.burden(number) == line["burden"]
    assert (deals.burden(number).state, deals.head.burdens) == (BurdenState.CLOSED, 0)


def test_an_exclusive_licence_that_becomes_sole_still_burdens(deals: Deals) -> None:
    """Rule 46: the licensor may use the data again, others may not."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    line = deals.narrow(number, kind=LicenceKind.SOLE).line("LicenceNarrowed")
    assert (line["burden"], deals.burden(number).state, deals.head.burdens) == (Burden(), BurdenState.OPEN, 1)


def test_a_suspended_licence_may_be_narrowed_and_stays_suspended_by_whom_it_was(
    stage: Stage, cast: Cast, deals: Deals
) -> None:
    """Terms cannot say otherwise: the licensor does not lift the registrar's suspension this way."""
    number = deals.granted(**WIDE)
    deals.suspend(number, by=[cast.registrar.reviewer])
    deals.narrow(number, purposes=Purpose.TEACHING, flags=WIDE["flags"], state=LicenceState.ACTIVE)
    word = deals.licence(number)
    assert (word.state, word.purposes) == (LicenceState.SUSPENDED, Purpose.TEACHING)
    assert LicenceFlag.SUSPENDED_BY_REGISTRAR in word.flags
    with stage.refused("NotTheSuspender"):
        deals.resume(number)


def test_a_notice_of_breach_survives_narrowing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54: and it stays whose it was."""
    number = deals.granted(**WIDE)
    deals.notice(number, by=[cast.maker.one])
    stage.on("2026-08-21")
    deals.narrow(number, purposes=Purpose.TEACHING, flags=WIDE["flags"], noticed=0, depth=3)
    word = deals.licence(number)
    assert (word.noticed, word.depth) == (day("2026-08-20"), 0)
    assert LicenceFlag.NOTICED_BY_LICENSEE in word.flags
    assert LicenceFlag.NOTICED_BY_LICENSOR not in word.flags


@pytest.mark.parametrize("how", ["ended", "closed"])
def test_a_licence_that_is_over_is_not_narrowed(stage: Stage, deals: Deals, how: str) -> None:
    number = deals.granted(**{**WIDE, "delete_within": 0})
    deals.end(number)
    if how == "closed":
        deals.close(number)
    with stage.refused("WrongLicenceState", number=number):
        deals.narrow(number)


def test_what_is_agreed_anew_is_judged_like_a_grant(stage: Stage, deals: Deals) -> None:
    """Rules 48, 58, 59, 123."""
    number = deals.granted(**WIDE)
    with stage.refused("TrainingNotAgreed"):
        deals.narrow(number, flags=LicenceFlag.SUBLICENSE)
    with stage.refused("TermsNotValid"):
        deals.narrow(number, actions=Action.READ)
    with stage.refused("CrossBorderUnsupported"):
        deals.narrow(number, agreement=deals.agreement(cross_border=DOCUMENT))
    for paper in ("contract_hash", "policy"):
        with stage.refused("DigestMissing"):
            deals.narrow(number, agreement=deals.agreement(**{paper: bytes(32)}))
    with stage.refused("UnknownAlgorithm"):
        deals.narrow(number, agreement=deals.agreement(alg=0))
    with stage.refused("TermsNotValid"):
        deals.narrow(number, agreement=deals.agreement(template=Template.NONE))


def test_a_sublicence_is_narrowed_by_its_own_sides(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 44: the parent's licensee and the sublicensee."""
    parent = deals.granted(**WIDE)
    child = deals.granted(
        licensor=cast.maker, licensee=cast.buyer, parent=parent, **{**WIDE, "flags": LicenceFlag.TRAIN}
    )
    with stage.refused("AssentMissing", party=cast.maker, power=Power.LICENSE):
        deals.narrow(child, purposes=Purpose.TEACHING, by=[cast.holder.one, cast.buyer.one])
    deals.narrow(child, purposes=Purpose.TEACHING, by=[cast.maker.one, cast.buyer.one])


def test_a_narrowing_is_not_dated_before_the_licences_last_act(stage: Stage, deals: Deals) -> None:
    """Rule 124: a licence knows the day of its last act."""
    stage.on("2026-08-21")
    number = deals.granted(**WIDE)
    with stage.refused("OutOfOrder"):
        deals.narrow(number, purposes=Purpose.TEACHING, at=instant("2026-08-20"))
