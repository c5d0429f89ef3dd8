"""What stands on chain only as a digest: documents, contents, public texts, withheld records, keys."""

import rfc8785
from eth_hash.auto import keccak

from ledger_api.domain import readings
from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.phrases import phrase
from ledger_api.domain.readings import Digest
from ledger_api.domain.words import Algorithm
from ledger_api.filings.kinds.written import Surroundings, Written, given_object
from ledger_api.filings.values import PublicText, Value, alike


def digest(written: Written, _: Surroundings) -> Value:
    """A document's digest."""
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)), alg=found.alg)


def content(written: Written, _: Surroundings) -> Value:
    """The content fingerprint of a data object; its algorithm need not be that of the act's documents."""
    found = readings.digest(written.given, written.where)
    return Value((found.alg, found.value), alike(str(found)))


def public(written: Written, most: str) -> Value:
    """A public text of at most so many characters, hashed here; or the digest of one that is withheld, salted by whoever withholds it."""
    if isinstance(written.given, str) and not _is_digest(written.given):
        text = readings.text(written.given, written.where)
        if most and len(text) > int(most):
            raise NotUnderstood("value-not-valid", field=written.where, wanted=f"≤ {most} 字 characters")  # rule 21
        kept = PublicText(keccak(text.encode()), Algorithm.KECCAK256, text)
        return Value((kept.digest,), alike(text), alg=kept.alg, text=kept)
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)), alg=found.alg)


def record(written: Written, around: Surroundings) -> Value:
    """Withheld fields, committed to here; or the root of a commitment made elsewhere."""
    if isinstance(written.given, str):
        root = readings.digest(written.given, written.where)
        if root.alg is not Algorithm.KECCAK256:
            raise NotUnderstood("value-not-valid", field=written.where, wanted="keccak256:…")
        return Value((root.value,), alike(str(root)), alg=root.alg)
    commitment = Commitment.of(given_object(written), around.salt(), written.where)
    root = Digest(Algorithm.KECCAK256, commitment.root)
    return Value((root.value,), alike(str(root)), alg=root.alg, record=commitment)


def matter(written: Written, _: Surroundings) -> Value:
    """What a consent is about: keccak256 of an act's selector and static terms; not one of the act's documents."""
    found = readings.digest(written.given, written.where)
    if found.alg is not Algorithm.KECCAK256:
        raise NotUnderstood("value-not-valid", field=written.where, wanted="keccak256:…")
    return Value((found.value,), alike(str(found)))


def policy(written: Written, _: Surroundings) -> Value:
    """A public policy document (ODRL), hashed in its canonical form (RFC 8785); or its digest."""
    if isinstance(written.given, dict):
        try:
            text = rfc8785.dumps(written.given).decode()
        except (rfc8785.CanonicalizationError, ValueError) as error:
            raise NotUnderstood("value-not-valid", field=written.where, wanted="JSON (RFC 8785)") from error
        found = Digest(Algorithm.KECCAK256, keccak(text.encode()))
        return Value((found.value,), alike(str(found)), alg=found.alg, text=PublicText(found.value, found.alg, text))
    return digest(written, _)


def acknowledgement(written: Written, around: Surroundings) -> Value:
    """What the national system answered, hashed here so that both signers read it; or its digest."""
    if not isinstance(written.given, dict):
        return digest(written, around)
    found = around.acknowledgement(written.given, written.where)
    made = Digest(Algorithm.KECCAK256, keccak(found.canonical))
    shown = phrase(
        f"编号 {found.reference}，{found.received} 收讫，回执 {found.document}",
        f"no. {found.reference}, received {found.received}, receipt {found.document}",
    )
    text = PublicText(made.value, made.alg, found.canonical.decode())
    return Value((made.value,), shown, alg=made.alg, text=text)


def identifier(written: Written, _: Surroundings) -> Value:
    """A legal person's credit code, hashed here; of a natural person the digest made under the operator's key."""
    if isinstance(written.given, str) and not _is_digest(written.given):
        code = readings.text(written.given, written.where, 64)
        return Value((keccak(code.encode()),), alike(code))
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)))


def person(written: Written, _: Surroundings) -> Value:
    """The digest of who an officer is, salted for its party by whoever keeps the salt."""
    found = readings.digest(written.given, written.where)
    return Value((found.value,), alike(str(found)))


def signer(written: Written, _: Surroundings) -> Value:
    """An address (20 bytes), or a verifier's address and a key it understands (ERC-7913)."""
    text = written.given if isinstance(written.given, str) else ""
    try:
        found = bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        found = b""
    if not 20 <= len(found) < 256:
        raise NotUnderstood("value-not-valid", field=written.where, wanted="0x… (20 … 255 bytes)")
    return Value((keccak(found),), alike("0x" + found.hex()))


def credential(written: Written, _: Surroundings) -> Value:
    """A credential number in ASCII, at most 32 characters."""
    text = readings.text(written.given, written.where, 32)
    if not text.isascii() or not text.isprintable():
        raise NotUnderstood("value-not-valid", field=written.where, wanted="ASCII")
    return Value((text.encode().ljust(32, b"\0"),), alike(text))


def _is_digest(text: str) -> bool:
    return text.partition(":")[0].lower() in {"keccak256", "sha256", "sm3"}
