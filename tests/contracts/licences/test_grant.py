"""Granting a licence: who may, within what, until when, for what is expressly agreed; and under another licence."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Action,
    Basis,
    Burden,
    BurdenKind,
    BurdenState,
    CaseFlag,
    Effect,
    Environment,
    Industry,
    LicenceFlag,
    LicenceKind,
    LicenceState,
    Limit,
    Mandate,
    Power,
    Purpose,
    Region,
    Right,
    Sensitivity,
    Template,
)
from tests.contracts.attestations.reports import opined
from tests.contracts.circumstances import (
    another_registrar,
    identity_expires,
    join,
    mandate,
    set_parameters,
    suspend_accreditation,
)
from tests.contracts.deals import READING, Deals
from tests.contracts.procedure import COLLECTED, DOCUMENT, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

Over = Callable[..., Deals]


def test_a_licence_is_written_as_agreed(stage: Stage, cast: Cast, deals: Deals) -> None:
    edition = deals.head.edition
    done = deals.grant(regions=Region.CN33, delete_within=30, flags=LicenceFlag.AUDIT)
    line = done.line("LicenceGranted")
    word = deals.licence(line.number)
    assert word == replace(
        READING,
        licensee=cast.maker.number,
        state=LicenceState.ACTIVE,
        regions=Region.CN33,
        delete_within=30,
        flags=LicenceFlag.AUDIT,
        last=stage.today,
    )
    assert (line["licence"], line["licensor"], line["recorder"]) == (word, cast.holder.number, cast.exchange.number)
    assert line["burden"] == Burden()
    assert (deals.head.licences, deals.head.burdens, deals.head.edition) == (1, 0, edition + 1)


# ------------------------------------------------------------------------------------------------ title


@pytest.mark.parametrize("asked", [Right.HOLD, Right.USE, Right.HOLD | Right.USE])
def test_holding_or_using_data_gives_no_power_to_license_it(over: Over, stage: Stage, asked: Right) -> None:
    """Rule 43: only OPERATE does."""
    deals = over(asked=asked)
    with stage.refused("RightNotOperable", entry=deals.entry):
        deals.grant()


def test_a_folio_that_is_not_registered_is_not_licensed(stage: Stage, cast: Cast) -> None:
    """Rule 43."""
    deals = Deals(Procedure(stage, cast).in_notice())
    with stage.refused("RightNotOperable"):
        deals.grant()
    deals.case.root = b"\7" * 32
    with stage.refused("NoSuchEntry"):
        deals.grant()


def test_only_who_holds_operate_licenses(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 43."""
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        deals.grant(licensor=cast.second)


def test_a_right_is_licensed_on_its_last_day_and_not_after(over: Over, stage: Stage) -> None:
    """Rules 43, 45."""
    deals = over(until="2026-08-31")
    short = replace(READING, start=day("2026-08-31"), end=day("2026-08-31"))
    stage.on("2026-08-31", "23:00")
    mark = stage.mark()
    deals.grant(short)
    stage.rewind(mark)
    stage.on("2026-09-01", "00:00")
    with stage.refused("RightNotOperable"):
        deals.grant(start=day("2026-08-31"), end=day("2026-09-01"))


def test_a_lapsed_right_is_not_licensed_by_dating_back(over: Over, stage: Stage) -> None:
    """Rules 43, 124: live by legal time and by block time."""
    deals = over(until="2026-08-31")
    stage.on("2026-09-01")
    with stage.refused("RightNotOperable"):
        deals.grant(start=day("2026-08-31"), end=day("2026-08-31"), at=instant("2026-08-31"))


def test_nor_is_one_licensed_just_before_it_lapses_by_dating_ahead(over: Over, stage: Stage) -> None:
    """Rules 43, 124."""
    deals = over(until="2026-08-31")
    stage.on("2026-08-31", "23:50")
    with stage.refused("RightNotOperable"):
        deals.grant(start=day("2026-09-01"), end=day("2026-09-01"), at=instant("2026-09-01", "00:01"))


# ------------------------------------------------------------------------------------------------ assent


