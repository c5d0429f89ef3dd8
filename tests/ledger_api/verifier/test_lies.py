"""A pinned chain that lies about one thing, with every hash right, is refused for that very thing."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
import rlp

from ledger_api.verifier import Report, verify
from tests.ledger_api.verifier.forging import FOLIO, HONEST, PIN, WORDS, Forgery
from tests.ledger_api.verifier.producing import Json


def _check(bundle: Json) -> Report:
    return verify(json.dumps(bundle), PIN)


def _refused(part: str, **lie: Any) -> str:
    """The code with which a lie is refused, at this part first."""
    report = _check(Forgery(**lie).bundle())
    assert report.failing == part, report.describe("en")
    return report.of(part).code


def test_without_a_lie_the_chain_is_believed() -> None:
    assert _check(Forgery().bundle()).valid


@pytest.mark.parametrize(
    "words",
    [
        {**WORDS, ("Head", None): 0xBAD},
        {**WORDS, ("Case", 2): 0xCA5E},
        {**WORDS, ("Claim", 2): 1},
        {**WORDS, ("Licence", 5): 1},
    ],
)
def test_a_word_that_no_act_wrote_last_is_refused(words: Mapping[tuple[str, int | None], int]) -> None:
    assert _refused("words", words=words) == "word-not-in-acts"


def test_a_zero_in_an_act_does_not_unwrite_a_word() -> None:
    later = ("LicenceGranted", 4, [65, 1, 0, 0x11CE, 0, 0, 7, 8, 1, 2, 3, 4, 5, 6])
    lines = (*HONEST, later)
    assert _check(Forgery(lines=lines, words={**WORDS, ("Licence", 4): 0x11CE}).bundle()).valid


def test_a_case_named_in_an_objection_is_the_one_it_writes() -> None:
    objected = ("NoticeObjected", 4, [65, 1, 0x0B1, 2, 0xCA60, 2, 3])
    words = {**WORDS, ("Objection", 4): 0x0B1}
    assert _refused("words", lines=(*HONEST, objected), words=words) == "word-not-in-acts"
    assert _check(Forgery(lines=(*HONEST, objected), words={**words, ("Case", 2): 0xCA60}).bundle()).valid


def test_an_act_of_an_unknown_kind_is_refused() -> None:
    assert _refused("words", topic=b"\x05" * 32) == "act-unknown"


@pytest.mark.parametrize("extra", [1, 7])
def test_an_act_with_too_many_words_is_refused(extra: int) -> None:
    assert _refused("words", extra_words=extra) == "act-misshapen"


def test_data_that_are_not_whole_words_are_refused() -> None:
    bundle = Forgery().bundle()
    bundle["acts"][0]["data"] += "00"
    report = _check(bundle)
    assert (report.failing, report.of("acts").facts["where"]) == ("acts", "acts[0].data")


@pytest.mark.parametrize("position", [2, 3, 4])
def test_an_entry_opened_for_another_content_or_applicant_is_refused(position: int) -> None:
    event, ref, words = HONEST[0]
    opened = (event, ref, [word + (at == position) for at, word in enumerate(words)])
    assert _refused("acts", lines=(opened, *HONEST[1:])) == "opened-otherwise"


def test_acts_numbered_otherwise_are_refused_even_if_the_journal_has_them_so() -> None:
    assert _refused("acts", numbers=(1, 3, 2)) == "act-out-of-order"
    assert _refused("acts", numbers=(0, 1, 2)) == "act-out-of-order"


def test_an_act_of_another_subject_is_refused_even_if_the_journal_has_it() -> None:
    assert _refused("acts", subjects={1: b"\x08" * 32}) == "act-of-other"


def test_an_account_that_is_not_the_ledgers_is_refused() -> None:
    assert _refused("account", account=b"\x98" * 20) == "account-of-other"


def test_a_receipt_of_a_later_block_is_refused() -> None:
    assert _refused("receipt", receipt_number=10) == "receipt-later-than-block"


def test_another_block_sealed_at_the_same_height_is_refused() -> None:
    assert _refused("receipt", receipt_number=9) == "two-headers"


def test_a_receipt_said_to_be_of_another_block_is_refused() -> None:
    assert _refused("receipt", said_block=7) == "receipt-block-differs"


def test_the_last_act_said_to_be_of_another_block_is_refused() -> None:
    bundle = Forgery().bundle()
    bundle["acts"][-1]["block"] = 7
    report = _check(bundle)
    assert (report.failing, report.of("receipt").code) == ("receipt", "receipt-block-differs")


def test_the_receipt_of_a_transaction_that_failed_is_refused() -> None:
    assert _refused("receipt", status=0) == "receipt-failed"


def test_a_log_of_another_contract_is_refused() -> None:
    assert _refused("receipt", log_address=b"\x98" * 20) == "log-of-other"


def test_a_log_that_is_another_act_is_refused() -> None:
    bundle = Forgery().bundle()
    other = Forgery(lines=(*HONEST[:2], ("Anchored", 2, [65, 1, 0xEAD, 0xCA5F, 0, 2, 6]))).bundle()
    bundle["receipt"] = other["receipt"]
    assert _check(bundle).of("receipt").code == "log-not-the-act"


@pytest.mark.parametrize(
    "receipt", [b"\x02", b"\x02\xc0", b"\x02" + rlp.encode([b"\x01", b"", b"", b"\x05\x06"]), b"\xc2\x01", b"\x7f\x81"]
)
def test_what_is_no_receipt_is_refused(receipt: bytes) -> None:
    assert _refused("receipt", receipt=receipt) == "receipt-not-proved"


@pytest.mark.parametrize("number", [None, 2])
def test_a_word_with_other_keys_than_its_own_is_refused(number: int | None) -> None:
    bundle = Forgery().bundle()
    word = next(each for each in bundle["storage"] if each["word"] == ("Case" if number is None else "Head"))
    word["number"] = number
    report = _check(bundle)
    assert (report.failing, report.of("storage").code) == ("storage", "word-of-other")


def test_the_folio_names_the_entry() -> None:
    bundle = Forgery().bundle()
    bundle["folio"]["applicant"] = FOLIO[2] + 1
    assert _check(bundle).failing == "subject"
