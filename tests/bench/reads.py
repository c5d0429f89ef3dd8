"""Reading what the work has left: hot words, the log index, proofs; each beside the same question to another implementation.

Every answer is looked at, so that a fast wrong one is an error.
"""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from eth_hash.auto import keccak
from eth_typing import HexStr
from eth_utils import to_checksum_address
from trie import HexaryTrie

from hardhat_free_env.chain.logs import Filter, find_logs
from hardhat_free_env.chain.proofs import prove
from hardhat_free_env.chain.state import slot_key
from ledger_api.chain.slots import slot
from ledger_api.domain.words import Head
from tests.bench.embedded import Running
from tests.bench.lives import ACTS_A_LIFE
from tests.bench.report import Figure, Pace, WrongResult
from tests.bench.tester import Baseline

ENOUGH = 1.5
"""Seconds a question is asked again and again."""

S = TypeVar("S")
Question = Callable[[S], bool]
"""Asks about one subject, and tells whether the answer is right."""


def measure(chain: Running, baseline: Baseline, ledger: bytes, entries: Sequence[bytes], known: int) -> list[Figure]:
    """All reads. The baseline knows only the first `known` entries, which is to its advantage."""
    few = f"web3 + eth-tester with {known * ACTS_A_LIFE} transactions"
    words, lines = _rate(_word(chain, ledger), entries), _rate(_lines(chain, ledger), entries)
    tester_words = _rate(_tester_word(baseline, ledger), entries[:known])
    tester_lines = _rate(_tester_lines(baseline, ledger), entries[:known])
    proofs, trie_proofs = _rate(_proof(chain, ledger), entries), _rate(_trie_proof(chain, ledger), entries)
    return [
        Figure("hot words read", words, "/s", "10,000/s", tester_words, few),
        Figure("an entry's lines by the log index", lines, "/s", "", tester_lines, few),
        Figure("proofs of a word (eth_getProof)", proofs, "/s", "", trie_proofs, "py-trie on the same nodes"),
    ]


def _rate(question: Question[S], subjects: Sequence[S]) -> float:
    """How often a second it is answered, subject after subject."""
    started = time.perf_counter()
    asked = 0
    while (seconds := time.perf_counter() - started) < ENOUGH:
        if not question(subjects[asked % len(subjects)]):
            raise WrongResult(f"{question.__qualname__} answered wrongly")
        asked += 1
    return Pace(asked, seconds).rate


def _licensed(head: int) -> bool:
    """Whether a head has the one licence that every entry is given."""
    return Head.decode(head).licences == 1


def _word(chain: Running, ledger: bytes) -> Question[bytes]:
    view = chain.reader.latest()
    return lambda entry: chain.reader.storage(ledger, slot(Head, entry), view) != 0


def _tester_word(baseline: Baseline, ledger: bytes) -> Question[bytes]:
    where = to_checksum_address(ledger)
    return lambda entry: baseline.web3.eth.get_storage_at(where, slot(Head, entry)) != bytes(32)


def _lines(chain: Running, ledger: bytes) -> Question[bytes]:
    head = chain.node.head.block_number

    def lines(entry: bytes) -> bool:
        wanted = Filter(0, head, (ledger,), ((), (entry,)))
        return len(find_logs(chain.node.store, wanted)) == ACTS_A_LIFE

    return lines


def _tester_lines(baseline: Baseline, ledger: bytes) -> Question[bytes]:
    where = to_checksum_address(ledger)

    def lines(entry: bytes) -> bool:
        subject = HexStr("0x" + entry.hex())  # bytes are not found by it
        found = baseline.web3.eth.get_logs({"fromBlock": 0, "address": where, "topics": [None, subject]})
        return len(found) == ACTS_A_LIFE

    return lines


def _proof(chain: Running, ledger: bytes) -> Question[bytes]:
    view = chain.reader.latest()

    def proof(entry: bytes) -> bool:
        proved = prove(chain.node.state, view, ledger, [slot(Head, entry)])
        return len(proved.nodes) > 0 and _licensed(proved.slots[0].value)

    return proof


class _Nodes(dict[bytes, bytes]):
    """The chain's nodes, as py-trie asks for them."""

    def __init__(self, chain: Running) -> None:
        super().__init__()
        self._chain = chain

    def __missing__(self, digest: bytes) -> bytes:
        node = self._chain.node.store.node(digest)
        if node is None:
            raise KeyError(digest)
        return node


def _trie_proof(chain: Running, ledger: bytes) -> Question[bytes]:
    view, nodes = chain.reader.latest(), _Nodes(chain)
    accounts = HexaryTrie(nodes, view.root)
    storage = HexaryTrie(nodes, chain.reader.account(ledger, view).storage_root)
    ours = prove(chain.node.state, view, ledger, [])

    def proof(entry: bytes) -> bool:
        key = slot_key(slot(Head, entry))
        return len(accounts.get_proof(keccak(ledger))) == len(ours.nodes) and len(storage.get_proof(key)) > 0  # type: ignore[no-untyped-call]

    return proof