def test_both_sides_and_a_recorder_sign_the_same_terms(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 48."""
    holder, maker, recorder = cast.holder.one, cast.maker.one, cast.exchange.recorder
    for by, party in (
        ([maker, recorder], cast.holder),
        ([holder, recorder], cast.maker),
        ([holder, maker], cast.exchange),
    ):
        with stage.refused("AssentMissing", party=party):
            deals.grant(by=by)
    deals.grant(by=[holder, maker, recorder])


def test_an_exclusive_licence_needs_the_power_to_give_one(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 47."""
    acts = [("empower", cast.holder.one, Power.LICENSE, (1 << 40) - 1, 2, DOCUMENT)]
    stage.file(cast.operator.both, acts)
    for kind in (LicenceKind.SOLE, LicenceKind.EXCLUSIVE):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE_EXCLUSIVE):
            deals.grant(kind=kind)
    deals.grant()


def test_joint_holders_license_by_the_quora_they_agreed(stage: Stage, cast: Cast) -> None:
    """Rule 47: here half for an ordinary licence, all for an exclusive one."""
    joint = join(stage, [cast.holder, cast.second], quorum=(10_000, 10_000, 10_000, 5_000))
    both = [cast.holder.one, cast.second.one]
    deals = Deals(Procedure(stage, cast, applicant=joint, signers=both).registered())
    others = [cast.maker.one, cast.exchange.recorder]
    with stage.refused("AssentMissing", party=joint, power=Power.LICENSE):
        deals.grant(by=others)
    deals.grant(by=[cast.holder.one, *others])
    with stage.refused("AssentMissing", party=joint, power=Power.LICENSE_EXCLUSIVE):
        deals.grant(kind=LicenceKind.EXCLUSIVE, purposes=Purpose.MARKETING, by=[cast.holder.one, *others])
    second = deals.head.licences
    number = stage.journal(deals.entry).lines
    deals.grant(kind=LicenceKind.EXCLUSIVE, purposes=Purpose.MARKETING, by=[*both, *others], licences=[number])
    assert deals.head.licences == second + 1


