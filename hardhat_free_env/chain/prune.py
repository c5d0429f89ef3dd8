"""Forgetting old state: trie nodes that no kept block needs are deleted; headers, transactions, receipts and logs stay.

Afterwards calls, storage and proofs work for the kept blocks only; `audit` still re-executes everything, it needs no stored state.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from hardhat_free_env.chain import records
from hardhat_free_env.chain.encoding import Item, rlp_decode
from hardhat_free_env.chain.errors import BadRequest, ChainBroken, NotAvailable
from hardhat_free_env.chain.state import Account
from hardhat_free_env.chain.store import Store
from hardhat_free_env.chain.trie import EMPTY_ROOT, NodeSource

KEPT = "kept"  # meta: first block whose state is kept


@dataclass(frozen=True, slots=True)
class Pruned:
    """First block whose state is kept, and how many nodes went and stayed."""

    kept_from: int
    deleted: int
    kept: int


def kept_from(store: Store) -> int:
    """First block whose state this store keeps; 0 for an archive."""
    value = store.meta(KEPT)
    return int(value) if value else 0


def prune(store: Store, blocks: int) -> Pruned:
    """Keep the state of the last `blocks` blocks. Interrupted, it leaves a store that is right and can be pruned again."""
    if blocks < 1:
        raise BadRequest("at least the head's state is kept: --keep 1 or more")
    head = records.head_number(store)
    if head is None:
        raise ChainBroken("the chain has no blocks")
    first = max(kept_from(store), head - blocks + 1, 0)
    live = reachable(store, _roots(store, first, head)).nodes
    with store.transaction() as connection:  # said before the first node goes
        connection.execute("REPLACE INTO meta VALUES (?, ?)", (KEPT, str(first).encode()))
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS live (digest BLOB PRIMARY KEY) WITHOUT ROWID")
        connection.executemany("INSERT OR IGNORE INTO live VALUES (?)", ((digest,) for digest in sorted(live)))
    deleted = sum(_sweep(store, prefix) for prefix in range(256))
    store.compact()
    return Pruned(first, deleted, len(live))


def _roots(store: Store, first: int, head: int) -> list[bytes]:
    sealed = (records.sealed_header(store, number) for number in range(first, head + 1))
    return [each.header.state_root for each in sealed if each]


def _sweep(store: Store, prefix: int) -> int:
    """One 256th of the nodes a transaction, so that none is large."""
    low, high = bytes((prefix,)), bytes((prefix, *[255] * 32))
    with store.transaction() as connection:
        return connection.execute(
            "DELETE FROM node WHERE digest BETWEEN ? AND ? AND digest NOT IN (SELECT digest FROM live)", (low, high)
        ).rowcount


@dataclass(slots=True)
class Reach:
    """Hashes of all that some states consist of."""

    nodes: set[bytes] = field(default_factory=set)
    codes: set[bytes] = field(default_factory=set)


def reachable(nodes: NodeSource, state_roots: Iterable[bytes]) -> Reach:
    """Every node of these states, storage included, and their contracts' code. NotAvailable names a missing node."""
    reach = Reach()
    waiting = [(root, True) for root in state_roots]
    while waiting:
        digest, of_accounts = waiting.pop()
        if digest in reach.nodes or digest == EMPTY_ROOT:
            continue
        raw = nodes.node(digest)
        if raw is None:
            raise NotAvailable(f"trie node 0x{digest.hex()} is missing")
        reach.nodes.add(digest)
        _follow(rlp_decode(raw), waiting, reach.codes, of_accounts=of_accounts)
    return reach


def _follow(node: Item, waiting: list[tuple[bytes, bool]], codes: set[bytes], *, of_accounts: bool) -> None:
    """Note what a node points to: child nodes, and from an account its storage."""
    items = cast("list[Item]", node)
    if len(items) == 17:
        children = items[:16]
    elif cast("bytes", items[0])[0] & 0x20:  # a leaf, by its hex prefix
        if of_accounts:
            account = Account.decode(cast("bytes", items[1]))
            waiting.append((account.storage_root, False))
            codes.add(account.code_hash)
        return
    else:
        children = [items[1]]
    for child in children:
        if isinstance(child, list):
            _follow(child, waiting, codes, of_accounts=of_accounts)
        elif child:
            waiting.append((child, of_accounts))
