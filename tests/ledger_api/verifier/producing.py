"""Makes evidence bundles straight from a chain, by docs/evidence.md and nothing else.

Shares no code with the register's own producer or with the verifier: three readings of one page must agree.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

import rlp
from eth_hash.auto import keccak
from trie import HexaryTrie

from hardhat_free_env.chain import records
from hardhat_free_env.chain.proofs import prove
from hardhat_free_env.chain.records import Place
from hardhat_free_env.chain.rpc import finality, shapes
from hardhat_free_env.testing import LocalChain
from ledger_api.domain.packing import Word
from ledger_api.domain.words import Head, Journal, Officer
from tests.contracts.stage import Sealed

Json = dict[str, Any]

RPC_ONLY = {"hash", "totalDifficulty", "size", "transactions", "uncles", "withdrawals"}
"""Members of a block that its header's RLP does not have."""
FILED = keccak(b"Filed(bytes32,uint256,uint256)")


class Producer:
    """Bundles about entries of one ledger on one chain."""

    def __init__(self, chain: LocalChain, ledger: bytes) -> None:
        self.chain = chain
        self.ledger = ledger

    def bundle(
        self,
        folio: tuple[int, bytes, int],
        words: Sequence[tuple[type[Word], int]] = (),
        *,
        at: int | None = None,
        filings: Sequence[Sealed] = (),
        openings: Sequence[Json] = (),
    ) -> Json:
        """All evidence about an entry as of block `at`, the head when not said."""
        number = self.chain.number if at is None else at
        subject = keccak(_word(1) + _word(folio[0]) + folio[1] + _word(folio[2]))
        account, storage = self.state(subject, [(Journal, None), (Head, None), *words], number)
        acts = self.acts(subject, number)
        extra: Json = {"filings": [self.filing(each) for each in filings], "openings": list(openings)}
        return {
            "format": "dpr-evidence/1",
            "engine": "embedded",
            "chain": {"chainId": self.chain.node.chain_id, "genesisHash": _hex(self.chain.node.genesis_hash)},
            "ledger": _hex(self.ledger),
            "header": self.header(number),
            "finality": finality.evidence(self.chain.node, number),
            "account": account,
            "storage": storage,
            "subject": _hex(subject),
            "folio": {"alg": int(folio[0]), "root": _hex(folio[1]), "applicant": folio[2]},
            "acts": acts,
            "receipt": self.receipt(*self.find(bytes.fromhex(acts[-1]["topics"][2][2:]), subject)),
        } | {name: member for name, member in extra.items() if member}

    def header(self, number: int) -> Json:
        """A header's members by their JSON-RPC names."""
        block = shapes.block(self.chain.reader.header(number), [], full=False)
        return {name: value for name, value in cast("Json", block).items() if name not in RPC_ONLY}

    def state(
        self, subject: bytes | None, words: Sequence[tuple[type[Word], int | None]], number: int
    ) -> tuple[Json, list[Json]]:
        """The ledger's account and some words of the subject, with proofs."""
        slots = [_slot(kind, subject, place) for kind, place in words]
        proof = cast(
            "Json", shapes.proof(prove(self.chain.node.state, self.chain.reader.at(number), self.ledger, slots))
        )
        storage = [
            {
                "word": kind.__name__,
                "subject": None if subject is None else _hex(subject),
                "number": place,
                "slot": proved["key"],
                "value": _hex(_word(int(proved["value"], 16))),
                "proof": proved["proof"],
            }
            for (kind, place), proved in zip(words, proof.pop("storageProof"), strict=True)
        ]
        return proof, storage

    def acts(self, subject: bytes, newest: int) -> list[Json]:
        """Every line of the subject up to a block."""
        return [
            {
                "topics": [_hex(topic) for topic in log.topics],
                "data": _hex(log.body),
                "block": place.number,
                "tx": _hex(place.included.hash),
            }
            for place in self._places(newest)
            for log in place.included.receipt.logs
            if log.address == self.ledger and len(log.topics) == 4 and log.topics[1] == subject
        ]

    def find(self, line: bytes, subject: bytes) -> tuple[Place, int]:
        """The transaction of a line, and the line's place in its receipt."""
        return self._find(lambda topics: len(topics) == 4 and topics[1] == subject and topics[2] == line)

    def _find(self, wanted: Callable[[Sequence[bytes]], bool]) -> tuple[Place, int]:
        for place in self._places(self.chain.number):
            for position, log in enumerate(place.included.receipt.logs):
                if log.address == self.ledger and wanted(log.topics):
                    return place, position
        raise LookupError("no such log")

    def _places(self, newest: int) -> list[Place]:
        return [place for number in range(newest + 1) for place in records.places_in(self.chain.node.store, number)]

    def receipt(self, place: Place, log_index: int) -> Json:
        """A log's receipt with its proof, by the library's trie over all receipts of the block."""
        trie: Any = HexaryTrie({})
        for each in records.places_in(self.chain.node.store, place.number):
            trie[rlp.encode(each.position)] = each.included.receipt.encode()
        return {
            "block": place.number,
            "header": self.header(place.number),
            "finality": finality.evidence(self.chain.node, place.number),
            "index": place.position,
            "proof": [_hex(rlp.encode(node)) for node in trie.get_proof(rlp.encode(place.position))],
            "logIndex": log_index,
        }

    def filing(self, sealed: Sealed, *, of_parent: bool = False) -> Json:
        """A filing with its seals, and the keys of its officers then."""
        digest = sealed.digest(_domain_separator(self.chain.node.chain_id, self.ledger))
        place, position = self._find(lambda topics: topics[:2] == (FILED, digest))
        state = place.number - of_parent
        officers = [sealed.by >> 24 * each & 0xFFFFFF for each in range(len(sealed.seals))]
        account, storage = self.state(None, [(Officer, officer) for officer in officers], state)
        return {
            "typedData": self.typed_data(sealed),
            "seals": [_hex(seal) for seal in sealed.seals],
            "receipt": self.receipt(place, position),
            "officers": {
                "header": self.header(state) if of_parent else None,
                "account": account,
                "storage": storage,
            },
        }

    def typed_data(self, sealed: Sealed) -> Json:
        """The message as a wallet is shown it."""
        domain = {"name": "string", "version": "string", "chainId": "uint256", "verifyingContract": "address"}
        filing = {"acts": "bytes[]", "by": "uint256", "nonce": "uint256", "deadline": "uint40"}
        return {
            "types": {"EIP712Domain": _members(domain), "Filing": _members(filing)},
            "primaryType": "Filing",
            "domain": {
                "name": "Data Rights Ledger",
                "version": "1",
                "chainId": self.chain.node.chain_id,
                "verifyingContract": _hex(self.ledger),
            },
            "message": {
                "acts": [_hex(act) for act in sealed.acts],
                "by": str(sealed.by),
                "nonce": str(sealed.nonce),
                "deadline": str(sealed.deadline),
            },
        }


def _members(types: dict[str, str]) -> list[Json]:
    return [{"name": name, "type": kind} for name, kind in types.items()]


def _slot(kind: type[Word], subject: bytes | None, number: int | None) -> int:
    slot = kind.SLOT
    for key in (subject, None if number is None else _word(number)):
        if key is not None:
            slot = int.from_bytes(keccak(key + _word(slot)), "big")
    return slot


def _domain_separator(chain_id: int, ledger: bytes) -> bytes:
    kind = keccak(b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")
    return keccak(kind + keccak(b"Data Rights Ledger") + keccak(b"1") + _word(chain_id) + bytes(12) + ledger)


def _word(value: int) -> bytes:
    return int(value).to_bytes(32, "big")


def _hex(octets: bytes) -> str:
    return "0x" + octets.hex()
