"""The evidence bundle as values: every member read into its shape, or the part named that cannot be.

Format `dpr-evidence/1`, described in docs/evidence.md. Unknown members are refused everywhere: what is not checked is not shown.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from . import document as documents
from .filings import SealedFiling, read_filing
from .finality import Chain, SealedHeader, read_finality
from .header import read_header
from .item import Item
from .journal import Act, read_act
from .lines import Folio
from .openings import Opening, read_opening
from .receipts import ProvenLog, read_proven_log
from .report import Refused
from .state import Account, StoredWord, read_account, read_word

FORMAT: Final = "dpr-evidence/1"
ENGINES: Final = ("embedded",)

_REQUIRED: Final = {
    "engine": "chain",
    "chain": "chain",
    "ledger": "chain",
    "finality": "seal",
    "header": "header",
    "account": "account",
    "subject": "subject",
    "storage": "storage",
    "acts": "acts",
    "receipt": "receipt",
}
"""Member → the part that fails when it is missing."""
_OPTIONAL: Final = ("folio", "licence", "filings", "openings")


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence whose usage the journal is about: its subject's id follows from it."""

    entry: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """All of a bundle, nothing checked yet."""

    chain: Chain
    ledger: bytes
    sealed: SealedHeader
    account: Account
    subject: bytes
    about: Folio | Licence
    """What the subject is made of."""
    storage: tuple[StoredWord, ...]
    acts: tuple[Act, ...]
    receipt: ProvenLog
    filings: tuple[SealedFiling, ...]
    openings: tuple[Opening, ...]

    def stored(self, word: str) -> StoredWord:
        """The subject's only word of this name; Refused when there is none."""
        found = next((each for each in self.storage if each.word == word and each.number is None), None)
        if found is None:
            raise Refused("word-missing", word=word)
        return found


class Unreadable(Exception):
    """A part cannot be read; `refusal` says why."""

    def __init__(self, part: str, refusal: Refused) -> None:
        super().__init__(part)
        self.part = part
        self.refusal = refusal


def read_bundle(document: bytes) -> Bundle:
    """The bundle in a document; raises Unreadable."""
    with _part("document"):
        members = _members(documents.read(document))
    for name, part in _REQUIRED.items():
        if name not in members:
            raise Unreadable(part, Refused("member-missing", where=name))
    with _part("chain"):
        chain, ledger = _chain(members), members["ledger"].octets(20)
    with _part("seal"):
        finality = read_finality(members["finality"])
    with _part("header"):
        sealed = SealedHeader(read_header(members["header"]), finality, "header")
    with _part("account"):
        account = read_account(members["account"])
    with _part("subject"):
        subject, about = members["subject"].octets(32), _about(members)
    with _part("storage"):
        storage = tuple(map(read_word, members["storage"].some()))
    with _part("acts"):
        acts = tuple(map(read_act, members["acts"].some()))
    with _part("receipt"):
        receipt = read_proven_log(members["receipt"])
    with _part("filings"):
        filings = tuple(map(read_filing, members["filings"].some())) if "filings" in members else ()
    with _part("openings"):
        openings = tuple(map(read_opening, members["openings"].some())) if "openings" in members else ()
    return Bundle(chain, ledger, sealed, account, subject, about, storage, acts, receipt, filings, openings)


@contextmanager
def _part(name: str) -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise Unreadable(name, refusal) from refusal


def _members(document: object) -> Mapping[str, Item]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Refused("foreign-format", expected=FORMAT)
    return Item(document, "").members("format", optional=(*_REQUIRED, *_OPTIONAL))


def _chain(members: Mapping[str, Item]) -> Chain:
    engine = members["engine"].text()
    if engine not in ENGINES:
        raise Refused("engine-unknown", engine=engine[:50])
    chain = members["chain"].members("chainId", "genesisHash")
    return Chain(chain["chainId"].whole(), chain["genesisHash"].octets(32))


def _about(members: Mapping[str, Item]) -> Folio | Licence:
    """An entry's folio, or else a licence; never both."""
    if "licence" not in members:
        if "folio" not in members:
            raise Refused("member-missing", where="folio")
        return _folio(members["folio"])
    if "folio" in members:
        raise Refused("member-unknown", where="folio")
    licence = members["licence"].members("entry", "number")
    return Licence(licence["entry"].octets(32), licence["number"].whole(24))


def _folio(item: Item) -> Folio:
    members = item.members("alg", "root", "applicant")
    return Folio(members["alg"].whole(8), members["root"].octets(32), members["applicant"].whole(24))