def test_an_agent_licenses_under_a_mandate_for_this_entry(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 43."""
    by = [cast.second.one, cast.maker.one, cast.exchange.recorder]
    mandate(stage, cast.holder, cast.second, Power.LICENSE, entry=b"\7" * 32)
    with stage.refused("AssentMissing", party=cast.holder):
        deals.grant(by=by)
    mandate(stage, cast.holder, cast.second, Power.LICENSE, entry=deals.entry)
    deals.grant(by=by)
    assert stage.word(Mandate, cast.holder, cast.second, deals.entry).powers == Power.LICENSE


@pytest.mark.parametrize("who", ["holder", "maker", "exchange"])
def test_whose_identity_expired_takes_part_in_no_licence(stage: Stage, cast: Cast, deals: Deals, who: str) -> None:
    """Rule 1."""
    identity_expires(stage, cast, getattr(cast, who))
    with stage.refused("IdentityExpired", party=getattr(cast, who)):
        deals.grant()


def test_nobody_is_licensed_by_itself(stage: Stage, cast: Cast, deals: Deals) -> None:
    with stage.refused("TermsNotValid"):
        deals.grant(licensee=cast.holder, by=[cast.holder.one, cast.exchange.recorder])


# ------------------------------------------------------------------------------------------------ the recorder


def test_the_entrys_registrar_records(stage: Stage, cast: Cast, deals: Deals) -> None:
    deals.grant(recorder=cast.registrar)


def test_a_suspended_registrar_records_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        deals.grant(recorder=cast.registrar)
    deals.grant(recorder=cast.exchange)


def test_another_registrar_that_is_no_exchange_records_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 31."""
    other = another_registrar(stage, cast)
    with stage.refused("NotARecorder", recorder=other):
        deals.grant(recorder=other)
    with stage.refused("NotARecorder", recorder=cast.second):
        deals.grant(recorder=cast.second)


def test_an_officer_without_the_power_records_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
        deals.grant(recorder=cast.registrar, by=[cast.holder.one, cast.maker.one, cast.registrar.approver])


def test_a_recorder_exists(stage: Stage, cast: Cast, deals: Deals) -> None:
    by = [cast.holder.one, cast.maker.one]
    values: tuple[Any, ...] = (deals.entry, 0, replace(READING, licensee=cast.maker.number), deals.agreement(), [], [])
    with stage.refused("NoSuchParty", party=0):
        stage.file(by, [("grant", *values)])


# ------------------------------------------------------------------------------------------------ whole terms


@pytest.mark.parametrize(
    "changes",
    [
        {"state": LicenceState.ACTIVE},
        {"depth": 1},
        {"noticed": 1},
        {"last": 1},
        {"flags": LicenceFlag.SUSPENDED_BY_REGISTRAR},
        {"flags": LicenceFlag.NOTICED_BY_LICENSEE},
        {"flags": LicenceFlag.NOTICED_BY_LICENSOR},
        {"start": 0},
        {"start": day("2027-09-01")},
        {"start": day("2026-08-01"), "end": day("2026-08-19")},
    ],
)
def test_terms_say_what_is_agreed_and_nothing_else(stage: Stage, deals: Deals, changes: dict[str, Any]) -> None:
    """Rule 48: whole, not over before they begin, and silent on what only happens later."""
    with stage.refused("TermsNotValid"):
        deals.grant(**changes)


def test_somebody_is_licensed(stage: Stage, deals: Deals) -> None:
    with stage.refused("TermsNotValid"):
        deals.grant(READING.encode())


@pytest.mark.parametrize("bit", [103, 251, 206])
def test_codes_that_nobody_knows_are_refused(stage: Stage, cast: Cast, deals: Deals, bit: int) -> None:
    """Rule 46: a code the conflict test does not know would escape it."""
    word = replace(READING, licensee=cast.maker.number).encode() | 1 << bit
    with stage.refused("TermsNotValid"):
        deals.grant(word)


def test_a_licence_may_last_a_day_and_end_today(stage: Stage, deals: Deals) -> None:
    deals.grant(start=stage.today, end=stage.today)


@pytest.mark.parametrize("template", [Template.NONE, Template.OTHER + 1])
def test_the_contract_form_is_named(stage: Stage, deals: Deals, template: int) -> None:
    """Rule 48."""
    with stage.refused("TermsNotValid"):
        deals.grant(agreement=deals.agreement(template=template))
    deals.grant(agreement=deals.agreement(template=Template.OTHER))


@pytest.mark.parametrize("paper", ["contract_hash", "policy"])
def test_both_sign_contract_and_policy(stage: Stage, deals: Deals, paper: str) -> None:
    """Rule 48."""
    with stage.refused("DigestMissing"):
        deals.grant(agreement=deals.agreement(**{paper: bytes(32)}))


@pytest.mark.parametrize("alg", [0, 4])
def test_the_papers_say_which_algorithm_made_their_digests(stage: Stage, deals: Deals, alg: int) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm", alg=alg):
        deals.grant(agreement=deals.agreement(alg=alg))


# ------------------------------------------------------------------------------------------------ training, borders


def test_training_is_expressly_agreed(stage: Stage, deals: Deals) -> None:
    """Rule 59: naming the action alone is not enough, and neither is saying nothing."""
    for action in (Action.TRAIN, Action.FINE_TUNE, Action.READ | Action.TRAIN):
        with stage.refused("TrainingNotAgreed"):
            deals.grant(actions=action)
    deals.grant(actions=Action.TRAIN, flags=LicenceFlag.TRAIN)
    deals.grant(actions=Action.FINE_TUNE, flags=LicenceFlag.TRAIN)
    deals.grant(actions=Action(0), flags=LicenceFlag.TRAIN)


def test_all_actions_without_the_flag_are_all_but_training(stage: Stage, deals: Deals) -> None:
    """Rule 59: silence is no; so it allows no sublicence to train either."""
    parent = deals.granted(actions=Action(0), flags=LicenceFlag.SUBLICENSE)
    with stage.refused("ScopeExceeded", parent=parent):
        deals.grant(
            licensor=deals.cast.maker,
            licensee=deals.cast.buyer,
            parent=parent,
            actions=Action.TRAIN,
            flags=LicenceFlag.TRAIN,
        )


def test_training_is_not_agreed_without_an_action_that_trains(stage: Stage, deals: Deals) -> None:
    """Rule 59."""
    with stage.refused("TermsNotValid"):
        deals.grant(actions=Action.READ, flags=LicenceFlag.TRAIN)


def test_weights_are_kept_only_where_training_is_agreed(stage: Stage, deals: Deals) -> None:
    """Rule 59."""
    with stage.refused("TrainingNotAgreed"):
        deals.grant(actions=Action(0), flags=LicenceFlag.KEEP_WEIGHTS)
    with stage.refused("TermsNotValid"):
        deals.grant(actions=Action.READ, flags=LicenceFlag.KEEP_WEIGHTS)
    deals.grant(actions=Action.TRAIN, flags=LicenceFlag.TRAIN | LicenceFlag.KEEP_WEIGHTS)


def test_crossing_the_border_needs_a_reference_and_a_flag(stage: Stage, deals: Deals) -> None:
    """Rule 58: false by default; both or neither."""
    with stage.refused("CrossBorderUnsupported"):
        deals.grant(flags=LicenceFlag.CROSS_BORDER)
    with stage.refused("CrossBorderUnsupported"):
        deals.grant(agreement=deals.agreement(cross_border=DOCUMENT))
    with stage.refused("CrossBorderUnsupported"):
        deals.grant(regions=Region.ABROAD | Region.CN33)
    deals.grant(regions=Region.ABROAD, flags=LicenceFlag.CROSS_BORDER, agreement=deals.agreement(cross_border=DOCUMENT))


# ------------------------------------------------------------------------------------------------ limits


@pytest.mark.parametrize(
    "limit, changes, allowed",
    [
        (Limit.NO_RESALE, {"flags": LicenceFlag.REDISTRIBUTE}, {}),
        (Limit.NO_RESALE, {"actions": Action.DISTRIBUTE}, {"actions": Action.DISPLAY}),
        (Limit.NO_RESALE, {"actions": Action(0)}, {}),
        (Limit.NO_SUBLICENCE, {"flags": LicenceFlag.SUBLICENSE}, {}),
        (Limit.NO_TRAINING, {"actions": Action.TRAIN, "flags": LicenceFlag.TRAIN}, {"actions": Action(0)}),
        (Limit.NO_CROSS_BORDER, {"flags": LicenceFlag.CROSS_BORDER}, {}),
        (Limit.NO_DERIVATION, {"actions": Action.DERIVE}, {"actions": Action.EXTRACT}),
        (Limit.NO_DERIVATION, {"actions": Action(0)}, {}),
        (Limit.NOT_PREMISES, {"environments": Environment.PREMISES}, {"environments": Environment.CLOUD}),
        (Limit.NOT_PREMISES, {}, {"environments": Environment.SANDBOX}),
        (Limit.NOT_CLOUD, {"environments": Environment.CLOUD}, {"environments": Environment.PREMISES}),
        (Limit.NOT_CLOUD, {}, {"environments": Environment.SANDBOX}),
        (Limit.NOT_CONNECTOR, {"environments": Environment.CONNECTOR}, {"environments": Environment.API}),
        (Limit.NOT_CONNECTOR, {}, {"environments": Environment.SANDBOX}),
        (Limit.NOT_API, {"environments": Environment.API}, {"environments": Environment.CONNECTOR}),
        (Limit.NOT_API, {}, {"environments": Environment.TRUSTED_HARDWARE}),
    ],
)
def test_what_the_registration_forbids_no_licence_allows(
    over: Over, stage: Stage, limit: Limit, changes: dict[str, Any], allowed: dict[str, Any]
) -> None:
    """Rule 44; an empty set is everything, and so is too much."""
    deals = over(claim=replace(COLLECTED, limits=limit))
    crossing = changes.get("flags") == LicenceFlag.CROSS_BORDER
    agreement = deals.agreement(cross_border=DOCUMENT) if crossing else None
    with stage.refused("LimitExceeded", limit=limit):
        deals.grant(agreement=agreement, **changes)
    deals.grant(**allowed)


def test_a_sublicence_is_held_to_the_limits_that_stand_now(stage: Stage, cast: Cast, over: Over) -> None:
    """Rule 44: a limit registered later does not reach a licence given before, but every new one."""
    deals = over(asked=Right.HOLD | Right.OPERATE)
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE, actions=Action.READ | Action.DERIVE)
    more = Procedure(stage, cast).in_notice(
        asked=Right.USE, passed=Right.USE, claim=replace(COLLECTED, limits=Limit.NO_DERIVATION)
    )
    stage.on("2026-08-28")
    more.anchor(siblings=[deals.entry])
    with stage.refused("LimitExceeded", limit=Limit.NO_DERIVATION):
        deals.grant(licensor=cast.maker, licensee=cast.buyer, parent=parent, actions=Action.DERIVE)


