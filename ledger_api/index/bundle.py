"""The evidence bundle of an entry, or of a licence's usage: one JSON document that convinces a stranger of what the register said.

Its form is that of docs/evidence.md.

Preferably as of the moment's block, with proofs asked of the node; where the node no longer has that state, as of the last block that
touched the entry, from what was captured when it became final.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import rlp
from eth_hash.auto import keccak
from sqlalchemy import Connection, RowMapping

from ledger_api.chain import proofs, rpc_shapes
from ledger_api.chain.abi import WORD_TYPES
from ledger_api.chain.merkle import walk
from ledger_api.chain.rpc_shapes import text
from ledger_api.domain.errors import NotFound, NotNow
from ledger_api.domain.subjects import licence_subject
from ledger_api.index.audit import slot_of
from ledger_api.index.capture import ENTRY_WORDS, USAGE_WORDS, account_document, unpack
from ledger_api.index.stored import finality_of, header_of, topics
from ledger_api.index.views import NOTHING, Veil, history, licence
from ledger_api.index.views import entry as entry_view
from ledger_api.index.views.moment import Moment
from ledger_api.ports.chain import AccountProof, BlockUnknown, Chain, NodeUnreachable
from ledger_api.store import chain_reads, chain_rows
from ledger_api.store.chain_reads import StoredWord

FORMAT: Final = "dpr-evidence/1"
ENGINE: Final = "embedded"


@dataclass(frozen=True, slots=True)
class ProvedState:
    """The ledger's account at a block, and words of it."""

    block: int
    account: Mapping[str, Any]
    proofs: Mapping[int, Sequence[bytes]]
    """By slot."""


def bundle(
    connection: Connection,
    chain: Chain | None,
    moment: Moment,
    entry: bytes,
    *,
    numbers: Iterable[int] = (),
    openings: Sequence[Mapping[str, Any]] = (),
    filings: Sequence[Mapping[str, Any]] = (),
    veil: Veil = NOTHING,
) -> dict[str, Any]:
    """The bundle of an entry as of the moment's block, with the words of the dependants `numbers`.

    Acts and words behind the veil are not told: of an act stands its digest, which still proves that none is left out (rule 60).

    Raises NotFound for an unknown entry, NotNow `not-ready` where neither the node nor what was captured can prove it, or where no
    act is told whose receipt names nobody withheld.
    """
    folio = entry_view(connection, moment, entry)
    about = {"folio": {"alg": folio.alg, "root": text(folio.root), "applicant": folio.applicant}}
    nothing = StoredWord(entry, "Head", 0, b"", 0, 0)
    words = _words(connection, moment, entry, ENTRY_WORDS - {"Head"}, frozenset(numbers) - veil.covers)
    head = chain_reads.word(connection, moment.at, entry, "Head") or nothing
    proving = [words[0], head, *words[1:]]
    hidden = {line.number for line in history(connection, moment, entry) if veil.hides(line)} if veil.covers else set()
    return _document(connection, chain, moment, entry, about, proving, hidden, openings=openings, filings=filings)


