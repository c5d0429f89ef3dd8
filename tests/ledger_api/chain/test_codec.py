"""The codec against the committed ABI as web3 and eth-account read it, and against its own mistakes."""

import random
from pathlib import Path

import pytest
from eth_account import Account
from eth_account.messages import _hash_eip191_message, encode_typed_data
from eth_hash.auto import keccak
from web3 import Web3

from ledger_api.chain import artifacts, envelope
from ledger_api.chain.codec import Codec, Filed, Param, Refused, UnknownAct, Withdrawn, WrongArguments
from ledger_api.chain.lines import line_hash
from ledger_api.domain.filing import Domain, Filing, SealedFiling, contract_seal, ecdsa_seal
from ledger_api.domain.signatories import pack, unpack
from ledger_api.domain.words import Case, CaseState, Head, Licence
from ledger_api.ports.chain import Log

CODEC = Codec.load()
DOMAIN = Domain(20_825, bytes(range(20)))
FILING = Filing(pack([7, 9]), 3, 1_785_718_800, (b"\x01\x02\x03\x04", b"\x05" * 36))
ENTRY = keccak(b"entry")


def word(value: int | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.to_bytes(32, "big")


def line(name: str, subject: bytes, number: int, last: int | bytes, *data: int | bytes) -> Log:
    topic = next(topic for topic, spec in CODEC.lines.items() if spec.name == name)
    return Log(DOMAIN.ledger, (topic, subject, word(number), word(last)), b"".join(map(word, data)))


def sample(rng: random.Random, abi_type: str, fields: tuple[Param, ...]) -> object:
    if abi_type.endswith("[]"):
        return tuple(sample(rng, abi_type[:-2], fields) for _ in range(rng.randrange(4)))
    if fields:
        return {each.name: sample(rng, each.type, each.fields) for each in fields}
    if abi_type.startswith("uint"):
        return rng.getrandbits(int(abi_type[4:]))
    return rng.randbytes(int(abi_type.removeprefix("bytes")))


def plain(value: object) -> object:
    if isinstance(value, dict):
        return tuple(map(plain, value.values()))
    return list(map(plain, value)) if isinstance(value, tuple) else value


def test_every_function_of_a_chapter_is_an_act_and_names_are_unique() -> None:
    functions = [
        item["name"]
        for chapter in artifacts.chapters()
        for item in artifacts.chapter_abi(chapter)
        if item["type"] == "function"
    ]
    assert sorted(functions) == sorted(CODEC.acts)


def test_every_act_is_encoded_as_web3_encodes_it() -> None:
    rng = random.Random(1)
    for name, spec in CODEC.acts.items():
        contract = Web3().eth.contract(abi=list(artifacts.chapter_abi(spec.chapter)))
        for _ in range(3):
            args = {each.name: sample(rng, each.type, each.fields) for each in spec.params}
            theirs = contract.encode_abi(name, args=[plain(value) for value in args.values()])
            assert "0x" + CODEC.encode_act(name, args).hex() == theirs


def test_every_act_is_read_back() -> None:
    rng = random.Random(2)
    for name, spec in CODEC.acts.items():
        args = {each.name: sample(rng, each.type, each.fields) for each in spec.params}
        call = CODEC.decode_act(CODEC.encode_act(name, args))
        assert (call.name, call.chapter, dict(call.args)) == (name, spec.chapter, args)
        assert call.by == args["by"]


def test_a_packed_word_may_be_given_unpacked() -> None:
    args = {
        "by": 1,
        "at": 0,
        "entry": ENTRY,
        "number": 1,
        "alg": 2,
        "application": ENTRY,
        "name": ENTRY,
        "summary": ENTRY,
    }
    claim = CODEC.act("resubmit").params[4]
    assert claim.is_word
    with pytest.raises(WrongArguments, match="claim: a Claim is wanted, not a Head"):
        CODEC.encode_act("resubmit", {**args, "claim": Head()})


@pytest.mark.parametrize(
    "change, message",
    [
        ({"entry": ENTRY[:31]}, "entry: 32 bytes are wanted"),
        ({"entry": "0x" + ENTRY.hex()}, "entry: 32 bytes are wanted"),
        ({"number": 1 << 24}, "number: 16777216 does not fit uint24"),
        ({"number": -1}, "number: -1 does not fit uint24"),
        ({"number": True}, "number: a number is wanted, not bool"),
        ({"number": "1"}, "number: a number is wanted, not str"),
        ({"burdens": 7}, "burdens: a list is wanted, not int"),
        ({"folio": (2, ENTRY, 1)}, "folio: a mapping of fields is wanted, not tuple"),
        ({"folio": {"alg": 2, "root": ENTRY}}, "missing: folio.applicant"),
        ({"more": 1}, "unknown: more"),
    ],
)
def test_arguments_that_do_not_fit_are_refused_by_name(change: dict[str, object], message: str) -> None:
    folio = {"alg": 2, "root": ENTRY, "applicant": 4}
    args = {"by": 1, "at": 0, "entry": ENTRY, "number": 1, "folio": folio, "until": 20_000, "alg": 2, "national": ENTRY}
    good = {**args, "burdens": (), "siblings": (ENTRY,)}
    CODEC.encode_act("anchor", good)
    with pytest.raises(WrongArguments, match=message):
        CODEC.encode_act("anchor", {**good, **change})


def test_a_missing_argument_is_named() -> None:
    with pytest.raises(WrongArguments, match="deem: missing: number"):
        CODEC.encode_act("deem", {"by": 1, "at": 0, "entry": ENTRY})


def test_an_act_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownAct, match="no act is called 'seize'"):
        CODEC.encode_act("seize", {})
    with pytest.raises(UnknownAct, match="0xdeadbeef"):
        CODEC.decode_act(bytes.fromhex("deadbeef"))


