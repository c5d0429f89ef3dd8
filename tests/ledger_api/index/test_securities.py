"""Securities and what hangs on them as the register says them: rank, clocks, what a sale removes, who is concerned."""

from dataclasses import replace

import pytest

from ledger_api.domain.overlays import Overlay
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Characterisation,
    Consent,
    ConsentState,
    DefaultEvent,
    EnforcementEnd,
    Envelope,
    EnvelopeState,
    FilingAct,
    Guarantee,
    GuaranteeState,
    SecurityState,
    Silence,
)
from ledger_api.index import views
from ledger_api.index.indexer import Indexer
from ledger_api.index.views import (
    BurdenStatus,
    ConsentStatus,
    EnvelopeStatus,
    GuaranteeStatus,
    SecurityStatus,
    SecurityView,
)
from ledger_api.index.views.standing import consent_view
from ledger_api.store import Store
from tests.contracts.attestations.reports import Reports
from tests.contracts.burdened import Orders, court
from tests.contracts.deals import Deals
from tests.contracts.enforcing import Realising
from tests.contracts.guarantees.test_guarantees import Backing
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant


def test_every_state_of_a_security_is_told() -> None:
    assert {each.name for each in SecurityStatus} == {each.name for each in SecurityState} - {"NONE"}


@pytest.fixture
def loans(stage: Stage, cast: Cast) -> Loans:
    """On 31 August 2026, over rights registered on the 20th."""
    found = Loans(Procedure(stage, cast).registered("2026-08-20"), Lenders.on(stage, cast))
    stage.on("2026-08-31")
    return found


def read(
    store: Store, indexer: Indexer, loans: Loans, *, on: str | None = None, as_of: str | None = None
) -> dict[int, SecurityView]:
    """All securities, by number."""
    loans.stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        found = views.securities(connection, views.moment(connection, as_of, on), loans.entry)
    return {each.dependant.number: each for each in found}


def flags(store: Store, loans: Loans, on: str | None = None) -> tuple[Overlay, ...]:
    with store.read() as connection:
        return views.overlays(connection, views.moment(connection, None, on), loans.entry)


def due(view: SecurityView) -> dict[str, tuple[int | None, bool]]:
    return {each.code: (each.due, each.passed) for each in view.deadlines}


def test_the_filing_decides_the_rank_and_not_the_ledger(store: Store, indexer: Indexer, loans: Loans) -> None:
    """Rules 67, 68, SC7: recorded later, filed earlier, it goes ahead; what is only recorded has no rank and no flag."""
    stage, second = loans.stage, loans.lenders.second
    first = loans.recorded()
    alone = read(store, indexer, loans)[first]
    assert (alone.status, alone.places, alone.ahead) == (SecurityStatus.RECORDED, (), ())
    assert due(alone) == {"perfection": (day("2026-09-14"), False), "maturity": (day("2027-08-31"), False)}
    assert Overlay.PLEDGED not in flags(store, loans)[2]
    recorded = stage.chain.number
    stage.on("2026-09-05")
    loans.perfected(first)
    other = loans.record(bank=second, burdens=[first]).line("SecurityRecorded").number
    loans.perfected(other, filed_at=instant("2026-09-01", "16:00"))
    told = read(store, indexer, loans)
    assert (told[first].places, told[first].ahead) == ((2,), (other,))
    assert (told[other].places, told[other].ahead) == ((1,), ())
    assert due(told[first])["filing_term"] == (day("2029-09-01"), False)
    assert Overlay.PLEDGED in flags(store, loans)[2]
    then = read(store, indexer, loans, as_of=str(recorded))
    assert list(then) == [first]
    assert then[first].status is SecurityStatus.RECORDED
    looked_back = read(store, indexer, loans, on="2026-09-03")  # known now, but not dated then
    assert looked_back[first].status is SecurityStatus.RECORDED
    assert Overlay.PLEDGED not in flags(store, loans, "2026-09-03")[2]


