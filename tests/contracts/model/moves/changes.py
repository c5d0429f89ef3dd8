"""Random later registrations and what instruments order."""

from dataclasses import replace
from typing import Any

from ledger_api.domain import words
from tests.contracts.model import cases, changes, dates
from tests.contracts.model.chance import DOCUMENT, Chance
from tests.contracts.model.folio import Case, Folio
from tests.contracts.model.masks import rights
from tests.contracts.model.moves.registration import (
    a_case,
    a_claim,
    accept,
    anchored,
    applicants,
    case_word,
    pass_,
    registrar_for,
    request_correction,
)
from tests.contracts.model.play import Move
from tests.contracts.model.register import EVERY_RIGHT, Deed, Papers, Try
from tests.contracts.model.words import claim as claim_word


def held(c: Chance, folio: Folio) -> tuple[int, frozenset[int]]:
    """A holder and all it holds in force."""
    live = folio.live(c.today, c.today)
    holder = c.party(*sorted({folio.holder[right] for right in live} or {folio.applicant}))
    return holder, frozenset(right for right in live if folio.holder[right] == holder)


def _apply(c: Chance, name: str, kind: str, folio: Folio) -> tuple[Case, Papers, tuple[Any, ...], Any]:
    holder, all_held = held(c, folio)
    asked = c.rights(all_held or EVERY_RIGHT)
    if kind == "CHANGE" and c.maybe(0.9):
        asked = folio.live(c.today, c.today) or EVERY_RIGHT
    registrar = registrar_for(c, folio)
    flags = frozenset(("WAIVER_ASKED",)) if c.maybe(0.3) else frozenset()
    shown = Case(kind, asked, holder, registrar, 0, 0, 0, flags=flags)
    papers, alg, document = c.papers()
    del name
    return shown, papers, (alg, document), lambda t: cases.new(t, kind, asked, holder, registrar, flags)


def registered(c: Chance) -> Folio:
    """A folio with rights in force."""
    return c.folio(lambda f: f.live(c.today, c.today))


def apply_transfer(c: Chance) -> Move:
    """Holder and transferee."""
    folio = registered(c)
    case, papers, shown, new = _apply(c, "applyTransfer", "TRANSFER", folio)
    transferee = c.party(*(each for each in c.company.merchants if each != case.applicant))

    def judge(t: Try) -> Deed:
        return changes.apply_transfer(t, folio, replace(new(t), transferee=transferee), papers)

    return Move(
        "applyTransfer",
        c.signers((case.applicant, "FILE"), (case.applicant, "DISPOSE"), (transferee, "FILE")),
        (folio.entry, case_word(case), transferee, *shown),
        judge,
        c.at(),
    )


def apply_change(c: Chance) -> Move:
    """Other facts."""
    folio = c.folio(lambda f: f.live(c.today, c.today) and len(set(f.holder)) == 1)
    case, papers, shown, new = _apply(c, "applyChange", "CHANGE", folio)
    claim = a_claim(c, folio)
    return Move(
        "applyChange",
        c.signers((case.applicant, "FILE")),
        (folio.entry, case_word(case), claim_word(claim), *shown),
        lambda t: changes.apply_change(t, folio, new(t), claim, papers),
        c.at(),
    )


def apply_renewal(c: Chance) -> Move:
    """Within the window, mostly."""

    def soon(folio: Folio) -> bool:
        return any(0 < folio.until[right] - c.today < 180 for right in folio.live(c.today, c.today))

    folio = c.folio(soon)
    case, papers, shown, new = _apply(c, "applyRenewal", "RENEWAL", folio)
    return Move(
        "applyRenewal",
        c.signers((case.applicant, "FILE")),
        (folio.entry, case_word(case), *shown),
        lambda t: changes.apply_renewal(t, folio, new(t), papers),
        c.at(),
    )


def apply_cancellation(c: Chance) -> Move:
    """Given up."""
    folio = registered(c)
    case, papers, shown, new = _apply(c, "applyCancellation", "CANCELLATION", folio)
    return Move(
        "applyCancellation",
        c.signers((case.applicant, "FILE"), (case.applicant, "DISPOSE")),
        (folio.entry, case_word(case), *shown),
        lambda t: changes.apply_cancellation(t, folio, new(t), papers),
        c.at(),
    )


def reapply(c: Chance) -> Move:
    """Corrected."""

    def fits(each: Case) -> bool:
        return each.state == "CORRECTION" and each.kind != "INITIAL"

    folio = c.folio(lambda f: any(fits(each) for each in f.cases.values()))
    number = c.number(folio.cases, fits, folio.lines)
    case = folio.cases.get(number) or Case("CHANGE", EVERY_RIGHT, folio.applicant, 0, 0, 0, 0)
    claim = a_claim(c, folio) if (case.kind == "CHANGE") ^ c.maybe(0.05) else None
    papers, alg, document = c.papers()
    return Move(
        "reapply",
        c.signers(*applicants(case)),
        (folio.entry, c.ref(folio, number), claim_word(claim) if claim else words.Claim(), alg, document),
        lambda t: changes.reapply(t, folio, number, claim, papers),
        c.at(case.since),
    )


# ---------------------------------------------------------------------------------------------------- completing


