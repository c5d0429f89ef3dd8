"""Builds the views anew from the raw rows, beside those that are read, and switches over in one commit.

The chain is not asked. Each block must project to the digest it had when it was indexed, or the rebuild stops and nothing changes.
"""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import Connection, RowMapping

from ledger_api.chain.codec import Codec
from ledger_api.index.commit import write_view
from ledger_api.index.errors import IndexRefused, Overtaken
from ledger_api.index.project import project
from ledger_api.index.stored import placed
from ledger_api.store import Store, chain_reads, chain_rows
from ledger_api.store.chain_rows import IndexState

BLOCKS_AT_ONCE = 500
"""Blocks in one transaction: an indexer waits no longer than that takes."""


class RebuildDiffers(IndexRefused):
    """A block projects to something else than it did: the rows were changed, or the program's projection was."""


def rebuild(store: Store, *, adopt: bool = False) -> int:
    """Rebuild all views; answers the number of the new one.

    With `adopt` a projection that differs is taken as the new truth and its digests are kept: after the program learnt to project
    something more. Otherwise RebuildDiffers names the first block that differs, and the old views stay.
    """
    with store.begin() as unit:
        state = _state(unit.connection)
        view = state.view + 1
        chain_rows.drop_view(unit.connection, view)  # of a rebuild that was cut short
        done, digest = chain_reads.first_block(unit.connection), bytes(32)
    while True:
        with store.begin() as unit:
            state = _state(unit.connection)
            if state.view >= view or state.number < done:
                raise Overtaken("somebody else rebuilt the views, or blocks were taken back: begin again")
            to = min(done + BLOCKS_AT_ONCE, state.number)
            digest = _project(unit.connection, view, done, to, digest, adopt=adopt)
            done = to
            if done == state.number:
                chain_rows.switch(unit.connection, state.view, view, digest)
                return view


def _state(connection: Connection) -> IndexState:
    state = chain_rows.state(connection)
    if state is None:
        raise IndexRefused("nothing was indexed yet")
    return state


def _project(connection: Connection, view: int, above: int, to: int, digest: bytes, *, adopt: bool) -> bytes:
    """Project blocks above `above` up to `to` into a view; the digest after them."""
    codec = Codec.load()
    rows = {
        number: list(group)
        for number, group in groupby(chain_reads.lines_between(connection, above, to), lambda row: row["block"])
    }
    for block in chain_reads.blocks_between(connection, above, to):
        digest = _project_block(connection, view, block, rows.get(block["number"], ()), digest, codec)
        if digest == block["digest"]:
            continue
        if not adopt:
            raise RebuildDiffers(f"block {block['number']} does not project to what it did")
        chain_rows.set_digest(connection, block["number"], digest)
    return digest


def _project_block(
    connection: Connection, view: int, block: RowMapping, rows: Sequence[RowMapping], digest: bytes, codec: Codec
) -> bytes:
    lines = [placed(codec, row) for row in rows]
    before = chain_rows.journals(connection, view, [each.line.subject for each in lines])
    projection = project(lines, before)
    write_view(connection, view, block["number"], projection)
    return projection.digest(digest, block["hash"])
