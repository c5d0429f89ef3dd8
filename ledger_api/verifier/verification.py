"""The checks of a bundle, in order. Each is told only what the bundle claims; together they tie every claim to the pin.

The pin holds the seal, the seal the header, the header the account and the receipts, the account the storage, the storage the
journal word, the journal word every act, and the acts the words and the commitments.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from eth_hash.auto import keccak

from . import lines, state
from .bundle import Bundle, Licence, Unreadable, read_bundle
from .filings import Signed, check_filing
from .finality import check_header, check_seal
from .journal import Act, check_acts
from .lines import Folio
from .openings import check_opening
from .pin import Pin
from .receipts import Anchor, Log, check_last_act, proven_logs
from .report import PARTS, Finding, Refused, Report, stopped
from .signatures import word

_ENTRY: Final = 1  # kinds of subject: an entry, a licence's usage
_LICENCE: Final = 2

UNPROVEN: Final = ("acts[].block, except where a receipt proves it", "acts[].tx")
"""Members that say where to look and that nothing here proves."""


@dataclass(frozen=True, slots=True)
class _Checking:
    """A bundle being held against a pin; `signed` collects what filings prove."""

    bundle: Bundle
    pin: Pin
    signed: list[Signed] = field(default_factory=list)

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.bundle.chain, self.pin.signer, self.bundle.sealed)


def verify(document: bytes | str, pin: Pin | None = None) -> Report:
    """Check a bundle. Never raises for what is in the document; without a full pin the best verdict is `not-pinned`."""
    pin = pin or Pin()
    raw = document.encode("utf-8", "surrogatepass") if isinstance(document, str) else document
    try:
        bundle = read_bundle(raw)
    except Unreadable as unreadable:
        return stopped(unreadable.part, unreadable.refusal, pin.missing)
    checking = _Checking(bundle, pin)
    findings = tuple(_finding(part, checking) for part in PARTS)
    return Report(findings, pin.missing, _about(checking))


def _finding(part: str, checking: _Checking) -> Finding:
    try:
        return _CHECKS[part](checking)
    except Refused as refusal:
        return Finding(part, "failed", refusal.code, refusal.facts)


def _document(_: _Checking) -> Finding:
    return Finding("document", "ok", "document-read")


def _chain(checking: _Checking) -> Finding:
    bundle, pin = checking.bundle, checking.pin
    if pin.genesis_hash not in {None, bundle.chain.genesis_hash}:
        raise Refused("foreign-genesis")
    if pin.ledger not in {None, bundle.ledger}:
        raise Refused("foreign-ledger")
    compared = pin.genesis_hash is not None and pin.ledger is not None
    return Finding("chain", "ok", "chain-named" if compared else "chain-unpinned")


def _seal(checking: _Checking) -> Finding:
    finality = checking.bundle.sealed.finality
    check_seal(finality, checking.bundle.chain, checking.pin.signer)
    return Finding("seal", "ok", "sealed", {"number": finality.number, "signer": f"0x{finality.signer.hex()}"})


def _header(checking: _Checking) -> Finding:
    check_header(checking.bundle.sealed)
    return Finding("header", "ok", "header-hashed")


def _account(checking: _Checking) -> Finding:
    bundle = checking.bundle
    state.check_account(bundle.account, bundle.ledger, bundle.sealed.header.state_root)
    return Finding("account", "ok", "account-proved")


def _subject(checking: _Checking) -> Finding:
    about = checking.bundle.about
    if isinstance(about, Licence):
        if keccak(word(_LICENCE) + about.entry + word(about.number)) != checking.bundle.subject:
            raise Refused("subject-not-licence")
        return Finding("subject", "ok", "licence-named")
    if keccak(word(_ENTRY) + word(about.algorithm) + about.root + word(about.applicant)) != checking.bundle.subject:
        raise Refused("subject-not-folio")
    return Finding("subject", "ok", "subject-named")


def _storage(checking: _Checking) -> Finding:
    bundle = checking.bundle
    for each in bundle.storage:
        if each.subject != bundle.subject:
            raise Refused("word-of-other", where=each.where)
    state.check_words(bundle.storage, bundle.account.storage_root)
    bundle.stored("Journal")
    if isinstance(bundle.about, Folio):
        bundle.stored("Head")
    return Finding("storage", "ok", "storage-proved", {"count": len(bundle.storage)})


def _acts(checking: _Checking) -> Finding:
    bundle = checking.bundle
    journal = bundle.stored("Journal").value
    check_acts(bundle.acts, bundle.subject, journal, bundle.sealed.header.number)
    if isinstance(bundle.about, Folio):
        lines.check_opening_act(bundle.acts, bundle.about)
    withheld = sum(not act.is_told for act in bundle.acts)
    if withheld:
        return Finding("acts", "ok", "acts-complete-withheld", {"count": len(bundle.acts), "withheld": withheld})
    return Finding("acts", "ok", "acts-complete", {"count": len(bundle.acts)})


def _words(checking: _Checking) -> Finding:
    bundle = checking.bundle
    held = lines.check_words(bundle.acts, bundle.storage)
    return Finding("words", "ok", "words-agree", {"count": held})


def _receipt(checking: _Checking) -> Finding:
    bundle = checking.bundle
    logs = proven_logs(bundle.receipt, checking.anchor)
    last = _proven_act(bundle, logs[bundle.receipt.log_index])
    check_last_act(logs, bundle.receipt, bundle.ledger, last.topics, last.data)
    if last.block != bundle.receipt.block:
        raise Refused("receipt-block-differs", where=bundle.receipt.where)
    return Finding("receipt", "ok", "receipt-proved", {"block": bundle.receipt.block})


def _proven_act(bundle: Bundle, log: Log) -> Act:
    """The act whose receipt is enclosed: the last, or, where some are withheld, any that is told."""
    if all(act.is_told for act in bundle.acts):
        return bundle.acts[-1]
    found = next((act for act in bundle.acts if act.is_told and act.topics == log.topics), None)
    if found is None:
        raise Refused("log-not-the-act", where=bundle.receipt.where)
    return found


def _filings(checking: _Checking) -> Finding:
    bundle = checking.bundle
    if not bundle.filings:
        return Finding("filings", "absent", "filings-absent")
    checking.signed.extend(
        check_filing(each, checking.anchor, bundle.ledger, bundle.subject, bundle.acts) for each in bundle.filings
    )
    return Finding("filings", "ok", "filings-proved", {"count": len(bundle.filings)})


def _openings(checking: _Checking) -> Finding:
    bundle = checking.bundle
    if not bundle.openings:
        return Finding("openings", "absent", "openings-absent")
    count = sum(check_opening(each, bundle.acts) for each in bundle.openings)
    return Finding("openings", "ok", "openings-proved", {"count": count})


_CHECKS: Final[Mapping[str, Callable[[_Checking], Finding]]] = {
    "document": _document,
    "chain": _chain,
    "seal": _seal,
    "header": _header,
    "account": _account,
    "subject": _subject,
    "storage": _storage,
    "acts": _acts,
    "words": _words,
    "receipt": _receipt,
    "filings": _filings,
    "openings": _openings,
}


def _about(checking: _Checking) -> Mapping[str, Any]:
    """What the bundle says of itself; to be believed as far as the verdict goes."""
    bundle, header = checking.bundle, checking.bundle.sealed.header
    about = bundle.about
    licence = {"licence": {"entry": _hex(about.entry), "number": about.number}} if isinstance(about, Licence) else {}
    return {
        "chainId": bundle.chain.chain_id,
        "genesisHash": _hex(bundle.chain.genesis_hash),
        "ledger": _hex(bundle.ledger),
        "block": {"number": header.number, "hash": _hex(header.hash), "time": _time(header.timestamp)},
        "finality": {"signers": 1, "label": "one signer", "signer": _hex(bundle.sealed.finality.signer)},
        "subject": _hex(bundle.subject),
        **licence,
        "acts": [
            {"number": number, "event": lines.name_of(act)} | ({} if act.is_told else {"withheld": True})
            for number, act in enumerate(bundle.acts, start=1)
        ],
        "words": [
            {"word": each.word, "number": each.number, "value": _hex(word(each.value))} for each in bundle.storage
        ],
        "filings": [each.to_json() for each in checking.signed],
        "openings": [
            {"act": opening.act, "field": each.name, "value": each.value}
            for opening in bundle.openings
            for each in opening.fields
        ],
        "unproven": list(UNPROVEN),
    }


def _time(timestamp: int) -> str:
    """RFC 3339 in UTC; a time no calendar has as a number."""
    try:
        return datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return str(timestamp)


def _hex(octets: bytes) -> str:
    return f"0x{octets.hex()}"