def usage_bundle(
    connection: Connection,
    chain: Chain | None,
    moment: Moment,
    entry: bytes,
    number: int,
    *,
    numbers: Iterable[int] = (),
    openings: Sequence[Mapping[str, Any]] = (),
    filings: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The bundle of a licence's own journal, its meter in it, with the words of the batches and statements `numbers` (rule 56).

    Raises NotFound for an unknown licence (`not-found`) and for one under which nothing was recorded (`no-usage`), NotNow as above.
    """
    found = licence(connection, moment, entry, number)
    subject = licence_subject(entry, number)
    if chain_reads.word(connection, moment.at, subject, "Journal") is None:
        raise NotFound("no-usage", id=found.public_id)
    about = {"licence": {"entry": text(entry), "number": number}}
    words = _words(connection, moment, subject, USAGE_WORDS, frozenset({0, *numbers}))
    return _document(connection, chain, moment, subject, about, words, openings=openings, filings=filings)


def _document(
    connection: Connection,
    chain: Chain | None,
    moment: Moment,
    subject: bytes,
    about: Mapping[str, Any],
    words: Sequence[StoredWord],
    hidden: Collection[int] = (),
    **extras: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    state = chain_rows.state(connection)
    lines = chain_reads.lines_of(connection, subject, moment.block)
    if state is None or not lines:
        raise NotNow("not-ready", reason="nothing is indexed yet")
    proved = _prove(connection, chain, state.ledger, moment, lines[-1]["block"], words)
    document: dict[str, Any] = {
        "format": FORMAT,
        "engine": ENGINE,
        "chain": {"chainId": state.chain_id, "genesisHash": text(state.genesis_hash)},
        "ledger": text(state.ledger),
        **_sealed(connection, proved.block),
        "account": proved.account,
        "storage": [_storage(word, proved) for word in words],
        "subject": text(subject),
        **about,
        "acts": [_withheld(row) if row["number"] in hidden else _act(row) for row in lines],
        "receipt": receipt_document(connection, chain, _last_told(lines, hidden)),
    }
    return document | {name: list(value) for name, value in extras.items() if value}


def _words(
    connection: Connection, moment: Moment, subject: bytes, names: Collection[str], numbers: frozenset[int]
) -> list[StoredWord]:
    """The journal, then those words of the dependants asked for that are found by a number alone, as docs/evidence.md orders them."""
    stored = chain_reads.words_of(connection, moment.at, subject)
    journal = next(word for word in stored if word.name == "Journal")
    return [journal, *(each for each in stored if each.name in names and each.number in numbers and not each.scope)]


def _prove(
    connection: Connection,
    chain: Chain | None,
    ledger: bytes,
    moment: Moment,
    touched: int,
    words: Sequence[StoredWord],
) -> ProvedState:
    wanted = [slot_of(word) for word in words]
    live = _ask(chain, ledger, wanted, moment.block)
    if live is not None:
        proofs.check_account(header_of(connection, moment.block).state_root, live)
        account = account_document(live) | {"accountProof": list(map(text, live.proof))}
        return ProvedState(moment.block, account, {each.slot: each.proof for each in live.storage})
    return _captured(connection, ledger, touched, wanted)


def _ask(chain: Chain | None, ledger: bytes, wanted: Sequence[int], block: int) -> AccountProof | None:
    """The node's proof; None when it does not have the state any more, or does not answer."""
    if chain is None:
        return None
    try:
        return chain.proof(ledger, wanted, block)
    except (BlockUnknown, NodeUnreachable):
        return None


def _captured(connection: Connection, ledger: bytes, block: int, wanted: Sequence[int]) -> ProvedState:
    kept = chain_reads.evidence_at(connection, block)
    if kept is None:
        raise NotNow("not-ready", reason=f"no evidence of block {block} was captured")
    account, nodes = kept[0], unpack(kept[1])
    storage_root = rpc_shapes.data(account["storageHash"])
    try:
        leading = walk(nodes, header_of(connection, block).state_root, keccak(ledger))
        found = {slot: walk(nodes, storage_root, keccak(slot.to_bytes(32, "big"))) for slot in wanted}
    except KeyError:
        raise NotNow(
            "not-ready", reason=f"what was captured of block {block} does not prove all that was asked for"
        ) from None
    return ProvedState(block, {**account, "accountProof": list(map(text, leading))}, found)


def _sealed(connection: Connection, block: int) -> dict[str, Any]:
    """A block's header and what makes it final."""
    finality = finality_of(connection, block)
    if finality is None:
        raise NotNow("not-ready", reason=f"block {block} has no seal")
    return {"header": rpc_shapes.header_document(header_of(connection, block)), "finality": finality.document}


def _storage(word: StoredWord, proved: ProvedState) -> dict[str, Any]:
    slot = slot_of(word)
    return {
        "word": word.name,
        "subject": text(word.subject),
        "number": word.number if "number" in WORD_TYPES[word.name].KEYS else None,
        "slot": text(slot.to_bytes(32, "big")),
        "value": text(word.value.to_bytes(32, "big")),
        "proof": list(map(text, proved.proofs[slot])),
    }


def _act(row: RowMapping) -> dict[str, Any]:
    return {
        "topics": list(map(text, topics(row))),
        "data": text(row["data"]),
        "block": row["block"],
        "tx": text(row["transaction"]),
    }


def _withheld(row: RowMapping) -> dict[str, Any]:
    return {"digest": text(keccak(row["topics"] + row["data"])), "block": row["block"]}


def _last_told(lines: Sequence[RowMapping], hidden: Collection[int]) -> RowMapping:
    """The last line whose receipt tells of none that is hidden: a receipt bears all lines of its transaction."""
    silent = {row["transaction"] for row in lines if row["number"] in hidden}
    for row in reversed(lines):
        if row["transaction"] not in silent:
            return row
    raise NotNow("not-ready", reason="every receipt would tell whose a blind licence is")


def receipt_document(connection: Connection, chain: Chain | None, line: RowMapping) -> dict[str, Any]:
    """The proof that a line was logged in its block."""
    return {
        "block": line["block"],
        **_sealed(connection, line["block"]),
        "index": line["receipt"],
        "proof": list(map(text, _receipt_nodes(connection, chain, line))),
        "logIndex": line["place"],
    }


def _receipt_nodes(connection: Connection, chain: Chain | None, line: RowMapping) -> Sequence[bytes]:
    kept = chain_reads.evidence_at(connection, line["block"])
    if kept is not None:
        root = header_of(connection, line["block"]).receipts_root
        return walk(unpack(kept[1]), root, rlp.encode(line["receipt"]))
    try:
        receipts = chain.receipts(line["block"]) if chain else ()
    except (BlockUnknown, NodeUnreachable):
        receipts = ()
    if not receipts:
        raise NotNow("not-ready", reason=f"no evidence of block {line['block']} was captured")
    return proofs.receipt_proof(receipts, line["receipt"])
