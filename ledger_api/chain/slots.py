"""Where each word lies in the ledger's storage, derived from the table of words: namespace, then one hash a mapping.

Solidity's rule: the value under key k of the mapping at slot p lies at keccak256(k ‖ p), numbers padded on the left.
"""

from eth_hash.auto import keccak

from ledger_api.chain.abi import WORD_TYPES
from ledger_api.chain.lines import WordWrite
from ledger_api.domain.packing import Word
from ledger_api.domain.words import Journal

_SELECTOR_SHIFT = 8 * 28  # bytes4 keys are padded on the right


def slot(word: type[Word], *keys: int | bytes) -> int:
    """The slot of a word; `keys` as its KEYS name them, outermost first: numbers, or 32 bytes.

    Raises ValueError for another count of keys.
    """
    if len(keys) != len(word.KEYS):
        raise ValueError(f"{word.__name__} is found by {', '.join(word.KEYS) or 'nothing'}")
    place = word.SLOT
    for key in keys:
        padded = key if isinstance(key, bytes) else key.to_bytes(32, "big")
        place = int.from_bytes(keccak(padded + place.to_bytes(32, "big")), "big")
    return place


def journal(subject: bytes) -> int:
    """The slot of a subject's journal."""
    return slot(Journal, subject)


def written(write: WordWrite, owner: int = 0) -> int:
    """The slot a line wrote. `owner` is the party's number, where the line stands in a party's journal."""
    return slot(WORD_TYPES[write.name], *_keys(write, owner))


def _keys(write: WordWrite, owner: int) -> tuple[int | bytes, ...]:
    known: dict[str, int | bytes] = {
        "subject": write.subject,
        "entry": write.scope if write.name == "Mandate" else write.subject,
        "burden": write.number,
        "matter": write.scope,
        "number": write.number,
        "kind": write.number,
        "agent": write.number,
        "day / 256": write.number,
        "selector": write.number << _SELECTOR_SHIFT,
        "party": owner,
        "principal": owner,
    }
    return tuple(known[name] for name in WORD_TYPES[write.name].KEYS)
