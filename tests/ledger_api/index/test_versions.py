"""Which data an entry is about now, and which entry came out of which."""

from ledger_api.domain.words import Algorithm, SuccessionKind
from ledger_api.filings.register import StoredRegisters
from ledger_api.index import views
from ledger_api.index.indexer import Indexer
from ledger_api.index.views import VersionView
from ledger_api.store import Store
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.versioning import MARCH, REST, Data


def test_an_entry_shows_its_version_and_what_it_came_out_of(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer
) -> None:
    data = Data(Procedure(stage, cast).registered())
    first = data.refreshed()
    other = Procedure(stage, cast, root=MARCH, applicant=cast.maker).registered("2026-09-10", siblings=[data.entry])
    heir = data.heir(applicant=cast.second, kind=SuccessionKind.SPLIT)
    indexer.catch_up()
    with store.read() as connection:
        moment = views.moment(connection)
        view = views.entry(connection, moment, data.entry)
        assert view.version == VersionView(first, 1, data.version.day, Algorithm.KECCAK256, MARCH)
        assert views.parallel(connection, moment, view) == (other.entry,)
        named = views.entry(connection, moment, heir.entry)
        assert (named.version, named.predecessor, named.successors) == (None, data.entry, 0)
    done = data.split(heir)
    indexer.catch_up()
    with store.read() as connection:
        moment = views.moment(connection)
        view = views.entry(connection, moment, data.entry)
        assert (view.version.root if view.version else b"", view.predecessor, view.successors) == (REST, None, 1)
        assert StoredRegisters()(connection).succession(heir.entry).kind == SuccessionKind.SPLIT
    assert done.line("Anchored").number


def test_a_predecessor_that_was_denied_is_none(stage: Stage, cast: Cast, store: Store, indexer: Indexer) -> None:
    data = Data(Procedure(stage, cast).registered())
    heir = data.heir()
    data.name(heir, SuccessionKind.DENIED, by=cast.registrar.pair)
    indexer.catch_up()
    with store.read() as connection:
        assert views.entry(connection, views.moment(connection), heir.entry).predecessor is None