def test_calldata_the_ledger_would_refuse_is_not_read() -> None:
    data = CODEC.encode_act("deem", {"by": 1, "at": 0, "entry": ENTRY, "number": 1})
    with pytest.raises(WrongArguments, match="not the canonical encoding"):
        CODEC.decode_act(data + b"\0")
    with pytest.raises(WrongArguments):
        CODEC.decode_act(data[:-1])


def test_what_is_signed_is_what_a_wallet_signs() -> None:
    theirs = _hash_eip191_message(encode_typed_data(full_message=CODEC.typed_data(DOMAIN, FILING)))
    assert CODEC.filing_digest(DOMAIN, FILING) == bytes(theirs)


@pytest.mark.parametrize(
    "other",
    [
        Filing(FILING.by, FILING.nonce + 1, FILING.deadline, FILING.acts),
        Filing(FILING.by, FILING.nonce, FILING.deadline + 1, FILING.acts),
        Filing(FILING.by + 1, FILING.nonce, FILING.deadline, FILING.acts),
        Filing(FILING.by, FILING.nonce, FILING.deadline, FILING.acts[::-1]),
    ],
)
def test_every_part_of_a_filing_is_in_its_digest(other: Filing) -> None:
    assert CODEC.filing_digest(DOMAIN, other) != CODEC.filing_digest(DOMAIN, FILING)


def test_a_digest_is_for_one_ledger_on_one_chain() -> None:
    digests = {
        CODEC.filing_digest(domain, FILING)
        for domain in (DOMAIN, Domain(1, DOMAIN.ledger), Domain(DOMAIN.chain_id, bytes(20)))
    }
    assert len(digests) == 3


def test_filings_are_carried_as_web3_encodes_them_and_read_back() -> None:
    contract = Web3().eth.contract(abi=list(artifacts.ledger_abi()))
    seals = (ecdsa_seal(bytes(64) + b"\x1b"), contract_seal(bytes(range(20)), b"sig"))
    plain_filing = (FILING.by, FILING.nonce, FILING.deadline, list(FILING.acts), list(seals))
    one = CODEC.encode_file(FILING, seals)
    many = CODEC.encode_file_all([SealedFiling(FILING, seals)] * 2, 500_000)
    assert "0x" + one.hex() == contract.encode_abi("file", args=[plain_filing])
    assert "0x" + many.hex() == contract.encode_abi("fileAll", args=[[plain_filing, plain_filing], 500_000])
    assert CODEC.decode_filings(one) == (SealedFiling(FILING, seals),)
    assert CODEC.decode_filings(many) == (SealedFiling(FILING, seals),) * 2
    assert CODEC.decode_filings(b"\1\2\3\4") == ()


