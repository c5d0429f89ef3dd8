"""Every proof of an evidence bundle, verified by `@ethereumjs/mpt`: account, storage, and the receipts of last act and filings."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conformance.conftest import Program
from tests.ledger_api.verifier.story import tell

Json = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    story = tell(tmp_path_factory.mktemp("story"))
    yield json.dumps(story.bundle())
    story.chain.close()


@pytest.fixture
def bundle(told: str) -> Json:
    made: Json = json.loads(told)
    return made


def _state(account: Json, storage: list[Json], header: Json) -> Json:
    """The same as an answer of eth_getProof."""
    slots = [{"key": each["slot"], "value": each["value"], "proof": each["proof"]} for each in storage]
    return {"stateRoot": header["stateRoot"], "proof": account | {"storageProof": slots}}


def test_account_and_words_verify(bundle: Json, javascript: Program) -> None:
    asked = _state(bundle["account"], bundle["storage"], bundle["header"])
    assert javascript("mpt.mjs", stdin=asked) == {"account": True, "slots": [True] * len(bundle["storage"])}


def test_officers_of_every_filing_verify(bundle: Json, javascript: Program) -> None:
    for filing in bundle["filings"]:
        officers = filing["officers"]
        asked = _state(officers["account"], officers["storage"], filing["receipt"]["header"])
        assert javascript("mpt.mjs", stdin=asked) == {"account": True, "slots": [True] * len(officers["storage"])}


def test_receipts_verify_and_hold_the_log(bundle: Json, javascript: Program) -> None:
    receipts = [bundle["receipt"], *(filing["receipt"] for filing in bundle["filings"])]
    answers = javascript("receipts.mjs", stdin=receipts)
    assert [answer["status"] for answer in answers] == ["0x01"] * len(receipts)
    last = bundle["acts"][-1]
    assert answers[0]["log"] == {"address": bundle["ledger"], "topics": last["topics"], "data": last["data"]}
    assert all(answer["log"]["address"] == bundle["ledger"] for answer in answers)


def test_an_altered_receipt_does_not_verify(bundle: Json, javascript: Program) -> None:
    proof = bundle["receipt"]["proof"]
    proof[-1] = proof[-1][:-2] + f"{int(proof[-1][-2:], 16) ^ 1:02x}"
    (answer,) = javascript("receipts.mjs", stdin=[bundle["receipt"]])
    assert "log" not in answer
