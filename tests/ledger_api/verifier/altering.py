"""Every way a bundle can be tampered with that the tests know, each with the part that must fail first.

An alteration takes a valid bundle and a seeded source of randomness and spoils the bundle in place.
"""

import copy
from collections.abc import Callable, Iterator, Sized
from dataclasses import dataclass
from random import Random
from typing import Any

from ledger_api.verifier.header import FIELDS
from tests.ledger_api.verifier.producing import Json

Spoil = Callable[[Json, Random], None]


@dataclass(frozen=True)
class Alteration:
    """`part` is the one that must be named; `seeds` is how often it is tried, each time elsewhere."""

    name: str
    part: str
    spoil: Spoil
    seeds: int = 1
    only_the_pin_tells: bool = False
    """Without a pin the bundle agrees with itself all the same."""


def at(*path: str | int) -> Spoil:
    """Flip one random bit of the hex text at a path; `*` stands for any member of a list."""

    def spoil(bundle: Json, random: Random) -> None:
        holder, last = _walk(bundle, path, random)
        holder[last] = flipped(holder[last], random)

    return spoil


def number_at(*path: str | int) -> Spoil:
    """Flip one of the lowest five bits of the number at a path."""

    def spoil(bundle: Json, random: Random) -> None:
        holder, last = _walk(bundle, path, random)
        holder[last] ^= 1 << random.randrange(5)

    return spoil


def replaced(value: object, *path: str | int) -> Spoil:
    """Put another value at a path."""

    def spoil(bundle: Json, random: Random) -> None:
        holder, last = _walk(bundle, path, random)
        holder[last] = copy.deepcopy(value)

    return spoil


def removed(*path: str | int) -> Spoil:
    """Take away what is at a path."""

    def spoil(bundle: Json, random: Random) -> None:
        holder, last = _walk(bundle, path, random)
        del holder[last]

    return spoil


def doubled(*path: str | int) -> Spoil:
    """Let a list's member stand twice."""

    def spoil(bundle: Json, random: Random) -> None:
        holder, last = _walk(bundle, path, random)
        holder.insert(last, copy.deepcopy(holder[last]))

    return spoil


def swapped(*path: str | int) -> Spoil:
    """Exchange two different members of the list at a path."""

    def spoil(bundle: Json, random: Random) -> None:
        holder, last = _walk(bundle, path, random)
        members = holder[last]
        one, other = random.sample(range(len(members)), 2)
        members[one], members[other] = members[other], members[one]

    return spoil


def _walk(bundle: Json, path: tuple[str | int, ...], random: Random) -> tuple[Any, Any]:
    holder: Any = bundle
    for step in path[:-1]:
        holder = holder[_step(holder, step, random)]
    return holder, _step(holder, path[-1], random)


def _step(holder: Sized, step: str | int, random: Random) -> str | int:
    return random.randrange(len(holder)) if step == "*" else step


def flipped(text: str, random: Random) -> str:
    """The same bytes, or the same quantity, with one bit flipped; no bytes become one."""
    if text == "0x":
        return "0x01"
    digits = len(text) - 2
    is_quantity = digits % 2 == 1 or len(text) < 6
    value = int(text, 16) ^ 1 << random.randrange(max(1, 4 * digits))
    return hex(value) if is_quantity else f"0x{value:0{digits}x}"


def _line_of_another_entry(bundle: Json, random: Random) -> None:
    stranger = copy.deepcopy(random.choice(bundle["acts"]))
    stranger["topics"][1] = flipped(stranger["topics"][1], random)
    bundle["acts"].insert(random.randrange(len(bundle["acts"]) + 1), stranger)


def _acts_from_the_first(bundle: Json, random: Random) -> None:
    bundle["acts"] = bundle["acts"][: random.randrange(1, len(bundle["acts"]))]


def _renumbered_gap(bundle: Json, random: Random) -> None:
    """Drop an act and close the gap in the numbers."""
    del bundle["acts"][random.randrange(len(bundle["acts"]))]
    for number, act in enumerate(bundle["acts"], start=1):
        act["topics"][2] = f"0x{number:064x}"


def _deadline(bundle: Json, random: Random) -> None:
    message = random.choice(bundle["filings"])["typedData"]["message"]
    message["deadline"] = str(int(message["deadline"]) + 1 + random.randrange(100))


