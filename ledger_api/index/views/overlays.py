"""The flags over an entry's rights at a moment, computed from what is open on its day (E6)."""

from sqlalchemy import Connection

from ledger_api.domain import overlays as domain
from ledger_api.domain.overlays import Overlay
from ledger_api.domain.subjects import party_subject
from ledger_api.domain.words import Burden, Head, Licence, Right
from ledger_api.index.views.effective import effective
from ledger_api.index.views.entries import RightState, rights
from ledger_api.index.views.moment import Moment
from ledger_api.index.views.securities import members, perfected


def overlays(connection: Connection, moment: Moment, entry: bytes) -> tuple[Overlay, ...]:
    """The flags over HOLD, USE and OPERATE."""
    words = effective(connection, moment, entry)
    head = words.word(Head) or Head()
    live = (each.right for each in rights(words, moment.on_day) if each.state is RightState.LIVE)
    facts = domain.Facts(
        head=head,
        burdens={number: word for number, _, word in words.scoped(Burden)},
        licences={number: word for number, _, word in words.scoped(Licence)},
        perfected=perfected(words, moment),
        of_holders={party: _of_party(connection, moment, party) for party in set(head.holder) - {0}},
        renewing=Right(sum(live)),
    )
    return tuple(domain.overlays(facts, right, moment.on_day) for right in Right)


def _of_party(connection: Connection, moment: Moment, party: int) -> tuple[Burden, ...]:
    """Burdens on all that a party holds, or that a member of it does (rule 115)."""
    found = (
        effective(connection, moment, party_subject(each)) for each in (party, *members(connection, moment, party))
    )
    return tuple(word for words in found for _, _, word in words.scoped(Burden))