def test_realising_it_changes_nothing_of_its_rank(
    store: Store, indexer: Indexer, loans: Loans, stage: Stage, cast: Cast
) -> None:
    """Rules 67, 71: it stays ahead, and what lies on the right is told; once an instrument ends it, it is neither."""
    first = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(first)
    other = loans.record(bank=loans.lenders.second, burdens=[first]).line("SecurityRecorded").number
    loans.perfected(other, filed_at=stage.now - 60, sequence=2)
    stage.on("2027-09-01")
    loans.notice(first)
    stage.on("2027-10-08")
    case = Realising(loans, first, court(stage, cast, "court"), burdens=[first, other]).opened()
    told = read(store, indexer, loans)
    assert (told[first].status, told[first].places) == (SecurityStatus.ENFORCING, (1,))
    assert (told[other].places, told[other].ahead) == ((2,), (first,))
    assert due(told[first])["filing_term"] == (day("2029-09-01"), False)
    assert Overlay.PLEDGED in flags(store, loans)[2]
    order = case.order()
    case.end(EnforcementEnd.ORDERED, order=order, by=case.pair)
    loans.extinguish(first, order)
    loans.release(other, by=loans.lenders.second.both)
    told = read(store, indexer, loans)
    assert (told[first].status, told[first].places) == (SecurityStatus.EXTINGUISHED, ())
    assert Overlay.PLEDGED not in flags(store, loans)[2]


def test_an_amendment_ranks_by_its_own_filing_and_a_lapse_loses_all_places(
    store: Store, indexer: Indexer, loans: Loans
) -> None:
    """Rules 71, 77."""
    stage = loans.stage
    first = loans.recorded()
    stage.on("2026-09-05")
    loans.perfected(first, until=day("2026-12-31"))
    other = loans.record(bank=loans.lenders.second, burdens=[first]).line("SecurityRecorded").number
    loans.perfected(other, filed_at=instant("2026-09-04"))
    stage.on("2026-09-10")
    loans.filed(first, FilingAct.AMEND, filed_at=instant("2026-09-09"), until=day("2026-12-31"))
    told = read(store, indexer, loans)
    assert (told[first].places, told[other].places) == ((1, 3), (2,))
    stage.on("2027-01-01")
    told = read(store, indexer, loans)
    assert (told[first].status, told[first].places) == (SecurityStatus.LAPSED, ())
    assert told[other].places == (1,)


def test_who_cedes_its_rank_stands_behind_the_other(store: Store, indexer: Indexer, loans: Loans) -> None:
    """Rule 76."""
    second = loans.lenders.second
    first = loans.recorded()
    loans.stage.on("2026-09-05")
    loans.perfected(first)
    other = loans.record(bank=second, burdens=[first]).line("SecurityRecorded").number
    loans.perfected(other, filed_at=instant("2026-09-04"))
    by = [*loans.lenders.bank.both, second.one, loans.registrar.reviewer]
    loans.stage.file(by, [("cedeRank", loans.entry, first, other, SHA256, DOCUMENT, [first, other])])
    told = read(store, indexer, loans)
    assert (told[other].places, told[first].places) == ((1,), (2,))


def test_default_cure_and_the_ten_days_to_cancel_run_by_the_day(store: Store, indexer: Indexer, loans: Loans) -> None:
    """Rules 90, 94, SC17."""
    stage = loans.stage
    number = loans.recorded()
    stage.on("2026-09-05")
    loans.perfected(number)
    loans.notice(number, DefaultEvent.PAYMENT, "2026-09-30")
    told = read(store, indexer, loans)[number]
    assert due(told)["cure"] == (day("2026-09-30"), False)
    stage.on("2027-08-31")
    assert due(read(store, indexer, loans)[number])["cure"] == (day("2026-09-30"), True)
    loans.release(number)
    told = read(store, indexer, loans)[number]
    assert (told.status, told.places, due(told)) == (
        SecurityStatus.RELEASED,
        (),
        {"cancellation": (day("2027-09-14"), False)},
    )