def _nonce(bundle: Json, _: Random) -> None:
    message = bundle["filings"][0]["typedData"]["message"]
    message["nonce"] = str(int(message["nonce"]) + 1)


def _another_signatory(bundle: Json, _: Random) -> None:
    message = bundle["filings"][1]["typedData"]["message"]
    message["by"] = str(int(message["by"]) + 1)


def _seals_of_the_other(bundle: Json, _: Random) -> None:
    one, other = bundle["filings"]
    one["seals"] = other["seals"][:1]


def catalogue() -> tuple[Alteration, ...]:
    """All of them."""
    return (*_of_acts(), *_of_block(), *_of_state(), *_of_receipt(), *_of_filings(), *_of_openings(), *_of_shape())


def _of_acts() -> Iterator[Alteration]:
    yield Alteration("an act dropped", "acts", removed("acts", "*"), 8)
    yield Alteration("an act dropped and the gap closed", "acts", _renumbered_gap, 8)
    yield Alteration("acts after some point left out", "acts", _acts_from_the_first, 6)
    yield Alteration("an act doubled", "acts", doubled("acts", "*"), 6)
    yield Alteration("acts swapped", "acts", swapped("acts"), 10)
    yield Alteration("an act of another entry put in", "acts", _line_of_another_entry, 6)
    yield Alteration("a topic changed", "acts", at("acts", "*", "topics", "*"), 20)
    yield Alteration("an act's data changed", "acts", at("acts", "*", "data"), 30)
    yield Alteration("an act's data cut", "acts", replaced("0x", "acts", "*", "data"), 3)
    yield Alteration("an act's topic missing", "acts", removed("acts", "*", "topics", "*"), 3)
    yield Alteration("the last act said to be in another block", "receipt", _last_act_later)
    yield Alteration("an act said to be later than the block", "acts", replaced(1 << 40, "acts", -1, "block"))
    yield Alteration("acts said to be in earlier blocks", "acts", replaced(0, "acts", -1, "block"))


def _last_act_later(bundle: Json, _: Random) -> None:
    bundle["acts"][-1]["block"] += 1


def _of_block() -> Iterator[Alteration]:
    for name in FIELDS:
        yield Alteration(f"header.{name} changed", "header", at("header", name), 2)
    yield Alteration("the seal's signature changed", "seal", at("finality", "signature"), 20)
    yield Alteration("the sealed hash changed", "seal", at("finality", "blockHash"), 4)
    yield Alteration("the sealed height changed", "seal", number_at("finality", "number"), 3)
    yield Alteration("the seal's chain changed", "seal", at("finality", "genesisHash"), 3)
    yield Alteration("the signer changed", "seal", at("finality", "signer"), 3)
    yield Alteration(
        "a rotation's signature changed",
        "seal",
        at("finality", "rotations", 0, "signature"),
        6,
        only_the_pin_tells=True,
    )
    yield Alteration("a rotation's successor changed", "seal", at("finality", "rotations", 0, "next"), 3)
    yield Alteration(
        "a rotation's start changed", "seal", number_at("finality", "rotations", 0, "from"), 4, only_the_pin_tells=True
    )
    yield Alteration("a rotation left out", "seal", removed("finality", "rotations", 0), only_the_pin_tells=True)
    yield Alteration("a rotation doubled", "seal", doubled("finality", "rotations", 0))
    yield Alteration("two signers claimed", "seal", replaced(2, "finality", "signers"))
    yield Alteration("another label", "seal", replaced("a quorum", "finality", "label"))
    yield Alteration("another engine's finality", "seal", replaced("qbft", "finality", "engine"))
    yield Alteration("another engine", "chain", replaced("qbft", "engine"))
    yield Alteration("the genesis hash changed", "chain", at("chain", "genesisHash"), 4)
    yield Alteration("the chain id changed", "seal", number_at("chain", "chainId"), 3)
    yield Alteration("the ledger changed", "chain", at("ledger"), 4)