# ------------------------------------------------------------------------------------------------ term


def test_a_licence_ends_with_the_right_at_the_latest(stage: Stage, deals: Deals) -> None:
    """Rule 45."""
    latest = day("2031-08-19")
    with stage.refused("TermTooLong", end=latest + 1, latest=latest):
        deals.grant(end=latest + 1)
    deals.grant(end=latest)


def test_a_licence_ends_with_its_source_at_the_latest(over: Over, stage: Stage) -> None:
    """Rule 45."""
    source = day("2027-03-31")
    deals = over(claim=replace(COLLECTED, source_until=source))
    with stage.refused("TermTooLong", end=source + 1, latest=source):
        deals.grant(end=source + 1)
    deals.grant(end=source)


def test_a_source_that_outlasts_the_right_does_not_lengthen_it(over: Over, stage: Stage) -> None:
    """Rule 45."""
    deals = over(claim=replace(COLLECTED, source_until=day("2040-01-01")))
    with stage.refused("TermTooLong", latest=day("2031-08-19")):
        deals.grant(end=day("2031-08-20"))


# ------------------------------------------------------------------------------------------------ sublicences


@pytest.fixture
def parent(deals: Deals) -> int:
    """A licence of the maker's that it may sublicense."""
    return deals.granted(
        actions=Action.READ | Action.DERIVE,
        purposes=Purpose.TEACHING | Purpose.RESEARCH,
        regions=Region.CN33 | Region.CN31,
        environments=Environment.CLOUD | Environment.API,
        flags=LicenceFlag.SUBLICENSE | LicenceFlag.REDISTRIBUTE,
    )


