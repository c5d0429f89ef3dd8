"""Random steps of objections after registration, from what is missing to their end."""

from typing import Any

from ledger_api.domain import words
from tests.contracts.model import disputes, objections
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Folio, Objection
from tests.contracts.model.masks import mask
from tests.contracts.model.moves.registration import an_objection, complete, object_
from tests.contracts.model.moves.steps import step
from tests.contracts.model.moves.supervision import report_overdue
from tests.contracts.model.play import Move

Found = tuple[Folio, int, Objection]


def _after(c: Chance, *states: str) -> Found:
    folio, number, found = an_objection(c, "AFTER", *states)
    return folio, number, found or Objection("AFTER", "OTHER", c.company.merchants[0], 0, 0, 1, frozenset((2,)))


def _step(c: Chance, name: str, found: Found, by: frozenset[int], judge: Any, *coded: tuple[Any, Any]) -> Move:  # noqa: ANN401
    folio, number, objection = found
    return step(c, name, (folio, number), objection.since, by, judge, *coded)


def _poke(c: Chance, name: str, found: Found, judge: Any) -> Move:  # noqa: ANN401
    folio, number, _ = found
    return Move(
        name,
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: judge(t, folio, number),
        c.poke(),
    )


def _reviewer(c: Chance, folio: Folio) -> frozenset[int]:
    return c.signers((c.register.keeper(folio.registrar), "REVIEW"))


def _holders(folio: Folio, objection: Objection, power: str) -> list[tuple[int, str]]:
    return [(holder, power) for holder in sorted({folio.holder[right] for right in objection.rights} - {0})]


# ---------------------------------------------------------------------------------------------------- before it is complete


def find_incomplete(c: Chance) -> Move:
    """Something is missing."""
    found = _after(c, "FILED")
    days = c.one((0, 64, 63)) if c.slips("day") else c.random.randint(1, 6)
    return _step(c, "findIncomplete", found, _reviewer(c, found[0]), objections.find_incomplete, (days, days))


def refile(c: Chance) -> Move:
    """It is there."""
    found = _after(c, "INCOMPLETE")
    by = c.signers((found[2].objector, "OBJECT")) if c.maybe(0.7) else _reviewer(c, found[0])
    return _step(c, "refile", found, by, objections.refile)


def lapse(c: Chance) -> Move:
    """Time is over, mostly."""
    return _poke(c, "lapseObjection", _after(c, "INCOMPLETE", "CONCLUDED", "REJECTED"), objections.lapse)


# ---------------------------------------------------------------------------------------------------- after that


def notify(c: Chance) -> Move:
    """The holder is told."""
    found = _after(c, "COMPLETE")
    return _step(c, "notifyHolder", found, _reviewer(c, found[0]), disputes.notify)


def respond(c: Chance) -> Move:
    """It answers."""
    found = _after(c, "NOTIFIED")
    folio, _, objection = found
    response = c.code(words.HolderResponse, "ADMIT", "CONTEST", "CONTEST") if c.maybe(0.97) else "SILENT"
    if response == "CONTEST":
        able = [each for holder, _ in _holders(folio, objection, "") for each in (holder, *_members(c, holder))]
        by = c.signers((c.one(able), "OBJECT")) if able and c.maybe(0.7) else _reviewer(c, folio)
    else:
        by = c.signers(*_holders(folio, objection, "DISPOSE"))
    return _step(c, "respond", found, by, disputes.respond, (response, words.HolderResponse[response]))


def _members(c: Chance, party: int) -> list[int]:
    return list(c.register.parties[party].members)


def deem(c: Chance) -> Move:
    """It was silent, mostly."""
    return _poke(c, "deemContested", _after(c, "NOTIFIED"), disputes.deem)


def investigate(c: Chance) -> Move:
    """Looked into."""
    found = _after(c, "CONTESTED", "INVESTIGATING")
    marks = c.one((frozenset(), frozenset(("MEDIATING",))))
    if c.slips("code"):
        marks = frozenset(("RETURNED",))
    shown = mask(words.ObjectionFlag, marks)
    return _step(c, "investigate", found, _reviewer(c, found[0]), disputes.investigate, (marks, shown))


def conclude(c: Chance) -> Move:
    """The registrar says who is right."""
    found = _after(c, "CONTESTED", "INVESTIGATING")
    code = c.code(words.Conclusion)
    by = c.signers(also=c.pair(found[0].registrar))
    return _step(c, "conclude", found, by, disputes.conclude, (code, words.Conclusion[code]))


