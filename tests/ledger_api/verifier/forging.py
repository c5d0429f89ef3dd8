"""A chain that lies: one key, one contract, and every hash right, so that only what the bundle says against itself can tell.

The person verifying has pinned exactly this chain. Whatever is then refused is refused for its own sake.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import rlp
from coincurve import PrivateKey
from eth_hash.auto import keccak
from trie.hexary import HexaryTrie

from hardhat_free_env.chain.keys import address
from hardhat_free_env.chain.seals import seal_block
from ledger_api.verifier import Pin
from ledger_api.verifier.header import FIELDS
from ledger_api.verifier.lines import table
from ledger_api.verifier.slots import PLACES, slot_of
from tests.ledger_api.verifier.producing import Json

KEY = PrivateKey(b"\x77" * 32)
CHAIN_ID = 4_242
GENESIS = b"\x42" * 32
LEDGER = b"\x99" * 20
FOLIO = (2, b"\x0c" * 32, 7)
PIN = Pin(GENESIS, address(KEY), LEDGER)

Line = tuple[str, int, list[int]]
"""Event, the dependant's number, and the words of the data."""

HONEST: tuple[Line, ...] = (
    ("Opened", 0, [65, 1_785_718_800, *(2, int.from_bytes(FOLIO[1], "big"), 7)]),
    ("Submitted", 2, [65, 1_785_718_800, 0xCA5E, 0xC1A1, 1, 2, 3, 4]),
    ("Anchored", 2, [65, 1_785_718_800, 0xEAD, 0xCA5F, 0, 2, 5]),
)
WORDS: Mapping[tuple[str, int | None], int] = {("Head", None): 0xEAD, ("Case", 2): 0xCA5F, ("Claim", 2): 0xC1A1}


@dataclass
class Forgery:
    """What the liar says; each member may be replaced by a lie."""

    lines: Sequence[Line] = HONEST
    words: Mapping[tuple[str, int | None], int] = field(default_factory=lambda: WORDS)
    number: int = 9
    receipt_number: int = 8
    said_block: int | None = None
    """Block of the receipt as the bundle says it."""
    numbers: Sequence[int] = ()
    """Of the lines, when not 1, 2, 3, …"""
    subjects: Mapping[int, bytes] = field(default_factory=dict)
    """Of lines, by place, that are not the entry's."""
    extra_words: int = 0
    """Words of data too many in the last line."""
    topic: bytes | None = None
    """Of the last line, when it is no known event's."""
    status: int = 1
    log_address: bytes = LEDGER
    account: bytes = LEDGER
    receipt: bytes | None = None
    """The receipt's bytes, when it is none at all."""

    @property
    def subject(self) -> bytes:
        """The entry."""
        return keccak(_word(1) + _word(FOLIO[0]) + FOLIO[1] + _word(FOLIO[2]))

    def bundle(self) -> Json:
        """The whole bundle, with every hash and signature it needs."""
        acts = [self._act(place, line) for place, line in enumerate(self.lines)]
        state_root, account, storage = self._state(self._journal(acts))
        receipts = HexaryTrie({})
        logs = [
            [self.log_address, [_bytes(topic) for topic in act["topics"]], _bytes(act["data"])] for act in acts[-1:]
        ]
        receipts[b"\x80"] = self.receipt or b"\x02" + rlp.encode([self.status, 21_000, bytes(256), logs])
        earlier = _header(self.receipt_number, b"\x01" * 32, receipts.root_hash)
        header = _header(self.number, state_root, b"\x02" * 32)
        return {
            "format": "dpr-evidence/1",
            "engine": "embedded",
            "chain": {"chainId": CHAIN_ID, "genesisHash": _hex(GENESIS)},
            "ledger": _hex(LEDGER),
            "header": header,
            "finality": _seal(header),
            "account": account,
            "storage": storage,
            "subject": _hex(self.subject),
            "folio": {"alg": FOLIO[0], "root": _hex(FOLIO[1]), "applicant": FOLIO[2]},
            "acts": acts,
            "receipt": {
                "block": self.receipt_number if self.said_block is None else self.said_block,
                "header": earlier,
                "finality": _seal(earlier),
                "index": 0,
                "proof": _proof(receipts, b"\x80"),
                "logIndex": 0,
            },
        }

    def _act(self, place: int, line: Line) -> Json:
        event, ref, words = line
        last = place == len(self.lines) - 1
        topic = next(topic for topic, known in table().items() if known.event == event)
        number = self.numbers[place] if self.numbers else place + 1
        data = b"".join(map(_word, [*words, *[0] * (self.extra_words if last else 0)]))
        topics = (
            self.topic if last and self.topic else topic,
            self.subjects.get(place, self.subject),
            _word(number),
            _word(ref),
        )
        block = min(self.receipt_number, self.number) if last else 3
        return {"topics": list(map(_hex, topics)), "data": _hex(data), "block": block, "tx": _hex(b"\x03" * 32)}

    def _journal(self, acts: Sequence[Json]) -> int:
        journal = 0
        for count, act in enumerate(acts, start=1):
            line = keccak(b"".join(map(_bytes, act["topics"])) + _bytes(act["data"]))
            journal = int.from_bytes(keccak(_word(journal) + line)[:29], "big") << 24 | count
        return journal

    def _state(self, journal: int) -> tuple[bytes, Json, list[Json]]:
        stored = {("Journal", None): journal, **self.words}
        slots = {key: slot_of(PLACES[key[0]], self.subject, key[1]) for key in stored}
        storage, accounts = HexaryTrie({}), HexaryTrie({})
        for key, value in stored.items():
            storage[keccak(slots[key])] = rlp.encode(value)
        code = b"\x0d" * 32
        accounts[keccak(self.account)] = rlp.encode([1, 0, storage.root_hash, code])
        account = {
            "address": _hex(self.account),
            "nonce": "0x1",
            "balance": "0x0",
            "storageHash": _hex(storage.root_hash),
            "codeHash": _hex(code),
            "accountProof": _proof(accounts, keccak(self.account)),
        }
        words = [
            {
                "word": word,
                "subject": _hex(self.subject),
                "number": number,
                "slot": _hex(slots[word, number]),
                "value": _hex(_word(value)),
                "proof": _proof(storage, keccak(slots[word, number])),
            }
            for (word, number), value in stored.items()
        ]
        return accounts.root_hash, account, words