def test_a_licence_before_the_filing_or_consented_survives_and_another_does_not(
    store: Store, indexer: Indexer, loans: Loans
) -> None:
    """Rules 49, 51, 73: a mortgage forbids no licence, so nobody asked its creditor."""
    stage, deals = loans.stage, Deals(loans.case)
    deals.granted()
    mortgage = loans.recorded(security={"character": Characterisation.MORTGAGE_395_7})
    stage.on("2026-09-05")
    loans.perfected(mortgage)
    later = deals.granted(burdens=[mortgage], licensee=loans.cast.buyer, start=stage.today)
    told = read(store, indexer, loans)
    assert told[mortgage].removable == (later,)
    pledge = loans.record(bank=loans.lenders.second, burdens=[mortgage]).line("SecurityRecorded").number
    loans.perfected(pledge, filed_at=instant("2026-09-04"))
    assert read(store, indexer, loans)[pledge].removable == (later,)
    loans.release(mortgage)
    told = read(store, indexer, loans)
    assert (told[mortgage].removable, told[pledge].removable) == ((), (later,))


def test_who_paid_for_the_debtor_stands_behind_the_rest_and_is_bound_by_what_was_consented_to(
    store: Store, indexer: Indexer, loans: Loans
) -> None:
    """Rules 51, 104, SC15: the guarantor's part has the creditor's time and place, right behind it."""
    stage, deals, backing = loans.stage, Deals(loans.case), Backing(loans)
    number = loans.recorded()
    guarantee = backing.bound(number)
    stage.on("2026-09-05")
    loans.perfected(number)
    by = [loans.case.filer.one, loans.cast.maker.one, loans.cast.exchange.officers["recorder"], loans.lenders.bank.one]
    deals.granted(burdens=[number], start=stage.today, by=by)
    stage.on("2027-09-01")
    backing.claim(guarantee)
    part = backing.pay(guarantee).line("GuaranteePaidOut").number
    told = read(store, indexer, loans)
    assert (told[number].places, told[part].places) == ((1,), (2,))
    assert (told[number].ahead, told[part].ahead) == ((), (number,))
    assert (told[number].removable, told[part].removable) == ((), ())


def test_it_concerns_those_named_the_holder_the_registrar_and_secured_parties_of_the_same_right(
    store: Store, indexer: Indexer, loans: Loans
) -> None:
    """Rules 60, 78."""
    lenders, cast = loans.lenders, loans.cast
    number = loans.recorded(guarantor=lenders.guarantor)
    read(store, indexer, loans)
    with store.read() as connection:
        first = views.concerned(connection, loans.entry, number)
    named = {lenders.bank.number, lenders.guarantor.number, cast.holder.number, loans.registrar.number}
    assert first == named
    loans.record(bank=lenders.second, burdens=[number])
    read(store, indexer, loans)
    with store.read() as connection:
        assert views.concerned(connection, loans.entry, number) == named | {lenders.second.number}


def test_a_valuation_may_be_relied_on_until_its_year_is_over(store: Store, indexer: Indexer, loans: Loans) -> None:
    """Rules 80, 118."""
    reports = Reports.on(loans.stage, loans.cast, loans.case)
    report = reports.attested()
    number = loans.recorded(debt={"valuation": report})
    assert read(store, indexer, loans)[number].valuation_until == day("2027-06-29")
    loans.stage.on("2027-07-01")
    assert read(store, indexer, loans)[number].valuation_until is None
    reports.revoke(report)
    assert read(store, indexer, loans, on="2026-12-01")[number].valuation_until == day("2027-06-29")


def test_queued_orders_wait_in_their_order_and_freeze_nothing_yet(
    store: Store, indexer: Indexer, loans: Loans, stage: Stage, cast: Cast
) -> None:
    """Rules 114, 115, SC14."""
    orders = Orders(loans.case, court(stage, cast, "court A"), court(stage, cast, "court B"))
    first = orders.imposed()
    waiting = [orders.imposed(), orders.imposed()]
    read(store, indexer, loans)
    with store.read() as connection:
        now = views.moment(connection)
        found = {each.number: each.status for each in views.burdens(connection, now, loans.entry)}
        words = views.dependants(connection, now, loans.entry, ())
        every = views.dependants(connection, now, loans.entry, (type(orders.burden(first)),))
    assert words == ()
    assert found == {first: BurdenStatus.BITING, waiting[0]: BurdenStatus.QUEUED, waiting[1]: BurdenStatus.QUEUED}
    assert [views.queue_place(every[0].words, each) for each in waiting] == [1, 2]
    assert all(Overlay.FROZEN in each for each in flags(store, loans))
    restrained = Orders(loans.case, orders.court, orders.court)
    restrained.lift(first)
    restrained.restrain(cast.holder)
    read(store, indexer, loans)
    assert all(Overlay.FROZEN in each for each in flags(store, loans))