def accept(c: Chance) -> Move:
    """By one side or by both."""
    found = _after(c, "CONCLUDED")
    folio, _, objection = found
    left = disputes.SIDES - objection.accepted
    sides = left if c.maybe(0.6) else frozenset((c.one(disputes.SIDES),))
    if c.slips("code"):
        sides = c.one((frozenset(), disputes.SIDES))
    by: list[tuple[int, str]] = []
    pair = c.pair(folio.registrar) if "OBJECTOR" in sides and c.maybe(0.2) else set()
    if "OBJECTOR" in sides and not pair:
        by.append((objection.objector, "OBJECT"))
    if "HOLDER" in sides:
        by += _holders(folio, objection, "DISPOSE")
    shown = mask(words.DisputeSide, sides)
    return _step(c, "acceptConclusion", found, c.signers(*by, also=pair), disputes.accept, (sides, shown))


def _turn(c: Chance, name: str, judge: Any, *states: str) -> Move:  # noqa: ANN401
    found = _after(c, *states)
    folio, _, objection = found
    side = c.one(disputes.SIDES)
    shown = words.DisputeSide[side]
    if c.slips("code"):
        side, shown = "BOTH", mask(words.DisputeSide, disputes.SIDES)
    holders = _holders(folio, objection, "OBJECT")
    own = [(objection.objector, "OBJECT")] if side == "OBJECTOR" else holders
    by = c.signers(c.one(own)) if own and c.maybe(0.8) else c.signers(also=c.pair(folio.registrar))
    return _step(c, name, found, by, judge, (side, shown))


def reject(c: Chance) -> Move:
    """A side does not accept it."""
    return _turn(c, "rejectConclusion", disputes.reject, "CONCLUDED")


def litigate(c: Chance) -> Move:
    """A side sues."""
    return _turn(c, "litigate", disputes.litigate, "CONCLUDED", "REJECTED", "ADMITTED", "ACCEPTED")


def _change(c: Chance, found: Found) -> tuple[str, int]:
    """An outcome that fits, and what brought it about: a case that is complete, or a line."""
    folio, number, objection = found
    dismissed = objection.conclusion == "DISMISSED"
    usual = ("STANDS",) if dismissed else ("CHANGED", "CHANGED", "CANCELLED", "STANDS")
    outcome = c.code(words.ObjectionOutcome, *usual)
    if outcome == "STANDS":
        return outcome, 1 if c.slips("number") else 0
    kinds = {"CANCELLATION"} if outcome == "CANCELLED" else {"CHANGE", "TRANSFER"}
    done = [n for n, case in folio.cases.items() if n > number and case.state == "ANCHORED" and case.kind in kinds]
    return outcome, c.one(done) if done and c.maybe(0.5) else c.random.randint(max(number, 1), folio.lines + 1)


def resolve(c: Chance) -> Move:
    """As agreed."""
    found = _after(c, "ADMITTED", "ACCEPTED")
    outcome, change = _change(c, found)
    by = c.signers(also=c.pair(found[0].registrar))
    coded = ((outcome, words.ObjectionOutcome[outcome]), (change, change))
    return _step(c, "resolveObjection", found, by, disputes.resolve, *coded)


def resolve_by_order(c: Chance) -> Move:
    """As an instrument says."""
    found = _after(c, *(objections.DISPUTED_STATES if c.maybe(0.3) else ("LITIGATION",)))
    folio, number, objection = found
    outcome, change = _change(c, found)
    order, shown = c.order(*c.company.courts)
    return Move(
        "resolveByOrder",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), words.ObjectionOutcome[outcome], change, shown),
        lambda t: disputes.resolve_by_order(t, folio, number, outcome, change, order),
        c.at(objection.since),
    )


STORIES = (
    (
        object_,
        complete,
        notify,
        respond,
        (investigate, conclude),
        conclude,
        accept,
        (resolve, litigate),
        resolve_by_order,
    ),
    (object_, complete, notify, 30, deem, conclude, (reject, litigate), litigate, resolve_by_order),
    (object_, find_incomplete, (refile, report_overdue), complete, notify, respond, conclude, accept, resolve, object_),
    (object_, find_incomplete, 9, lapse, object_, complete, notify, respond, conclude, reject, 30, lapse, object_),
)
MOVES = {
    find_incomplete: 2, refile: 2, lapse: 3, notify: 6, respond: 4, deem: 2, investigate: 2, conclude: 6, accept: 4, reject: 3,
    litigate: 3, resolve: 4, resolve_by_order: 2,
}  # fmt: skip
