"""The interface as it is served: uvicorn on loopback, a node in a process of its own, sender and indexer at work."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2 as httpx
import pytest
import uvicorn
from eth_account import Account as EthAccount

from hardhat_free_env.deploy.deployment import deploy
from hardhat_free_env.deploy.rpc import HttpRpc
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.testing import account
from hardhat_free_env.testing.ledger import demo_plan
from hardhat_free_env.testing.rpc import RunningNode
from ledger_api.api.app import create_app
from ledger_api.auth.granting import grant
from ledger_api.auth.roles import AccessRole
from ledger_api.services import Services, Settings
from ledger_api.verifier import Pin, verify
from tests.contracts.stage import Officer
from tests.ledger_api.api.samples import KECCAK

OPERATORS = [Officer(2, account(1)), Officer(3, account(2))]
"""The founders of the demo plan."""
PARTY = {
    "name": "示例科技(虚构)",
    "kind": "LEGAL_PERSON",
    "roles": ["HOLDER"],
    "kyc_until": "2040-01-01T00:00:00+08:00",
    "identifier": "91330100DEM0002093",
    "certificate": KECCAK,
}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """All rooms at work over a node of their own."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "chain").mkdir()
    with RunningNode.start(folder / "chain", "--demo", "--open", "--heartbeat", "0") as node:
        manifest = deploy(Sender(HttpRpc(node.url), account(0).secret), demo_plan())
        (folder / "manifest.json").write_text(manifest.to_json())
        (folder / "relayer.json").write_text(json.dumps(EthAccount.encrypt(account(90).secret, "p", "pbkdf2", 1)))
        (folder / "passphrase").write_text("p")
        opened = Services.open(
            Settings(
                store=f"sqlite:///{folder / 'facade.db'}",
                node=node.url,
                manifest=folder / "manifest.json",
                vault_key=folder / "vault.key",
                keystore=folder / "relayer.json",
                passphrase=folder / "passphrase",
            )
        )
        opened.start()
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def url(services: Services) -> Iterator[str]:
    """Where it is served."""
    server = uvicorn.Server(uvicorn.Config(create_app(services), port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def http(services: Services, url: str) -> Iterator[httpx.Client]:
    """A client with the operator's key."""
    with services.store.begin() as unit:
        now = services.clock.milliseconds()
        key = grant(unit, label="operator", role=AccessRole.OPERATOR, party=1, now_ms=now).text
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60, trust_env=False) as client:
        yield client


def post(http: httpx.Client, path: str, body: object, key: str, **headers: str) -> httpx.Response:
    return http.post(path, json=body, headers={"Idempotency-Key": key} | headers)


def signed(http: httpx.Client, path: str, body: dict[str, Any], key: str) -> str:
    """A filing with both founders' signatures."""
    draft = post(http, path, body | {"signatories": ["O-2", "O-3"]}, f"{key}/compose")
    assert draft.status_code == 201, draft.text
    filing = str(draft.json()["id"])
    for officer in OPERATORS:
        seal = officer.seal(bytes.fromhex(draft.json()["digest"][2:]))
        said = {"officer": officer.number, "seal": "0x" + seal.hex()}
        answer = post(http, f"/v1/filings/{filing}/signatures", said, f"{key}/{officer.number}")
        assert answer.status_code == 200, answer.text
    return filing


def test_it_is_ready(http: httpx.Client) -> None:
    assert http.get("/healthz").json() == {"status": "ok"}
    ready = http.get("/readyz").json()
    assert (ready["status"], ready["troubles"]) == ("ready", [])


def test_what_is_answered_201_is_final_and_read_at_its_block_at_once(http: httpx.Client) -> None:
    filing = signed(http, "/v1/parties", PARTY, "final")
    answer = post(http, f"/v1/filings/{filing}/submit", None, "final/submit", Prefer="wait=30")
    assert answer.status_code == 201, answer.text
    block = answer.json()["landed"]["block"]
    party = answer.json()["made"][0]["id"]
    told = http.get(f"/v1/parties/{party}", params={"at_least_block": block})
    assert told.json()["name"] == PARTY["name"]
    assert int(told.headers["ledger-block"].partition(",")[0]) >= block


def test_twenty_who_send_one_thing_at_once_do_it_once(http: httpx.Client) -> None:
    body = PARTY | {"identifier": "91330100DEM000217X", "signatories": ["O-2", "O-3"]}
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: post(http, "/v1/parties", body, "herd"), range(20)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    drafts = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert len(drafts) == 1
    assert post(http, "/v1/parties", body, "herd").json()["id"] in drafts


def test_forty_filings_submitted_together_all_become_final(http: httpx.Client) -> None:
    def file(number: int) -> httpx.Response:
        body = PARTY | {"identifier": f"91330100DEM{number:06}X"}
        filing = signed(http, "/v1/parties", body, f"many/{number}")
        return post(http, f"/v1/filings/{filing}/submit", None, f"many/{number}/submit", Prefer="wait=60")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(file, range(40)))
    assert [answer.status_code for answer in answers] == [201] * 40
    parties = [answer.json()["made"][0]["id"] for answer in answers]
    assert len(set(parties)) == 40


def test_an_entry_registered_over_http_is_proved_to_a_stranger(http: httpx.Client, services: Services) -> None:
    bind = {
        "signer": "0x" + account(50).address.hex(),
        "person": KECCAK,
        "powers": ["FILE"],
        "until": "2040-01-01T00:00:00+08:00",
        "certificate": KECCAK,
    }
    filing = signed(http, "/v1/parties", PARTY | {"identifier": "91330100DEM000225Q", "officers": [bind]}, "entry")
    done = post(http, f"/v1/filings/{filing}/submit", None, "entry/submit", Prefer="wait=30").json()
    party, officer = (each["id"] for each in done["made"])
    act = {"act": "open", "args": {"content": KECCAK, "applicant": party}}
    draft = post(http, "/v1/filings", {"signatories": [officer], "acts": [act]}, "entry/open").json()
    seal = Officer(0, account(50)).seal(bytes.fromhex(draft["digest"][2:]))
    post(http, f"/v1/filings/{draft['id']}/signatures", {"officer": officer, "seal": "0x" + seal.hex()}, "entry/sign")
    opened = post(http, f"/v1/filings/{draft['id']}/submit", None, "entry/go", Prefer="wait=30")
    assert opened.status_code == 201, opened.text
    bundle = http.get(f"/v1/entries/{opened.json()['made'][0]['id']}/evidence").content
    pin = http.get("/v1/manifest").json()["pin"]
    assert verify(bundle, Pin.parse(json.dumps(pin))).valid