def _header(number: int, state_root: bytes, receipts_root: bytes) -> Json:
    header: Json = dict.fromkeys(FIELDS, "0x0")
    header |= dict.fromkeys(
        ("parentHash", "sha3Uncles", "transactionsRoot", "mixHash", "withdrawalsRoot", "parentBeaconBlockRoot"),
        _hex(b"\x04" * 32),
    )
    return header | {
        "stateRoot": _hex(state_root),
        "receiptsRoot": _hex(receipts_root),
        "number": hex(number),
        "timestamp": hex(1_785_718_800 + number),
        "miner": _hex(bytes(20)),
        "logsBloom": _hex(bytes(256)),
        "extraData": "0x",
        "nonce": _hex(bytes(8)),
    }


def _seal(header: Json) -> Json:
    as_bytes = {"miner", "logsBloom", "extraData", "nonce"}
    fields = [
        _bytes(value) if name in as_bytes or len(value) == 66 else int(value, 16)
        for name, value in ((name, header[name]) for name in FIELDS)
    ]
    number, block_hash = int(header["number"], 16), keccak(rlp.encode(fields))
    return {
        "engine": "embedded",
        "signers": 1,
        "label": "one signer",
        "genesisHash": _hex(GENESIS),
        "number": number,
        "blockHash": _hex(block_hash),
        "signer": _hex(address(KEY)),
        "signature": _hex(seal_block(KEY, CHAIN_ID, GENESIS, number, block_hash).signature),
        "rotations": [],
    }


def _proof(trie: Any, key: bytes) -> list[str]:  # noqa: ANN401  the library's trie is untyped
    return [_hex(rlp.encode(node)) for node in trie.get_proof(key)]


def _word(value: int) -> bytes:
    return value.to_bytes(32, "big")


def _hex(octets: bytes) -> str:
    return "0x" + octets.hex()


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text[2:])