def sub(deals: Deals, parent: int, **changes: Any) -> int:
    """A sublicence of the maker's to the buyer."""
    word = replace(READING, parent=parent, regions=Region.CN33, environments=Environment.CLOUD)
    return deals.granted(word, licensor=deals.cast.maker, **{"licensee": deals.cast.buyer, **changes})


def test_a_licensee_sublicenses_some_of_what_it_has(cast: Cast, deals: Deals, parent: int) -> None:
    """Rule 44: the licensor is the parent's licensee."""
    number = sub(deals, parent)
    word = deals.licence(number)
    assert (word.parent, word.depth, word.licensee) == (parent, 1, cast.buyer.number)
    assert deals.head.licences == 2


def test_a_licensee_may_be_blind_under_one_that_is_not(deals: Deals, parent: int) -> None:
    """Rule 60: it allows nothing more, so nothing is exceeded."""
    blind = sub(deals, parent, flags=LicenceFlag.BLIND | LicenceFlag.SUBLICENSE)
    assert deals.licence(blind).flags == LicenceFlag.BLIND | LicenceFlag.SUBLICENSE
    open_again = replace(READING, parent=blind, regions=Region.CN33, environments=Environment.CLOUD)
    below = deals.granted(open_again, licensor=deals.cast.buyer, licensee=deals.cast.second)
    assert deals.licence(below).flags == LicenceFlag(0)


