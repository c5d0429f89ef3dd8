"""Who signed the acts of an entry: the filings that brought them, with their seals and their signatories' keys as they were then.

Asked of the node, which must still have the calldata and the state of those blocks.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from ledger_api.chain import proofs, rpc_shapes, slots
from ledger_api.chain.codec import Codec, Filed
from ledger_api.chain.rpc_shapes import text
from ledger_api.domain.errors import NotNow
from ledger_api.domain.filing import Domain, SealedFiling
from ledger_api.domain.words import Officer
from ledger_api.index.capture import account_document
from ledger_api.index.stored import finality_of, header_of
from ledger_api.index.views.moment import Moment
from ledger_api.ports.chain import Chain, Receipt
from ledger_api.store import chain_reads, chain_rows


def filings(connection: Connection, chain: Chain, moment: Moment, entry: bytes) -> list[dict[str, Any]]:
    """Every filing that brought a line of the entry by the moment, in order; direct acts have none.

    Raises NotNow `not-ready` before anything is indexed, and what the port raises.
    """
    state = chain_rows.state(connection)
    if state is None:
        raise NotNow("not-ready", reason="nothing is indexed yet")
    domain = Domain(state.chain_id, state.ledger)
    rows = chain_reads.lines_of(connection, entry, moment.block)
    carried = dict.fromkeys((row["block"], row["receipt"], row["transaction"]) for row in rows)
    return [
        _document(connection, chain, domain, (block, receipt), log, sealed)
        for block, receipt, transaction in carried
        for log, sealed in _brought(chain, domain, entry, block, receipt, transaction)
    ]


def _brought(
    chain: Chain, domain: Domain, entry: bytes, block: int, receipt: int, transaction: bytes
) -> Iterator[tuple[int, SealedFiling]]:
    """Filings of one transaction that brought lines of the entry, with the place of their `Filed` in the receipt."""
    codec = Codec.load()
    sealed = codec.decode_filings(chain.transaction_input(transaction) or b"")
    by_digest = {codec.filing_digest(domain, each.filing): each for each in sealed}
    for place, digest in _filed_before_lines(chain.receipts(block)[receipt], domain.ledger, entry):
        if digest in by_digest:
            yield place, by_digest[digest]


def _filed_before_lines(receipt: Receipt, ledger: bytes, entry: bytes) -> Iterable[tuple[int, bytes]]:
    """The `Filed` that stand before lines of the entry, with no other `Filed` between."""
    codec = Codec.load()
    found: dict[int, bytes] = {}
    latest: tuple[int, bytes] | None = None
    for place, log in enumerate(receipt.logs):
        if log.address != ledger:
            continue
        event = codec.decode_filing_event(log)
        if isinstance(event, Filed):
            latest = (place, event.digest)
        elif latest is not None and len(log.topics) == 4 and log.topics[1] == entry:
            found[latest[0]] = latest[1]
    return found.items()


def _document(
    connection: Connection,
    chain: Chain,
    domain: Domain,
    where: tuple[int, int],
    log: int,
    sealed: SealedFiling,
) -> dict[str, Any]:
    block, receipt = where
    finality = finality_of(connection, block)
    return {
        "typedData": Codec.load().typed_data(domain, sealed.filing),
        "seals": list(map(text, sealed.seals)),
        "receipt": {
            "block": block,
            "header": rpc_shapes.header_document(header_of(connection, block)),
            "finality": finality.document if finality else None,
            "index": receipt,
            "proof": list(map(text, proofs.receipt_proof(chain.receipts(block), receipt))),
            "logIndex": log,
        },
        "officers": _officers(connection, chain, domain.ledger, block, sealed.filing.signatories),
    }


def _officers(
    connection: Connection, chain: Chain, ledger: bytes, block: int, numbers: Sequence[int]
) -> dict[str, Any]:
    """The signatories' words after the block; or before it, when one of them was changed in it."""
    state = chain_rows.state(connection)
    changed = state is not None and any(_is_changed_in(connection, state.view, block, number) for number in numbers)
    at = block - 1 if changed else block
    by_slot = {slots.slot(Officer, number): number for number in numbers}
    proved = chain.proof(ledger, list(by_slot), at)
    return {
        "header": rpc_shapes.header_document(header_of(connection, at)) if changed else None,
        "account": {**account_document(proved), "accountProof": list(map(text, proved.proof))},
        "storage": [
            {
                "word": "Officer",
                "subject": None,
                "number": by_slot[each.slot],
                "slot": text(each.slot.to_bytes(32, "big")),
                "value": text(each.value.to_bytes(32, "big")),
                "proof": list(map(text, each.proof)),
            }
            for each in sorted(proved.storage, key=lambda slot: by_slot[slot.slot])
        ],
    }


def _is_changed_in(connection: Connection, view: int, block: int, number: int) -> bool:
    stored = chain_reads.numbered(connection, chain_reads.At(block, view), "Officer", number)
    return stored is not None and stored.since == block
