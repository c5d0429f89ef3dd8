"""Plans: what they must say, what they may leave out, and what they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hardhat_free_env.deploy import plan
from hardhat_free_env.deploy.errors import PlanInvalid
from hardhat_free_env.deploy.words import pack, unpack


def document() -> dict[str, Any]:
    return {
        "operator": {"identifier": "0x" + "01" * 32, "name": "0x" + "02" * 32},
        "founders": [
            {"signer": "0x" + "aa" * 20, "person": "0x" + "03" * 32},
            {
                "signer": "0x" + "bb" * 84,
                "person": "0x" + "04" * 32,
                "powers": ["GOVERN", "ADMIT"],
                "until": 2_000_000_000,
            },
        ],
        "authority": {"executors": ["0x" + "aa" * 20, "0x" + "bb" * 20], "delay": 172_800},
        "document": "0x" + "05" * 32,
    }


def test_what_a_plan_leaves_out_is_what_is_recommended() -> None:
    parsed = plan.parse(document())
    parameters = unpack("Parameters", parsed.parameters_word())
    assert (parameters["noticeDays"], parameters["acceptDays"], parameters["reviewDays"]) == (5, 3, 10)
    assert (parameters["tolerance"], parameters["credentialYears"], parameters["filingDays"]) == (900, 5, 30)
    assert parameters["disputeEffects"] == 0b110011  # TRANSFER, LICENCE_EXCLUSIVE, PLEDGE, LEASE
    assert [year.year for year in parsed.calendar()] == [2026, 2027]
    assert parsed.authority.pause_delay == 0


def test_a_parameter_that_a_plan_names_replaces_the_recommended_one() -> None:
    parsed = plan.parse({**document(), "parameters": {"noticeDays": 10, "disputeEffects": ["TRANSFER"]}})
    parameters = unpack("Parameters", parsed.parameters_word())
    assert (parameters["noticeDays"], parameters["disputeEffects"], parameters["acceptDays"]) == (10, 1, 3)


def test_a_founder_may_sign_with_a_passkey_and_have_a_term() -> None:
    founder = plan.parse(document()).founders[1]
    assert len(founder.signer) == 84
    word = unpack("Officer", founder.word())
    assert (word["powers"], word["until"], word["party"]) == (0b11, 2_000_000_000, 0)
    assert word["key"] == int.from_bytes(founder.key[12:], "big")


def test_the_operator_has_no_term() -> None:
    assert unpack("Party", plan.parse(document()).operator.word())["kycUntil"] == (1 << 40) - 1


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda plan: plan.pop(name)


@pytest.mark.parametrize(
    "spoil, complaint",
    [
        (without("operator"), "operator is missing"),
        (without("founders"), "founders is missing"),
        (without("authority"), "authority is missing"),
        (without("document"), "document is missing"),
        (lambda plan: plan.update(operatr={}), "does not know operatr"),
        (lambda plan: plan["operator"].update(kycUntil=5), "does not know kycUntil"),
        (lambda plan: plan["founders"].pop(), "rule 3"),
        (lambda plan: plan["founders"][1].update(signer="0x" + "aa" * 20), "one officer"),
        (lambda plan: plan["founders"][1].update(person="0x" + "03" * 32), "one officer"),
        (lambda plan: plan["founders"][1].update(signer="0xaa"), "1 bytes"),
        (lambda plan: plan["founders"][1].update(person="secret"), "hex digits"),
        (lambda plan: plan["authority"].update(executors=["0x" + "aa" * 20] * 2), "different keys"),
        (lambda plan: plan["operator"].update(roles=["HOLDER"]), "lacks OPERATOR"),
        (lambda plan: plan.update(document="0x01"), "document"),
        (lambda plan: plan.update(founders=7), "plan"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused_naming_what(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], complaint: str
) -> None:
    spoiled = document()
    spoil(spoiled)
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(spoiled))
    with pytest.raises(PlanInvalid, match=complaint):
        plan.load(file)


def test_years_must_follow_one_another() -> None:
    with pytest.raises(PlanInvalid, match="does not follow"):
        plan.parse({**document(), "years": ["2027", "2026"]}).calendar()


def test_a_plan_that_is_no_json_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("{")
    with pytest.raises(PlanInvalid, match=r"plan\.json"):
        plan.load(file)


@pytest.mark.parametrize(
    "fields, complaint",
    [
        ({"noticeDays": 32}, "does not fit 5 bits"),
        ({"nonsense": 1}, "no field nonsense"),
        ({"disputeEffects": ["SALE"]}, "no SALE"),
    ],
)
def test_a_field_that_does_not_fit_its_word_is_refused(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(PlanInvalid, match=complaint):
        pack("Parameters", **fields)
