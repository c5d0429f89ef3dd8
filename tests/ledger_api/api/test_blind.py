"""A licence that is blind to the public: everybody is told that it is there and what it allows, few whose it is (rule 60)."""

import json
from dataclasses import dataclass, replace
from typing import Any

import pytest

from ledger_api.auth.roles import AccessRole
from ledger_api.domain.ids import dependant_id, entry_id
from ledger_api.domain.words import Head, Licence, LicenceFlag, LicenceKind, Purpose
from ledger_api.store import audit
from ledger_api.verifier import Pin, verify
from tests.contracts.deals import READING, Deals
from tests.contracts.loans import Lenders, Loans
from tests.contracts.metering import Metered, gateway_of
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Player, Stage
from tests.ledger_api.api.counter import Counter, problem

WITHHELD = {"officers": None, "details": None, "words": None, "transaction": None}


@dataclass(frozen=True)
class Veiled:
    """An exclusive licence of the maker's that is blind, one given under it, and one of somebody else's that is neither."""

    deals: Deals
    loans: Loans
    blind: int
    below: int
    plain: int
    granted: int
    """The block of the blind one's grant."""

    @property
    def entry(self) -> str:
        """As paths name it."""
        return entry_id(self.deals.entry)

    def path(self, noun: str, number: int) -> str:
        """Of one thing."""
        return f"/v1/{noun}/{self.entry}/{number}"


@pytest.fixture
def veiled(stage: Stage, cast: Cast, counter: Counter) -> Veiled:
    """Granted on the day of the registration; afterwards the right is pledged to a bank."""
    case = Procedure(stage, cast).registered()
    deals, loans = Deals(case), Loans(case, Lenders.on(stage, cast))
    flags = LicenceFlag.BLIND | LicenceFlag.SUBLICENSE
    blind = deals.granted(kind=LicenceKind.EXCLUSIVE, flags=flags)
    granted = stage.chain.number
    below = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=blind, burdens=[blind])
    plain = deals.granted(licensee=cast.second, purposes=Purpose.RESEARCH, burdens=[blind])
    loans.record(burdens=[blind])
    stage.chain.seal()
    counter.office.indexer.catch_up()
    return Veiled(deals, loans, blind, below, plain, granted)