def test_events_about_filings_are_told_from_others() -> None:
    digest = keccak(b"digest")
    topics = {name: keccak(text.encode()) for name, text in SIGNATURES.items()}
    assert CODEC.decode_filing_event(Log(b"", (topics["Filed"], digest), word(5) + word(2))) == Filed(digest, 5, 2)
    refused = Log(b"", (topics["Refused"], digest), b"\1\2\3\4".ljust(32, b"\0"))
    assert CODEC.decode_filing_event(refused) == Refused(digest, b"\1\2\3\4")
    assert CODEC.decode_filing_event(Log(b"", (topics["Withdrawn"], digest), word(5))) == Withdrawn(digest, 5)
    assert CODEC.decode_filing_event(Log(b"", (keccak(b"other"), digest), word(5))) is None
    assert CODEC.decode_filing_event(line("Opened", ENTRY, 1, 0, 5, 100, 2, ENTRY, 4)) is None


SIGNATURES = {
    "Filed": "Filed(bytes32,uint256,uint256)",
    "Refused": "Refused(bytes32,bytes4)",
    "Withdrawn": "Withdrawn(bytes32,uint256)",
}


def test_filing_events_have_the_signatures_of_the_contracts() -> None:
    events = {item["name"]: item for item in artifacts.everything() if item["type"] == "event"}
    for name, signature in SIGNATURES.items():
        types = ",".join(each["type"] for each in events[name]["inputs"])
        assert signature == f"{name}({types})"


def test_errors_are_read_by_name() -> None:
    data = keccak(b"NonceUsed(uint256,uint256)")[:4] + word(7) + word(3)
    error = CODEC.decode_error(data)
    assert (error.name, dict(error.args)) == ("NonceUsed", {"officer": 7, "nonce": 3})
    assert CODEC.error_name(data[:4]) == "NonceUsed"
    panic = CODEC.decode_error(keccak(b"Panic(uint256)")[:4] + word(0x11))
    assert (panic.name, dict(panic.args)) == ("Panic", {"code": 0x11})


@pytest.mark.parametrize("data", [b"", b"\1\2\3\4", keccak(b"NonceUsed(uint256,uint256)")[:4] + word(7)])
def test_an_error_nobody_knows_keeps_its_bytes(data: bytes) -> None:
    error = CODEC.decode_error(data)
    assert (error.name, dict(error.args)) == ("", {"data": data})


def test_every_error_of_the_contracts_is_known() -> None:
    named = {item["name"] for item in artifacts.everything() if item["type"] == "error"}
    assert named == set(CODEC.errors)
    assert {"Burdened", "NonceUsed", "CalendarMissing", "EditionMoved", "NoticeOpen"} <= named


def test_a_line_tells_the_new_value_of_every_word_it_wrote() -> None:
    head, case = Head(registrar=2, burdens=1), Case(state=CaseState.ANCHORED)
    log = line("Anchored", ENTRY, 6, 2, pack([3, 4]), 1_786_000_000, head.encode(), case.encode(), 0, 2, ENTRY)
    read = CODEC.decode_line(log)
    assert read is not None
    assert (read.name, read.subject, read.number, read.ref) == ("Anchored", ENTRY, 6, 2)
    assert (unpack(read.by), read.at) == ((3, 4), 1_786_000_000)
    assert read.args["national"] == ENTRY
    assert [(each.name, each.number, each.value) for each in read.words] == [
        ("Head", 0, head.encode()),
        ("Case", 2, case.encode()),
    ]


def test_a_case_named_by_its_number_is_that_case() -> None:
    log = line("NoticeObjected", ENTRY, 9, 9, 1, 5, 0b1, 4, Case(state=CaseState.NOTICE).encode(), 2, ENTRY)
    read = CODEC.decode_line(log)
    assert read is not None
    assert [(each.name, each.number) for each in read.words] == [("Objection", 9), ("Case", 4)]


