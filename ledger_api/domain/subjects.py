"""Whose journal: subjects are keccak256(kind ‖ key…), 32 bytes each, and an entry's subject is its id (page 2 §6)."""

from enum import IntEnum
from typing import Final

from eth_hash.auto import keccak


class SubjectKind(IntEnum):
    """Kinds of subject, as Journals.sol numbers them."""

    ENTRY = 1
    LICENCE = 2
    PARTY = 3
    CONTENT = 4
    BOOK = 5


def _subject(kind: SubjectKind, *key: int | bytes) -> bytes:
    words = (part if isinstance(part, bytes) else part.to_bytes(32, "big") for part in (int(kind), *key))
    return keccak(b"".join(words))


def entry_id(alg: int, root: bytes, applicant: int) -> bytes:
    """The id of the folio of a data object (content root, 32 bytes, by algorithm `alg`) of an applicant (party number)."""
    return _subject(SubjectKind.ENTRY, alg, root, applicant)


def licence_subject(entry: bytes, number: int) -> bytes:
    """The subject of a licence: its usage and settlement."""
    return _subject(SubjectKind.LICENCE, entry, number)


def party_subject(number: int) -> bytes:
    """The subject of a party: its officers, accreditations and mandates."""
    return _subject(SubjectKind.PARTY, number)


def content_subject(alg: int, root: bytes) -> bytes:
    """The subject of a content root: which folios are anchored on it."""
    return _subject(SubjectKind.CONTENT, alg, root)


BOOK: Final = _subject(SubjectKind.BOOK)
"""The subject of the book: parameters, calendar, chapters, numbers of parties and officers."""