def completing(c: Chance, folio: Folio, number: int, case: Case) -> Move:
    """By the act of its kind, mostly."""
    kind = case.kind if c.maybe(0.95) else c.one(("TRANSFER", "CHANGE", "RENEWAL", "CANCELLATION"))
    papers, alg, document = c.papers()
    listed, licence_list = c.burdens(folio), c.licences(folio)
    head = (folio.entry, c.ref(folio, number))
    pair = c.pair(case.registrar, case.reviewer)
    if kind == "TRANSFER":
        return Move(
            "completeTransfer",
            c.signers((case.transferee, "ACCEPT"), *waivers(c, folio, "TRANSFER", 8), also=pair),
            (*head, alg, document, listed, licence_list),
            lambda t: changes.complete_transfer(t, folio, number, papers, listed, licence_list),
            c.at(case.since),
        )
    if kind == "CHANGE":
        return Move(
            "completeChange",
            c.signers(*waivers(c, folio, "UPDATE", 8), also=pair),
            (*head, alg, document, listed),
            lambda t: changes.complete_change(t, folio, number, papers, listed),
            c.at(case.since),
        )
    if kind == "RENEWAL":
        until = max(folio.until) + c.random.randint(0, 60) if c.maybe(0.6) else c.today + 1_500
        if c.slips("day"):
            last = dates.last_of_years(c.today, 5)
            until = c.one((c.today - 1, last, last + 1, max(min(folio.until) - 1, 0)))
        return Move(
            "completeRenewal",
            c.signers(also=pair),
            (*head, until, alg, document),
            lambda t: changes.complete_renewal(t, folio, number, until, papers),
            c.at(case.since),
        )
    if kind == "INITIAL":
        return anchored(c, folio, number, case)
    able = [folio.licences[each].licensee for each in folio.unclosed_licences()]
    acknowledging = [(each, "ACKNOWLEDGE") for each in sorted(set(able)) if c.maybe(0.9)][:4]
    return Move(
        "completeCancellation",
        c.signers(*waivers(c, folio, "CANCEL", 4), *acknowledging, also=pair),
        (*head, alg, document, listed, licence_list),
        lambda t: changes.complete_cancellation(t, folio, number, papers, listed, licence_list),
        c.at(case.since),
    )


def waivers(c: Chance, folio: Folio, effect: str, most: int) -> list[tuple[int, str]]:
    """The parties who may let something pass, most of the time."""
    touched = (folio.burdens[each] for each in folio.unclosed())
    able = sorted({each.party for each in touched if each.waivable and effect in each.effects})
    return [(party, "CONSENT") for party in able if c.maybe(0.8)][:most]


def complete(c: Chance) -> Move:
    """A later registration that is decided."""

    def fits(each: Case) -> bool:
        return each.state in {"NOTICE", "CLEARED"} and each.kind != "INITIAL"

    folio = c.folio(lambda f: any(fits(each) for each in f.cases.values()))
    number = c.number(folio.cases, fits, folio.lines)
    case = folio.cases.get(number) or Case(
        c.one(("TRANSFER", "CHANGE", "RENEWAL", "CANCELLATION")), EVERY_RIGHT, folio.applicant, folio.registrar, 0, 0, 0
    )
    return completing(c, folio, number, case)


def proceed(c: Chance) -> Move:
    """Whatever comes next for a case."""
    folio, number, case = a_case(c, "SUBMITTED", "UNDER_REVIEW", "NOTICE", "CLEARED")
    if case.state == "SUBMITTED":
        papers, alg, document = c.papers()
        return Move(
            "accept",
            c.signers((c.register.keeper(case.registrar), "REVIEW")),
            (folio.entry, c.ref(folio, number), alg, document),
            lambda t: cases.accept(t, folio, number, papers),
            c.at(case.since),
        )
    if case.state == "UNDER_REVIEW":
        return pass_(c, "waive" if "WAIVER_ASKED" in case.flags and c.maybe(0.7) else "publish")
    return completing(c, folio, number, case)


def correct(c: Chance) -> Move:
    """What was registered wrongly."""
    folio = registered(c)
    facts = replace(a_claim(c, folio))
    listed = c.burdens(folio)
    agreeing = [(holder, "FILE") for holder in sorted(set(folio.holder) - {0})]
    papers, alg, document = c.papers()
    return Move(
        "correctFacts",
        c.signers(*agreeing, *waivers(c, folio, "UPDATE", 4), also=c.pair(folio.registrar)),
        (folio.entry, claim_word(facts), alg, document, listed),
        lambda t: changes.correct(t, folio, facts, papers, listed),
        c.at(),
    )


def execute_transfer(c: Chance) -> Move:
    """An instrument gives rights to somebody."""
    folio = registered(c)
    on = c.rights(folio.live(c.today, c.today) or EVERY_RIGHT)
    transferee = c.party(*(each for each in c.company.merchants if each not in folio.holder))
    order, shown = c.order(*c.company.courts)
    listed = c.burdens(folio)
    return Move(
        "executeTransfer",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, rights(on), transferee, shown, listed),
        lambda t: changes.execute_transfer(t, folio, on, transferee, order, listed),
        c.at(),
    )


def execute_cancellation(c: Chance) -> Move:
    """An instrument ends rights."""
    folio = registered(c)
    on = c.rights(folio.live(c.today, c.today) or EVERY_RIGHT)
    order, shown = c.order(*c.company.courts)
    listed, noticed = c.burdens(folio), c.maybe(0.95)
    return Move(
        "executeCancellation",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, rights(on), shown, DOCUMENT if noticed else bytes(32), listed),
        lambda t: changes.execute_cancellation(t, folio, on, order, noticed, listed),
        c.at(),
    )


TO_THE_END = ((request_correction, accept), (reapply, accept), accept, pass_, 9, complete)
STORIES = tuple((apply, *TO_THE_END) for apply in (apply_renewal, apply_change, apply_transfer, apply_cancellation))
MOVES = {
    apply_transfer: 5, apply_change: 3, apply_renewal: 4, apply_cancellation: 2, reapply: 2, complete: 8, proceed: 12,
    correct: 2, execute_transfer: 1, execute_cancellation: 1,
}  # fmt: skip