def _of_state() -> Iterator[Alteration]:
    for name in ("address", "nonce", "balance", "storageHash", "codeHash"):
        yield Alteration(f"account.{name} changed", "account", at("account", name), 3)
    yield Alteration("an account proof's node changed", "account", at("account", "accountProof", "*"), 12)
    yield Alteration("an account proof's node dropped", "account", removed("account", "accountProof", "*"), 3)
    yield Alteration("an account proof's node doubled", "account", doubled("account", "accountProof", "*"), 3)
    yield Alteration("an account proof's nodes swapped", "account", swapped("account", "accountProof"), 2)
    yield Alteration("a storage value changed", "storage", at("storage", "*", "value"), 16)
    yield Alteration("a slot changed", "storage", at("storage", "*", "slot"), 6)
    yield Alteration("a storage proof's node changed", "storage", at("storage", "*", "proof", "*"), 24)
    yield Alteration("a storage proof's node dropped", "storage", removed("storage", "*", "proof", "*"), 5)
    yield Alteration("a storage proof's node doubled", "storage", doubled("storage", "*", "proof", "*"), 5)
    yield Alteration("a storage proof's nodes swapped", "storage", swapped("storage", "*", "proof"), 5)
    yield Alteration("the journal word left out", "storage", removed("storage", 0))
    yield Alteration("the head left out", "storage", removed("storage", 1))
    yield Alteration("a word doubled", "storage", doubled("storage", "*"), 3)
    yield Alteration("a word renamed", "storage", replaced("Claim", "storage", 1, "word"))
    yield Alteration("a word of another number", "storage", number_at("storage", 2, "number"), 3)
    yield Alteration("a word of another entry", "storage", at("storage", "*", "subject"), 3)
    yield Alteration("an unknown word", "storage", replaced("Purse", "storage", 2, "word"))
    yield Alteration("the subject changed", "subject", at("subject"), 3)
    yield Alteration("the content changed", "subject", at("folio", "root"), 3)
    yield Alteration("the applicant changed", "subject", number_at("folio", "applicant"), 2)
    yield Alteration("the algorithm changed", "subject", number_at("folio", "alg"), 2)


def _of_receipt() -> Iterator[Alteration]:
    yield Alteration("a receipt proof's node changed", "receipt", at("receipt", "proof", "*"), 16)
    yield Alteration("a receipt proof's node dropped", "receipt", removed("receipt", "proof", "*"), 2)
    yield Alteration("a receipt proof's node doubled", "receipt", doubled("receipt", "proof", "*"), 2)
    yield Alteration("another receipt", "receipt", number_at("receipt", "index"), 2)
    yield Alteration("another log", "receipt", number_at("receipt", "logIndex"), 3)
    yield Alteration("another block", "receipt", number_at("receipt", "block"), 2)
    yield Alteration("the receipt's receiptsRoot changed", "receipt", at("receipt", "header", "receiptsRoot"), 2)
    yield Alteration("the receipt's header changed", "receipt", at("receipt", "header", "stateRoot"), 2)
    yield Alteration("the receipt's seal changed", "receipt", at("receipt", "finality", "signature"), 8)
    yield Alteration("the receipt's sealed hash changed", "receipt", at("receipt", "finality", "blockHash"), 2)
    yield Alteration("the receipt's rotation changed", "receipt", at("receipt", "finality", "rotations", 0, "next"), 2)


def _of_filings() -> Iterator[Alteration]:
    filing = ("filings", "*")
    message = (*filing, "typedData", "message")
    yield Alteration("a signature of an officer changed", "filings", at(*filing, "seals", "*"), 24)
    yield Alteration("a seal left out", "filings", removed(*filing, "seals", "*"), 3)
    yield Alteration("seals swapped", "filings", swapped("filings", 1, "seals"))
    yield Alteration("seals of another filing", "filings", _seals_of_the_other)
    yield Alteration("an act signed otherwise", "filings", at(*message, "acts", "*"), 8)
    yield Alteration("a deadline signed otherwise", "filings", _deadline, 2)
    yield Alteration("a nonce signed otherwise", "filings", _nonce)
    yield Alteration("another signatory", "filings", _another_signatory)
    yield Alteration("no signatory", "filings", replaced("0", *message, "by"))
    yield Alteration("for another ledger", "filings", at(*filing, "typedData", "domain", "verifyingContract"), 2)
    yield Alteration("for another chain", "filings", number_at(*filing, "typedData", "domain", "chainId"), 2)
    yield Alteration("another message", "filings", replaced("Permit", *filing, "typedData", "primaryType"))
    yield Alteration("another domain", "filings", replaced("2", *filing, "typedData", "domain", "version"))
    yield Alteration("an officer's key changed", "filings", at(*filing, "officers", "storage", "*", "value"), 6)
    yield Alteration("an officer's proof changed", "filings", at(*filing, "officers", "storage", "*", "proof", "*"), 6)
    yield Alteration("an officer left out", "filings", removed(*filing, "officers", "storage", "*"), 2)
    yield Alteration(
        "an officer's number changed", "filings", number_at(*filing, "officers", "storage", 0, "number"), 2
    )
    yield Alteration("the officers' account changed", "filings", at(*filing, "officers", "account", "storageHash"), 2)
    yield Alteration("a filing's receipt changed", "filings", at(*filing, "receipt", "proof", "*"), 4)
    yield Alteration("a filing's log changed", "filings", number_at(*filing, "receipt", "logIndex"), 2)
    yield Alteration(
        "a filing's seal of the block changed", "filings", at(*filing, "receipt", "finality", "signature"), 3
    )
    yield Alteration("a filing's header changed", "filings", at(*filing, "receipt", "header", "timestamp"), 2)