def test_a_zero_word_was_not_written() -> None:
    agreement = (1, 2, ENTRY, ENTRY, ENTRY, 0)
    log = line("LicenceGranted", ENTRY, 7, 7, 1, 5, 1, Licence(licensee=3).encode(), 0, 0, 4, 5, *agreement)
    read = CODEC.decode_line(log)
    assert read is not None
    assert [each.name for each in read.words] == ["Head", "Licence"]
    assert read.args["agreement"]["contractHash"] == ENTRY


def test_words_of_one_type_are_numbered_on() -> None:
    log = line("CalendarLoaded", ENTRY, 3, 80, 0, 5, 1, 111, 222, 0, 20_454, 20_818, 2, ENTRY)
    read = CODEC.decode_line(log)
    assert read is not None
    days = [(each.number, each.value) for each in read.words if each.name == "WorkingDays"]
    assert days == [(80, 111), (81, 222)]
    assert [each.number for each in read.words if each.name == "Span"] == [0]


def test_a_page_is_known_by_its_act_even_when_taken_away() -> None:
    selector = CODEC.act("deem").selector
    log = line("ChapterAssigned", ENTRY, 3, 0, 0, 5, 0, selector.ljust(32, b"\0"), 0)
    read = CODEC.decode_line(log)
    assert read is not None
    assert [(each.name, each.number, each.value) for each in read.words] == [
        ("Page", int.from_bytes(selector, "big"), 0)
    ]


def test_a_mandate_is_known_by_its_entry_too() -> None:
    log = line("MandateChanged", keccak(b"party"), 3, 8, 1, 5, 1, ENTRY, 2, ENTRY)
    read = CODEC.decode_line(log)
    assert read is not None
    assert [(each.name, each.number, each.scope) for each in read.words] == [("Mandate", 8, ENTRY)]


def test_a_content_line_names_its_entry() -> None:
    read = CODEC.decode_line(line("ContentAnchored", keccak(b"content"), 1, ENTRY))
    assert read is not None
    assert (read.args["entry"], read.ref, read.words) == (ENTRY, 0, ())


def test_a_line_of_a_chapter_to_come_still_counts() -> None:
    log = Log(b"", (keccak(b"Unheard(uint256)"), ENTRY, word(4), word(2)), word(1))
    read = CODEC.decode_line(log)
    assert read is not None
    assert (read.name, read.subject, read.number, read.words) == ("", ENTRY, 4, ())
    assert line_hash(log) == keccak(b"".join(log.topics) + log.data)


def test_a_log_with_fewer_topics_is_no_line() -> None:
    assert CODEC.decode_line(Log(b"", (keccak(b"Filed(bytes32,uint256,uint256)"), ENTRY), word(1) * 2)) is None


def test_seals_have_the_shape_the_ledger_reads() -> None:
    signed = Account.from_key(keccak(b"key")).unsafe_sign_hash(CODEC.filing_digest(DOMAIN, FILING))
    assert ecdsa_seal(signed.signature)[0] == 0
    assert ecdsa_seal(bytes(64) + b"\0")[-1] == 27
    assert contract_seal(bytes(20), b"abc") == b"\x14" + bytes(20) + b"abc"
    with pytest.raises(ValueError, match="65 bytes"):
        ecdsa_seal(b"short")
    with pytest.raises(ValueError, match="20 to 255"):
        contract_seal(bytes(19), b"")


def test_the_hash_of_acts_is_what_withdraw_takes() -> None:
    assert envelope.acts_hash([b"a", b"b"]) == keccak(keccak(b"a") + keccak(b"b"))


def test_an_installation_without_artifacts_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artifacts, "_BESIDE", tmp_path)
    with pytest.raises(artifacts.ArtifactsMissing, match="install the package again"):
        artifacts.folder()
    monkeypatch.undo()
    with pytest.raises(artifacts.ArtifactsMissing, match="Nothing: no such artifact"):
        artifacts.load("Nothing")