def test_a_sublicence_is_given_by_the_licensee_not_by_the_holder(
    stage: Stage, cast: Cast, deals: Deals, parent: int
) -> None:
    """Rule 44."""
    with stage.refused("AssentMissing", party=cast.maker, power=Power.LICENSE):
        sub(deals, parent, by=[cast.holder.one, cast.buyer.one, cast.exchange.recorder])


def test_a_licence_that_does_not_allow_it_has_no_sublicences(stage: Stage, deals: Deals) -> None:
    """Rule 61."""
    plain = deals.granted(regions=Region.CN33, environments=Environment.CLOUD)
    with stage.refused("SublicenceNotAllowed", parent=plain):
        sub(deals, plain)


@pytest.mark.parametrize(
    "changes",
    [
        {"start": READING.start - 1},
        {"end": READING.end + 1},
        {"actions": Action.READ | Action.DISPLAY},
        {"actions": Action(0)},
        {"purposes": Purpose.MARKETING},
        {"purposes": Purpose(0)},
        {"regions": Region.CN11},
        {"regions": Region(0)},
        {"environments": Environment.SANDBOX},
        {"environments": Environment(0)},
        {"flags": LicenceFlag.AUDIT},
        {"kind": LicenceKind.SOLE},
        {"kind": LicenceKind.EXCLUSIVE},
    ],
)
def test_nobody_gives_more_than_it_has(stage: Stage, deals: Deals, parent: int, changes: dict[str, Any]) -> None:
    """Rules 44, 45: dates, codes, permissions and exclusivity."""
    with stage.refused("ScopeExceeded", parent=parent):
        sub(deals, parent, **changes)


def test_industries_are_no_wider_than_the_parents(stage: Stage, deals: Deals) -> None:
    """Rule 44."""
    narrow = deals.granted(industries=Industry.C, flags=LicenceFlag.SUBLICENSE)
    for industries in (Industry(0), Industry.C | Industry.D):
        with stage.refused("ScopeExceeded"):
            sub(deals, narrow, industries=industries)
    sub(deals, narrow, industries=Industry.C)


def test_a_sole_licensee_gives_no_exclusive_sublicence(stage: Stage, deals: Deals) -> None:
    """Rule 44: its licensor may use the data too."""
    sole = deals.granted(kind=LicenceKind.SOLE, flags=LicenceFlag.SUBLICENSE)
    with stage.refused("ScopeExceeded", parent=sole):
        sub(deals, sole, kind=LicenceKind.EXCLUSIVE, burdens=[sole], licences=[sole])
    sub(deals, sole, kind=LicenceKind.SOLE, burdens=[sole], licences=[sole])