# ------------------------------------------------------------------------------------------------ by time alone


def test_a_guarantee_ends_by_silence(loans: Loans) -> None:
    """Rule 100."""
    word = Guarantee(state=GuaranteeState.EFFECTIVE, until=100)
    assert views.guarantee_status(word, 100) is GuaranteeStatus.EFFECTIVE
    assert views.guarantee_status(word, 101) is GuaranteeStatus.EXPIRED
    assert views.guarantee_status(replace(word, state=GuaranteeState.CLAIMED), 101) is GuaranteeStatus.CLAIMED


def test_silence_answers_a_request_when_its_days_are_over(store: Store, indexer: Indexer, loans: Loans) -> None:
    """Rule 49, SC9 (ii)."""
    read(store, indexer, loans)
    with store.read() as connection:
        days = views.calendar(connection, views.moment(connection))
    asked = Consent(state=ConsentState.REQUESTED, day=day("2026-08-31"), sla=5, silence=Silence.REFUSES)
    last = day("2026-09-07")

    def status(word: Consent, on: int) -> ConsentStatus:
        return consent_view(b"", word, days, on).status

    assert consent_view(b"", asked, days, last).due == last
    assert status(asked, last) is ConsentStatus.REQUESTED
    assert status(asked, last + 1) is ConsentStatus.UNANSWERED
    assert status(replace(asked, silence=Silence.CONSENTS), last + 1) is ConsentStatus.DEEMED
    given = replace(asked, state=ConsentState.GIVEN, until=last)
    assert (status(given, last), status(given, last + 1)) == (ConsentStatus.GIVEN, ConsentStatus.LAPSED)
    assert status(replace(given, state=ConsentState.USED), last + 1) is ConsentStatus.USED


def test_an_envelope_is_in_force_until_its_last_day() -> None:
    word = Envelope(state=EnvelopeState.SET, until=100)
    assert views.envelope_status(word, 100) is EnvelopeStatus.IN_FORCE
    assert views.envelope_status(word, 101) is EnvelopeStatus.EXPIRED
    assert views.envelope_status(replace(word, state=EnvelopeState.REVOKED), 1) is EnvelopeStatus.REVOKED
    assert views.envelope_status(Envelope(), 1) is None


def test_an_attestation_is_suspended_with_its_accreditation_and_not_by_its_mere_end(
    store: Store, indexer: Indexer, loans: Loans
) -> None:
    """Rule 118, SC18."""
    reports = Reports.on(loans.stage, loans.cast, loans.case)
    word = reports.word(reports.attested())
    read(store, indexer, loans)

    def status(on: str) -> str:
        with store.read() as connection:
            return views.attestation_status(connection, views.moment(connection, None, on), word).value

    assert status("2026-08-31") == "active"
    kind, operator = AccreditationKind.APPRAISAL_FILING, loans.cast.operator
    held = loans.stage.word(Accreditation, reports.body.number, kind)
    loans.stage.on("2026-10-01")
    taken = replace(held, status=AccreditationStatus.SUSPENDED)
    loans.stage.file(operator.both, [("accredit", reports.body, kind, taken, operator, SHA256, DOCUMENT)])
    read(store, indexer, loans)
    assert status("2026-09-30") == "active"
    assert status("2026-10-01") == "suspended"
    loans.stage.on("2026-10-02")
    loans.stage.file(operator.both, [("accredit", reports.body, kind, held, operator, SHA256, DOCUMENT)])
    loans.stage.on("2027-06-30")
    read(store, indexer, loans)
    assert (status("2027-06-29"), status("2027-06-30")) == ("active", "expired")