def told(counter: Counter, path: str, by: Player | None = None, **query: Any) -> dict[str, Any]:
    answer = counter.get(path, by, **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def party(player: Player) -> str:
    return f"P-{player.number}"


def strangers(veiled: Veiled, cast: Cast) -> list[Player | None]:
    """The public: nobody in particular, a party without a part in it, a bank that has no security."""
    return [None, cast.objector, veiled.loans.lenders.second, cast.second]


def concerned(veiled: Veiled, cast: Cast) -> list[Player]:
    """The parties of it and of what is under it, the registrar, the exchange that recorded it, the secured party."""
    return [cast.holder, cast.maker, cast.buyer, veiled.loans.registrar, cast.exchange, veiled.loans.lenders.bank]


def test_everybody_is_told_of_the_licence_and_those_it_concerns_whose_it_is(
    counter: Counter, cast: Cast, veiled: Veiled
) -> None:
    """Rule 60: its being exclusive is hidden from nobody."""
    path = f"/v1/entries/{veiled.entry}/licences"
    for reader in strangers(veiled, cast):
        blind, below, plain = told(counter, path, reader)["data"]
        assert (blind["licensee"], blind["licensor"]["id"], blind["kind"]) == (None, party(cast.holder), "EXCLUSIVE")
        assert (blind["purposes"], "BLIND" in blind["flags"], blind["in_force"]) == (["TEACHING"], True, False)
        assert (below["licensor"], below["licensee"]["id"]) == (None, party(cast.buyer))
        assert plain["licensee"]["id"] == party(cast.second)
        then = told(counter, veiled.path("licences", veiled.blind), reader, as_of=str(veiled.granted))
        assert (then["licensee"], then["history"][0] | WITHHELD) == (None, then["history"][0])
        burden = told(counter, veiled.path("burdens", veiled.blind), reader)
        assert (burden["kind"], burden["party"], burden["history"]) == ("EXCLUSIVE_LICENCE", None, None)
        assert "LICENCE_EXCLUSIVE" in burden["forbids"]
    for reader in concerned(veiled, cast):
        blind, below, _ = told(counter, path, reader)["data"]
        assert blind["licensee"]["id"] == below["licensor"]["id"] == party(cast.maker)
        one = told(counter, veiled.path("licences", veiled.blind), reader, as_of=str(veiled.granted))
        assert one["history"][0]["details"]["agreement"]
        assert told(counter, veiled.path("burdens", veiled.blind), reader)["party"]["id"] == party(cast.maker)
    regulator = counter.key(cast.outsider.number, AccessRole.REGULATOR)
    answer = counter.client.get(path, headers={"Authorization": f"Bearer {regulator}"})
    assert answer.json()["data"][0]["licensee"]["id"] == party(cast.maker)


def test_no_line_of_its_history_tells_whose_it_is(counter: Counter, cast: Cast, veiled: Veiled) -> None:
    """Rule 60: that something was done is told, and nothing else."""
    path = f"/v1/entries/{veiled.entry}/history"
    full = told(counter, path, cast.maker)["data"]
    for reader in strangers(veiled, cast):
        seen = told(counter, path, reader)["data"]
        assert [(each["number"], each["event"], each["about"]) for each in seen] == [
            (each["number"], each["event"], each["about"]) for each in full
        ]
        hidden = [each for each in seen if each["details"] is None]
        about = {dependant_id(veiled.deals.entry, each) for each in (veiled.blind, veiled.below)}
        assert {each["about"] for each in hidden} == about
        assert all(each | WITHHELD == each for each in hidden)
        named = {officer for each in seen for officer in each["officers"] or ()}
        assert f"O-{cast.maker.one.number}" not in named
    assert not any(each["details"] is None for each in full)


def test_nor_does_a_line_that_its_licensee_signed_besides(stage: Stage, counter: Counter, cast: Cast) -> None:
    """Rule 60: two grants in one filing have the same signatories; a licensee whom something else names openly may be seen to sign."""
    deals = Deals(Procedure(stage, cast).registered())
    terms = [
        replace(READING, licensee=cast.maker.number, flags=LicenceFlag.BLIND),
        replace(READING, licensee=cast.second.number, purposes=Purpose.RESEARCH),
    ]
    acts: list[tuple[Any, ...]] = [
        ("grant", deals.entry, cast.exchange, each.encode(), deals.agreement(), [], []) for each in terms
    ]
    blind, plain = stage.file([cast.holder.one, cast.maker.one, cast.second.one, cast.exchange.recorder], acts).all(
        "LicenceGranted"
    )
    stage.chain.seal()
    counter.office.indexer.catch_up()
    entry = entry_id(deals.entry)
    hidden = [each["number"] for each in told(counter, f"/v1/entries/{entry}/history")["data"] if not each["details"]]
    assert hidden == [blind.number, plain.number]
    bundle = counter.get(f"/v1/entries/{entry}/evidence").json()
    assert [number for number, each in enumerate(bundle["acts"], start=1) if "digest" in each] == hidden
    manifest = counter.office.manifest
    pin = Pin(manifest.genesis_hash, stage.chain.node.signer, manifest.ledger.address)
    assert verify(json.dumps(bundle), pin).valid
    deals.granted(purposes=Purpose.MARKETING)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    hidden = [each["number"] for each in told(counter, f"/v1/entries/{entry}/history")["data"] if not each["details"]]
    assert hidden == [blind.number]


def test_nor_does_what_was_used_under_it(stage: Stage, counter: Counter, cast: Cast, veiled: Veiled) -> None:
    """Rules 56, 60: its own journal is signed by both sides."""
    usage = Metered(veiled.deals, gateway_of(stage, cast.operator), number=veiled.blind).running()
    stage.chain.seal()
    counter.office.indexer.catch_up()
    path = veiled.path("licences", veiled.blind)
    seen, full = told(counter, f"{path}/usage"), told(counter, f"{path}/usage", cast.maker)
    assert (seen["meter"]["gateway"], seen["history"][0] | WITHHELD) == (None, seen["history"][0])
    assert full["meter"]["gateway"]["id"] == party(usage.gateway)
    problem(counter.get(f"{path}/evidence"), 403, "licensee-withheld")
    assert counter.get(f"{path}/evidence", veiled.loans.lenders.bank).status_code == 200


def test_the_party_is_not_found_by_what_it_has_to_do_with(counter: Counter, cast: Cast, veiled: Veiled) -> None:
    """Rule 60."""
    blind, plain = (dependant_id(veiled.deals.entry, each) for each in (veiled.blind, veiled.plain))
    path = f"/v1/parties/{party(cast.maker)}/involvements"
    for reader in strangers(veiled, cast):
        assert [each["id"] for each in told(counter, path, reader)["data"]] == []
    assert blind in {each["id"] for each in told(counter, path, cast.maker)["data"]}
    licensor = told(counter, f"/v1/parties/{party(cast.holder)}/involvements")["data"]
    assert ("Burden", blind) in {(each["kind"], each["id"]) for each in licensor}
    assert plain in {each["id"] for each in told(counter, f"/v1/parties/{party(cast.second)}/involvements")["data"]}


def test_a_bundle_proves_that_it_is_there_and_not_whose(
    stage: Stage, counter: Counter, cast: Cast, veiled: Veiled
) -> None:
    """Rule 60: no act is left out, and the head counts the exclusive licence; what the acts say is told to those concerned."""
    manifest = counter.office.manifest
    pin = Pin(manifest.genesis_hash, stage.chain.node.signer, manifest.ledger.address)
    path, wanted = f"/v1/entries/{veiled.entry}/evidence", f"{veiled.blind},{veiled.plain}"
    word = f"{stage.word(Licence, veiled.deals.entry, veiled.blind).encode():064x}"
    bundle = counter.get(path, dependants=wanted)
    assert word not in bundle.text
    assert f"{cast.maker.one.number:06x}" + f"{cast.holder.one.number:06x}" not in bundle.text
    report = verify(bundle.text, pin)
    assert report.valid, report.describe("en")
    acts = report.to_json()["about"]["acts"]
    assert [each["number"] for each in acts if each.get("withheld")] == [veiled.blind, veiled.below]
    assert {each["number"] for each in report.to_json()["about"]["words"] if each["word"] == "Licence"} == {
        veiled.plain
    }
    head = stage.word(Head, veiled.deals.entry)
    assert (head.licences, head.burdens) == (3, 2)
    full = counter.get(path, veiled.loans.lenders.bank, dependants=wanted)
    assert word in full.text
    assert verify(full.text, pin).valid
    spoilt = json.loads(bundle.text)
    del spoilt["acts"][veiled.blind - 1]
    assert verify(json.dumps(spoilt), pin).failing == "acts"


def test_a_draft_does_not_tell_it_either(counter: Counter, cast: Cast, veiled: Veiled) -> None:
    """Rule 60: terms that stay are filled in from the register; whose a blind licence is, its parties say themselves."""
    signing = [f"O-{each.one.number}" for each in (cast.holder, cast.maker)]
    papers = {
        "template": "GF_2025_2615",
        "contract": "keccak256:" + "cd" * 32,
        "policy": "keccak256:" + "cd" * 32,
        "end": "2027-01-31",
        "signatories": signing,
    }
    path = f"{veiled.path('licences', veiled.blind)}/narrow"
    problem(counter.post(path, papers, cast.holder), 400, "missing-field")
    assert counter.compose(path, papers | {"licensee": party(cast.maker)}, cast.holder)["id"]


def test_made_public_by_both_it_is_public_from_its_beginning(
    stage: Stage, counter: Counter, cast: Cast, veiled: Veiled
) -> None:
    """Rule 60: who is told is judged as things stand now."""
    veiled.deals.narrow(veiled.blind, flags=LicenceFlag.SUBLICENSE)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    then = told(counter, veiled.path("licences", veiled.blind), as_of=str(veiled.granted))
    assert then["licensee"]["id"] == party(cast.maker)
    history = told(counter, f"/v1/entries/{veiled.entry}/history")["data"]
    assert not any(each["details"] is None for each in history)


def test_whoever_was_told_is_noted(counter: Counter, cast: Cast, veiled: Veiled) -> None:
    """Rules 60, 122."""
    bank = veiled.loans.lenders.bank
    for path in (f"/v1/entries/{veiled.entry}/licences", f"/v1/entries/{veiled.entry}/evidence"):
        counter.get(path, bank)
        counter.get(path, cast.objector)
    counter.get(veiled.path("licences", veiled.plain), bank)
    with counter.office.store.read() as connection:
        kept = [
            (record.party, record.subject) for record, _ in audit.records(connection) if record.action == "licence.read"
        ]
    assert kept == [(bank.number, dependant_id(veiled.deals.entry, veiled.blind))] * 2
