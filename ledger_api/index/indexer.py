"""The indexer: follows the chain block by block, each fetched, verified and committed before the next.

It asks for the next block and never looks ahead; what it cannot verify it does not index, and it says so in `trouble`.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from ledger_api.chain import manifest as deployment
from ledger_api.chain.codec import Codec
from ledger_api.chain.finality import Anchor
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.errors import NotNow
from ledger_api.index.capture import capture
from ledger_api.index.commit import Checked, block_row, commit
from ledger_api.index.errors import ChainRewound, IndexRefused
from ledger_api.index.fetch import fetch
from ledger_api.index.rewind import rewind
from ledger_api.index.verify import Cursor, verify, verify_final
from ledger_api.ports.chain import Chain, ChainError, Finality
from ledger_api.store import Store, chain_rows
from ledger_api.store.chain_rows import IndexState

POLL = 0.05
"""Seconds between questions for a new block, when none came."""
TIP_SECONDS = 1.0
"""Between looks whether the chain still has the newest block, while no other comes: a restored backup is shorter at first."""
PATIENCE = 1.0
"""Seconds to wait after something went wrong."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """What is indexed: a chain, the deployment on it, and who is trusted to seal its first block.

    Without a `signer` the first one seen is trusted from then on; the store remembers it.
    """

    chain: Chain
    manifest: Manifest
    signer: bytes | None = None


class Indexer:
    """See the module. `step` and `run` belong to one thread; `wait_for` and `nudge` to any."""

    def __init__(self, store: Store, source: Source, now_ms: Callable[[], int]) -> None:
        self._store = store
        self._source = source
        self._now_ms = now_ms
        self._codec = Codec.load()
        self._state: IndexState | None = None
        self._nudged = threading.Event()
        self._advanced = threading.Condition()
        self._number = -1
        self._trouble: str | None = None
        self._tip_due = 0.0

    @property
    def number(self) -> int:
        """The newest block indexed; -1 before the first."""
        return self._number

    @property
    def trouble(self) -> str | None:
        """Why the next block is not indexed; None when all is well."""
        return self._trouble

    def open(self) -> IndexState:
        """Check the chain against the manifest and the store against both; begin the copy when there is none.

        Raises NotNow `chain-foreign`, IndexRefused, ChainError.
        """
        deployment.verify(self._source.chain, self._source.manifest)
        with self._store.read() as connection:
            state = chain_rows.state(connection)
        state = state or self._begin()
        self._check(state)
        self._show(state)
        return state

    def step(self) -> bool:
        """Index the next block; False when the chain has none. Raises IndexRefused, ChainError; then nothing was written."""
        state = self._state or self.open()
        newest = self._source.chain.block_number()
        if newest <= state.number:
            self._look_at_tip(state, newest)
            return False
        found = fetch(self._source.chain, self._codec, self._source.manifest.ledger.address, state.number + 1)
        if found is None:
            return False
        cursor = Cursor(state.number, state.hash, state.time)
        receipts = verify(found.block, cursor, Anchor(state.chain_id, state.genesis_hash, state.signer))
        checked = Checked(found, capture(self._source.chain, self._source.manifest.ledger.address, found, receipts))
        with self._store.begin() as unit:
            current = chain_rows.state(unit.connection) or state
            if (current.number, current.hash) != (state.number, state.hash):
                self._state = None  # another process indexes this store: go on from where it is
                return True
            after = commit(unit, current, checked, self._now_ms())
        self._show(after)
        return True

    def catch_up(self) -> int:
        """Index all there is; answers the number of the newest block."""
        while self.step():
            pass
        return self._number

    def run(self, stop: threading.Event) -> None:
        """Follow the chain until `stop` is set, whatever happens on the way."""
        while not stop.is_set():
            try:
                came = self.step()
                self._trouble = None
            except ChainRewound as error:
                self._stumble(error)
                came = self._rewound(stop)
            except (IndexRefused, ChainError, NotNow) as error:
                self._stumble(error)
                stop.wait(PATIENCE)
                continue
            if not came:
                self._nudged.wait(POLL)
                self._nudged.clear()

    def nudge(self) -> None:
        """A block may have come: look now."""
        self._nudged.set()

    def wait_for(self, number: int, seconds: float) -> bool:
        """Wait until block `number` is indexed, at most so long; whether it is."""
        with self._advanced:
            return self._advanced.wait_for(lambda: self._number >= number, seconds)

    def _begin(self) -> IndexState:
        """The copy begins with the block before the ledger's: nothing of the ledger is in it or earlier."""
        number = max(self._source.manifest.block - 1, 0)
        block = self._source.chain.block(number)
        if block is None:
            raise NotNow("chain-foreign", difference=f"no block {number}")
        signer = self._source.signer or _first_signer(block.finality)
        state = IndexState(
            chain_id=self._source.manifest.chain_id,
            genesis_hash=self._source.manifest.genesis_hash,
            ledger=self._source.manifest.ledger.address,
            signer=signer,
            number=number,
            hash=block.header.hash,
            time=block.header.timestamp,
            digest=bytes(32),
            view=1,
        )
        verify_final(block, Anchor(state.chain_id, state.genesis_hash, signer))
        with self._store.begin() as unit:
            if (there := chain_rows.state(unit.connection)) is not None:
                return there
            chain_rows.begin(unit.connection, state)
            chain_rows.add_block(unit.connection, block_row(block, state.digest))
        return state

    def _check(self, state: IndexState) -> None:
        """The store is a copy of this deployment."""
        manifest = self._source.manifest
        of_store = (state.chain_id, state.genesis_hash, state.ledger)
        if of_store != (manifest.chain_id, manifest.genesis_hash, manifest.ledger.address):
            raise NotNow("chain-foreign", difference="the store is a copy of another ledger")
        if self._source.signer not in {None, state.signer}:
            raise NotNow("chain-foreign", difference=f"the store trusts the signer 0x{state.signer.hex()}")

    def _look_at_tip(self, state: IndexState, newest: int) -> None:
        """Nothing came: is what came last still there? Raises ChainRewound."""
        if newest == state.number and time.monotonic() < self._tip_due:
            return
        self._tip_due = time.monotonic() + TIP_SECONDS
        header = self._source.chain.header(state.number)
        if header is None or header.hash != state.hash:
            raise ChainRewound(f"the chain does not have the block {state.number} that was indexed")

    def _show(self, state: IndexState) -> None:
        self._state = state
        with self._advanced:
            self._number = state.number
            self._advanced.notify_all()

    def _rewound(self, stop: threading.Event) -> bool:
        """Go back to where chain and copy agree. False when that could not be done now."""
        try:
            ancestor = rewind(self._store, self._source.chain, self._now_ms())
        except (IndexRefused, ChainError) as error:
            self._stumble(error)
            stop.wait(PATIENCE)
            return False
        _log.critical("an old backup of the chain was restored: back to block %d", ancestor)
        self._state = None
        return True

    def _stumble(self, error: Exception) -> None:
        if self._trouble != str(error):
            _log.error("the next block is not indexed: %s", error)
        self._trouble = str(error)


def _first_signer(finality: Finality | None) -> bytes:
    if finality is None:
        raise NotNow("chain-foreign", difference="the engine gives no evidence of finality")
    return finality.signer