def _of_openings() -> Iterator[Alteration]:
    opened = ("openings", "*", "fields", "*")
    yield Alteration(
        "a value disclosed otherwise", "openings", replaced("120000.01", "openings", 0, "fields", 0, "value")
    )
    yield Alteration("a value of another type", "openings", replaced(0, "openings", 0, "fields", 1, "value"))
    yield Alteration("a field renamed", "openings", replaced("fee", "openings", 0, "fields", 0, "field"))
    yield Alteration("a field's key changed", "openings", at(*opened, "key"), 6)
    yield Alteration("a field's path changed", "openings", at("openings", 0, "fields", "*", "path", "*"), 6)
    yield Alteration("a field's path cut", "openings", removed("openings", 0, "fields", "*", "path", "*"), 2)
    yield Alteration("a field's path longer", "openings", doubled("openings", 0, "fields", "*", "path", "*"), 2)
    yield Alteration("a field's place changed", "openings", replaced(2, "openings", 0, "fields", 0, "index"))
    yield Alteration("a field beyond the last", "openings", replaced(9, "openings", 0, "fields", 0, "index"))
    yield Alteration("another number of fields", "openings", replaced(2, "openings", 0, "fields", 0, "count"))
    yield Alteration("a field opened twice", "openings", doubled("openings", 0, "fields", "*"), 2)
    yield Alteration("another root", "openings", at("openings", "*", "root"), 2)
    yield Alteration("a root of another act", "openings", replaced(1, "openings", "*", "act"))
    yield Alteration("a root of no act", "openings", replaced(99, "openings", "*", "act"))


def _of_shape() -> Iterator[Alteration]:
    for member, part in {
        "engine": "chain",
        "chain": "chain",
        "ledger": "chain",
        "finality": "seal",
        "header": "header",
        "account": "account",
        "subject": "subject",
        "folio": "subject",
        "storage": "storage",
        "acts": "acts",
        "receipt": "receipt",
    }.items():
        yield Alteration(f"{member} left out", part, removed(member))
        yield Alteration(f"{member} null", part, replaced(None, member))
        yield Alteration(f"{member} a number", part, replaced(7, member))
    for member in ("storage", "acts", "filings", "openings"):
        yield Alteration(f"{member} empty", member, replaced([], member))
    for member in ("header", "account", "receipt"):
        yield Alteration(f"a stranger in {member}", member, replaced("0x", member, "extra"))
    yield Alteration("a stranger at the top", "document", replaced({}, "token"))
    yield Alteration("no format", "document", removed("format"))
    yield Alteration("another format", "document", replaced("dpr-evidence/2", "format"))
    yield Alteration("hex in capitals", "subject", _in_capitals)
    yield Alteration("a quantity with leading zeros", "header", replaced("0x00", "header", "gasUsed"))
    yield Alteration("a number as text", "receipt", replaced("0", "receipt", "index"))
    yield Alteration("a truth for a number", "receipt", replaced(True, "receipt", "index"))
    yield Alteration("a negative number", "receipt", replaced(-1, "receipt", "logIndex"))
    yield Alteration("a number beyond all bounds", "receipt", replaced(1 << 200, "receipt", "block"))


def _in_capitals(bundle: Json, _: Random) -> None:
    bundle["subject"] = "0x" + bundle["subject"][2:].upper()
