"""A list proves itself complete: nothing is left out, padded, moved or taken from elsewhere to fill the number."""

from collections.abc import Callable
from functools import partial

import pytest

from ledger_api.domain.words import Effect, LicenceKind
from tests.contracts.burdened import Orders, court
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage

INCOMPLETE = ["nothing", "the first", "the last", "a closed one for an open one"]
PADDED = ["the first twice", "backwards"]
INVENTED = ["a line that is none", "a line to come", "one of another folio", "counted from behind"]


def written(how: str, open_: list[int], closed: int, line: int, elsewhere: int) -> list[int]:
    """The list of two that are open, as somebody hostile would write it."""
    first, last = open_
    return {
        "nothing": [],
        "the first": [first],
        "the last": [last],
        "a closed one for an open one": sorted([first, closed]),
        "the first twice": [first, first],
        "backwards": [last, first],
        "a line that is none": [line, *open_],
        "a line to come": [*open_, last + 50],
        "one of another folio": sorted([first, elsewhere]),
        "counted from behind": [first, 0x800001],
    }[how]


def beyond(open_: list[int], more: Callable[[], int]) -> int:
    """A number of another folio that is none of this one's."""
    while (number := more()) <= open_[-1]:
        pass
    return number


@pytest.mark.parametrize("how", [*INCOMPLETE, *PADDED, *INVENTED])
def test_a_list_of_burdens_is_all_of_them_and_no_more(stage: Stage, cast: Cast, how: str) -> None:
    """Rules 39, 46: the number in the head is met by each open burden once, and by nothing else."""
    judges = court(stage, cast, "court A"), court(stage, cast, "court B")
    other = Orders(Procedure(stage, cast, root=b"\7" * 32).registered("2026-08-19"), *judges)
    orders = Orders(Procedure(stage, cast).registered("2026-08-28"), *judges)
    closed, *open_ = [orders.clause_number(effects=Effect.PLEDGE) for _ in range(3)]
    orders.give_up(closed)
    elsewhere = beyond(open_, lambda: other.clause_number(effects=Effect.PLEDGE))
    later = Later(orders.case)
    later.transfer()
    later.decided()
    listed = written(how, open_, closed, 1, elsewhere)
    error = "ListDisordered" if how in PADDED else "NoSuchBurden" if how in INVENTED else "BurdenListIncomplete"
    with stage.refused(error):
        later.complete_transfer(burdens=listed)
    later.complete_transfer(burdens=open_)


@pytest.mark.parametrize("how", [*INCOMPLETE, *PADDED, *INVENTED])
def test_a_list_of_licences_is_all_of_them_and_no_more(stage: Stage, cast: Cast, how: str) -> None:
    """Rule 46: or an exclusive licence would be given over one that was kept silent."""
    other = Deals(Procedure(stage, cast, root=b"\7" * 32).registered("2026-08-19"))
    deals = Deals(Procedure(stage, cast).registered("2026-08-28"))
    closed, *open_ = [deals.granted() for _ in range(3)]
    deals.end(closed)
    deals.close(closed)
    elsewhere = beyond(open_, other.granted)
    exclusive = partial(deals.grant, kind=LicenceKind.EXCLUSIVE)
    listed = written(how, open_, closed, 1, elsewhere)
    error = "ListDisordered" if how in PADDED else "NoSuchLicence" if how in INVENTED else "LicenceListIncomplete"
    with stage.refused(error):
        exclusive(licences=listed)
    exclusive(licences=open_)


def test_what_was_closed_meanwhile_spoils_no_signed_list(stage: Stage, cast: Cast) -> None:
    """Whoever may close what is over would else stop every filing that was signed."""
    case = Procedure(stage, cast).registered()
    orders = Orders(case, court(stage, cast, "court A"), court(stage, cast, "court B"))
    number = orders.clause_number(effects=Effect.PLEDGE)
    later = Later(case)
    later.transfer()
    later.decided()
    terms = (case.entry, case.number, 1, b"\1" * 32)
    signers = [*cast.registrar.pair, cast.second.one]
    signed = stage.sealed(signers, [("completeTransfer", *terms, [number], [])], nonce=99)
    orders.give_up(number)
    stage.carry(signed)