def test_sublicences_go_three_deep(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 44."""
    players = [cast.maker, cast.buyer, cast.second, cast.objector, cast.maker]
    number = deals.granted(flags=LicenceFlag.SUBLICENSE)
    for depth in (1, 2, 3):
        number = deals.granted(
            licensor=players[depth - 1], licensee=players[depth], parent=number, flags=LicenceFlag.SUBLICENSE
        )
        assert deals.licence(number).depth == depth
    with stage.refused("SublicenceNotAllowed", parent=number):
        deals.grant(licensor=players[3], licensee=players[4], parent=number)


@pytest.mark.parametrize("how", ["suspended", "ended", "expired"])
def test_a_licence_that_is_not_in_force_has_no_new_sublicences(
    stage: Stage, deals: Deals, parent: int, how: str
) -> None:
    """Rule 54."""
    changes = {}
    if how == "suspended":
        deals.suspend(parent)
    elif how == "ended":
        deals.end(parent)
    else:
        stage.on("2027-09-01")
        changes = {"start": READING.end, "end": day("2027-09-01")}
    with stage.refused("LicenceNotLive", number=parent):
        sub(deals, parent, **changes)


def test_nor_has_one_whose_own_parent_is_not_in_force(stage: Stage, cast: Cast, deals: Deals, parent: int) -> None:
    """Rule 54: all the way up."""
    child = sub(deals, parent, flags=LicenceFlag.SUBLICENSE)
    deals.suspend(parent)
    with stage.refused("LicenceNotLive", number=child):
        deals.grant(
            licensor=cast.buyer,
            licensee=cast.second,
            parent=child,
            regions=Region.CN33,
            environments=Environment.CLOUD,
        )


def test_a_sublicence_needs_the_right_itself_to_be_live(stage: Stage, cast: Cast, over: Over) -> None:
    """Rules 43, 45."""
    deals = over(until="2026-08-31")
    short = replace(READING, start=day("2026-08-20"), end=day("2026-08-31"), flags=LicenceFlag.SUBLICENSE)
    number = deals.granted(short)
    stage.on("2026-09-01")
    with stage.refused("RightNotOperable"):
        deals.grant(short, licensor=cast.maker, licensee=cast.buyer, parent=number, end=day("2026-09-01"))


def test_a_parent_that_does_not_exist_is_named(stage: Stage, deals: Deals) -> None:
    with stage.refused("NoSuchLicence", number=2):
        sub(deals, 2)


def test_a_parent_may_be_the_line_just_written(stage: Stage, cast: Cast, deals: Deals) -> None:
    """One filing grants and sublicenses; the relative number is stored resolved."""
    first = replace(READING, licensee=cast.maker.number, flags=LicenceFlag.SUBLICENSE)
    second = replace(READING, licensee=cast.buyer.number, parent=0x800000 | 1)
    acts: list[tuple[Any, ...]] = [
        ("grant", deals.entry, cast.exchange, word, deals.agreement(), [], []) for word in (first, second)
    ]
    done = stage.file([cast.holder.one, cast.maker.one, cast.buyer.one, cast.exchange.recorder], acts)
    parent, child = (line.number for line in done.all("LicenceGranted"))
    assert deals.licence(child).parent == parent


# ------------------------------------------------------------------------------------------------ burdens


def test_a_dispute_stops_an_exclusive_licence_and_no_ordinary_one(stage: Stage, deals: Deals) -> None:
    """Rule 39."""
    dispute = deals.case.disputed()
    for kind in (LicenceKind.EXCLUSIVE, LicenceKind.SOLE):
        with stage.refused("Burdened", entry=deals.entry, number=dispute, kind=BurdenKind.DISPUTE):
            deals.grant(kind=kind, burdens=[dispute])
    deals.grant(burdens=[dispute])


def test_an_ordinary_licence_too_when_the_parameter_says_so(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 39: what is forbidden is copied when the dispute begins."""
    set_parameters(stage, cast, dispute_effects=Effect.LICENCE_ORDINARY)
    dispute = deals.case.disputed()
    set_parameters(stage, cast, dispute_effects=Effect.TRANSFER)
    with stage.refused("Burdened", number=dispute):
        deals.grant(burdens=[dispute])
    deals.grant(kind=LicenceKind.EXCLUSIVE, burdens=[dispute])


def test_a_sublicence_is_stopped_by_what_forbids_sublicences(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 39."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    set_parameters(stage, cast, dispute_effects=Effect.SUBLICENSE)
    dispute = deals.case.disputed()
    with stage.refused("Burdened", number=dispute):
        deals.grant(licensor=cast.maker, licensee=cast.buyer, parent=parent, burdens=[dispute])
    deals.grant(licensee=cast.buyer, burdens=[dispute])


def test_the_objector_may_consent(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 39: a burden's party may let the act pass; nobody else may."""
    dispute = deals.case.disputed()
    signers = [cast.holder.one, cast.maker.one, cast.exchange.recorder]
    with stage.refused("Burdened"):
        deals.grant(kind=LicenceKind.EXCLUSIVE, burdens=[dispute], by=[*signers, cast.second.one])
    deals.grant(kind=LicenceKind.EXCLUSIVE, burdens=[dispute], by=[*signers, cast.objector.one])


def test_a_dispute_over_other_rights_stops_no_licence(stage: Stage, deals: Deals) -> None:
    """Rule 39."""
    dispute = deals.case.disputed(Right.HOLD | Right.USE)
    deals.grant(kind=LicenceKind.EXCLUSIVE, burdens=[dispute])


@pytest.mark.parametrize("burdens", [[], [0], [1], [2, 1]], ids=["none", "first", "one of two", "disordered"])
def test_all_burdens_are_listed_once_each_ascending(stage: Stage, deals: Deals, burdens: list[int]) -> None:
    """Rule 39: the number in the head proves the list complete."""
    both = [deals.case.disputed(Right.HOLD), deals.case.disputed(Right.USE)]
    listed = [both[position - 1] for position in burdens if position]
    error = "ListDisordered" if burdens == [2, 1] else "BurdenListIncomplete"
    with stage.refused(error):
        deals.grant(burdens=listed)
    deals.grant(burdens=both)


def test_a_list_is_not_padded(stage: Stage, deals: Deals) -> None:
    """Rule 39: not with the same number, not with one that is no burden, not with one that is closed."""
    gone, standing = deals.case.disputed(Right.HOLD), deals.case.disputed(Right.USE)
    other = deals.case.disputed(Right.OPERATE)
    deals.case.take_back(gone)
    with stage.refused("ListDisordered", number=standing):
        deals.grant(burdens=[standing, standing])
    with stage.refused("NoSuchBurden", number=other + 100):
        deals.grant(burdens=[standing, other, other + 100])
    with stage.refused("BurdenListIncomplete", listed=1, unclosed=2):
        deals.grant(burdens=[gone, standing])


def test_a_burden_closed_after_signing_spoils_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 39: the list was complete when signed; what was closed meanwhile is skipped."""
    gone, standing = deals.case.disputed(Right.HOLD), deals.case.disputed(Right.USE)
    values = (deals.entry, cast.exchange, replace(READING, licensee=cast.maker.number), deals.agreement())
    signed = stage.sealed(
        [cast.holder.one, cast.maker.one, cast.exchange.recorder], [("grant", *values, [gone, standing], [])]
    )
    deals.case.take_back(gone)
    assert len(stage.carry(signed).all("LicenceGranted")) == 1


def test_a_burden_bites_from_the_moment_it_is_recorded_whatever_the_acts_own_time(
    stage: Stage, cast: Cast, deals: Deals
) -> None:
    """Rules 39, 124: a grant dated an hour before the dispute is refused all the same."""
    stage.on("2026-08-21", "12:00")
    dispute = deals.case.disputed()
    with stage.refused("Burdened", number=dispute):
        deals.grant(kind=LicenceKind.EXCLUSIVE, burdens=[dispute], at=instant("2026-08-21", "11:00"))


def test_a_sensitive_folio_is_licensed_like_any_other_once_its_opinion_is_there(
    stage: Stage, cast: Cast, over: Over
) -> None:
    """Rule 20 is asked at registration."""
    opinion = opined(Procedure(stage, cast))
    claim = replace(COLLECTED, sensitivity=Sensitivity.PERSONAL, bases=Basis.COMPLIANCE_OPINION, opinion=opinion)
    deals = over(claim=claim, flags=CaseFlag.WAIVER_ASKED)
    deals.grant()


def test_an_exclusive_licence_is_a_burden_too(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: of the same number, which nobody may waive."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    burden = deals.burden(number)
    assert (burden.kind, burden.state, burden.rights) == (
        BurdenKind.EXCLUSIVE_LICENCE,
        BurdenState.OPEN,
        Right.OPERATE,
    )
    assert burden.effects == Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY
    assert (burden.party, burden.grantor, burden.waivable) == (cast.maker.number, cast.holder.number, 0)
    assert (burden.day, burden.since) == (stage.today, stage.now)
    assert (deals.head.licences, deals.head.burdens) == (1, 1)


def test_a_grant_may_be_dated_back_a_working_day(stage: Stage, deals: Deals) -> None:
    """Rule 124."""
    stage.on("2026-08-24")
    number = deals.granted(at=instant("2026-08-21"))
    assert deals.licence(number) == replace(
        READING, licensee=deals.cast.maker.number, state=LicenceState.ACTIVE, last=day("2026-08-21")
    )
    with stage.refused("LegalTimeTooOld"):
        deals.grant(at=instant("2026-08-20", "23:00"))
