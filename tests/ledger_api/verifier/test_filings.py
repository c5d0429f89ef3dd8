"""Who signed is proved by the officer's key at that time, whatever else rode in the same block or receipt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.domain.words import Case, Right
from ledger_api.domain.words import Head as HeadWord
from ledger_api.domain.words import Officer as OfficerWord
from ledger_api.verifier import Report
from ledger_api.verifier.filings import _act_of, read_filing
from ledger_api.verifier.item import Item
from ledger_api.verifier.journal import read_act
from ledger_api.verifier.messages import read_message
from ledger_api.verifier.receipts import Log
from ledger_api.verifier.report import Refused
from tests.contracts.procedure import COLLECTED, DOCUMENT, KECCAK, Procedure
from tests.contracts.procedure import SHA256 as BY_SHA256
from tests.contracts.stage import Officer, Sealed
from tests.ledger_api.verifier.producing import Json
from tests.ledger_api.verifier.story import Story

Check = Callable[..., Report]

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@pytest.fixture
def stage_is_set_back(story: Story) -> Iterator[None]:
    """What a test adds to the story is forgotten after it."""
    mark = story.stage.mark()
    yield
    story.stage.rewind(mark)


@pytest.fixture
def other(story: Story, stage_is_set_back: None) -> Procedure:
    """Another folio of the same holder, opened and nothing more."""
    return Procedure(story.stage, story.cast, b"\x09" * 32).opened()


@dataclass(frozen=True)
class Device:
    """An officer whose key is a P-256 key in a device, checked by a verifier contract (ERC-7913)."""

    number: int
    verifier: bytes
    key: ec.EllipticCurvePrivateKey

    @property
    def signer(self) -> bytes:
        """Verifier ‖ x ‖ y."""
        numbers = self.key.public_key().public_numbers()
        return self.verifier + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")

    def seal(self, digest: bytes) -> bytes:
        """Length of the signer ‖ signer ‖ r ‖ s, s low."""
        r, s = decode_dss_signature(self.key.sign(digest, ec.ECDSA(Prehashed(SHA256()))))
        s = min(s, P256_ORDER - s)
        return bytes([len(self.signer)]) + self.signer + r.to_bytes(32, "big") + s.to_bytes(32, "big")


def _rotation(story: Story, officer: Officer, signer: bytes) -> Sealed:
    return story.stage.sealed([officer], [("rotate", officer, keccak(signer), KECCAK, DOCUMENT)])


def _submission(story: Story, case: Procedure, by: Officer | Device) -> Sealed:
    terms = (case.entry, case.folio, _asked(case), COLLECTED, BY_SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    return story.stage.sealed([by], [("submit", *terms)])


def _asked(case: Procedure) -> int:
    return Case(asked=Right.HOLD, applicant=case.filer.number, registrar=case.keeper.number).encode()


def _with(story: Story, case: Procedure, *filings: Json) -> Json:
    return story.producer.bundle(case.folio) | {"filings": list(filings)}


def test_every_filing_of_the_story_is_proved(story: Story, check: Check) -> None:
    report = check(story.bundle(filings=story.filings))
    assert report.valid
    assert [each["acts"] for each in report.about["filings"]] == [[2], [5], [6]]
    assert [len(each["signers"]) for each in report.about["filings"]] == [1, 2, 3]


def test_the_report_names_officers_and_their_keys(story: Story, bundle: Json, check: Check) -> None:
    (signer,) = check(bundle).about["filings"][0]["signers"]
    officer = story.cast.holder.one
    assert signer == {"officer": officer.number, "signer": "0x" + officer.account.address.hex(), "checked": True}


def test_filings_carried_together_each_bring_their_own_acts(story: Story, other: Procedure, check: Check) -> None:
    mine = _submission(story, other, other.filer.one)
    strangers = story.stage.sealed([story.cast.second.one], [("open", KECCAK, b"\x0a" * 32, story.cast.second)])
    theirs = story.stage.sealed([other.filer.two], [("withdrawCase", other.entry, 2)])
    story.stage.carry_all([strangers, mine, theirs])
    report = check(_with(story, other, *map(story.producer.filing, (mine, theirs))))
    assert report.valid
    assert [each["acts"] for each in report.about["filings"]] == [[2], [3]]


def test_a_filing_without_an_act_of_the_entry_is_refused(story: Story, other: Procedure, check: Check) -> None:
    strangers = story.stage.sealed([story.cast.second.one], [("open", KECCAK, b"\x0a" * 32, story.cast.second)])
    story.stage.carry(strangers)
    report = check(_with(story, other, story.producer.filing(strangers)))
    assert report.of("filings").code == "filing-without-act"


def test_a_key_changed_in_the_same_block_is_proved_in_the_block_before(
    story: Story, other: Procedure, check: Check
) -> None:
    officer = other.filer.one
    mine = _submission(story, other, officer)
    rotation = story.stage.sealed(
        [officer], [("rotate", officer, keccak(account(900).address), KECCAK, DOCUMENT)], nonce=mine.nonce + 1
    )
    story.stage.carry_all([mine, rotation])
    late = check(_with(story, other, story.producer.filing(mine)))
    assert late.of("filings").code == "seal-by-other"
    report = check(_with(story, other, story.producer.filing(mine, of_parent=True)))
    assert report.valid


def test_officers_of_any_earlier_block_but_the_one_before_are_refused(
    story: Story, other: Procedure, check: Check
) -> None:
    mine = _submission(story, other, other.filer.one)
    story.chain.seal()
    story.stage.carry(mine)
    filing = story.producer.filing(mine, of_parent=True)
    filing["officers"]["header"] = story.producer.header(filing["receipt"]["block"] - 2)
    assert check(_with(story, other, filing)).of("filings").code == "header-not-parent"


def test_a_signature_by_a_device_is_said_to_be_checked_by_the_ledger_only(
    story: Story, other: Procedure, check: Check
) -> None:
    officer = other.filer.two
    device = Device(
        officer.number, story.stage.verifiers["ERC7913P256Verifier"], ec.derive_private_key(7, ec.SECP256R1())
    )
    story.stage.carry(_rotation(story, officer, device.signer))
    mine = _submission(story, other, device)
    story.stage.carry(mine)
    report = check(_with(story, other, story.producer.filing(mine)))
    assert report.valid
    (signer,) = report.about["filings"][0]["signers"]
    assert signer == {"officer": officer.number, "signer": "0x" + device.signer.hex(), "checked": False}


def test_another_device_than_the_officers_is_refused(story: Story, other: Procedure, check: Check) -> None:
    mine = _submission(story, other, other.filer.one)
    story.stage.carry(mine)
    filing = story.producer.filing(mine)
    filing["seals"] = ["0x14" + "ab" * 20 + "cd" * 65]
    assert check(_with(story, other, filing)).of("filings").code == "seal-by-other"


@pytest.mark.parametrize("seal", ["0x", "0x00", "0x13" + "ab" * 19, "0x14" + "ab" * 19, "0x00" + "11" * 64])
def test_what_is_no_seal_is_refused(bundle: Json, check: Check, seal: str) -> None:
    bundle["filings"][0]["seals"] = [seal]
    assert check(bundle).of("filings").code == "seal-malformed"


def test_the_record_of_another_filing_in_the_same_receipt_does_not_serve(
    story: Story, other: Procedure, check: Check
) -> None:
    mine = _submission(story, other, other.filer.one)
    after = story.stage.sealed([other.filer.one], [("withdrawCase", other.entry, 2)], nonce=mine.nonce + 1)
    story.stage.carry_all([mine, after])
    first, second = map(story.producer.filing, (mine, after))
    first["receipt"]["logIndex"] = second["receipt"]["logIndex"]
    assert check(_with(story, other, first)).of("filings").code == "log-not-the-filing"


def test_an_officer_who_is_no_signatory_does_not_stand_for_one(story: Story, bundle: Json, check: Check) -> None:
    filing, stranger = bundle["filings"][0], story.cast.second.one
    digest = story.filings[0].digest(story.stage.domain)
    _, storage = story.producer.state(None, [(OfficerWord, stranger.number)], filing["receipt"]["block"])
    filing["officers"]["storage"] = storage
    filing["seals"] = ["0x" + stranger.seal(digest).hex()]
    assert check(bundle).of("filings").code == "officers-incomplete"


def test_signatories_stand_in_their_order(bundle: Json, check: Check) -> None:
    filing = bundle["filings"][1]
    filing["seals"].reverse()
    filing["officers"]["storage"].reverse()
    assert check(bundle).of("filings").code == "officers-incomplete"


def test_words_of_others_than_officers_do_not_come_along(story: Story, bundle: Json, check: Check) -> None:
    filing = bundle["filings"][0]
    number = filing["receipt"]["block"]
    _, words = story.producer.state(story.case.entry, [(HeadWord, None)], number)
    filing["officers"]["storage"] += words
    assert check(bundle).of("filings").code == "officers-incomplete"


@pytest.mark.parametrize("member,value", [("verifyingContract", "0x" + "22" * 20), ("chainId", 1)])
def test_a_filing_for_another_ledger_is_told_as_such(bundle: Json, check: Check, member: str, value: object) -> None:
    bundle["filings"][0]["typedData"]["domain"][member] = value
    assert check(bundle).of("filings").code == "message-for-other-ledger"


def test_a_line_that_names_other_signatories_is_not_the_filings(bundle: Json) -> None:
    # The ledger logs no such line; were it to, the seals would not speak for it.
    filing = read_filing(Item(bundle["filings"][0], "filings[0]"))
    act = replace(read_act(Item(bundle["acts"][1], "acts[1]")), data=b"\1" * 256)
    log = Log(filing.message.ledger, act.topics, act.data)
    with pytest.raises(Refused) as caught:
        _act_of(filing, log, [act, act])
    assert caught.value.code == "act-by-others"


@pytest.mark.parametrize(
    "officers",
    [(), (0, 5), (5, 5), (7, 5), tuple(range(1, 12))],
    ids=["none", "nobody", "twice", "descending", "eleven"],
)
def test_signatories_are_one_to_ten_officers_ascending(bundle: Json, officers: tuple[int, ...]) -> None:
    item = Item(bundle["filings"][0]["typedData"], "filings[0].typedData")
    by = sum(officer << 24 * place for place, officer in enumerate(officers))
    with pytest.raises(Refused) as caught:
        _ = replace(read_message(item), by=by).officers
    assert caught.value.code == "signatories-malformed"
