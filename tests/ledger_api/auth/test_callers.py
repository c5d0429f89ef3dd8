from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger_api.auth.callers import ANYBODY, KEPT_SECONDS, Caller, Callers, authenticate
from ledger_api.auth.granting import grant, withdraw
from ledger_api.auth.roles import PARTYLESS, SCOPES, AccessRole, Scope
from ledger_api.domain.errors import LedgerError, NotAllowed, NotSignedIn
from ledger_api.store import Store, audit, open_store
from ledger_api.store.tables import metadata

NOW = 1_785_000_000_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'facade.db'}")
    with opened.begin() as unit:
        metadata.create_all(unit.connection)
    yield opened
    opened.close()


@pytest.fixture
def key(store: Store) -> str:
    with store.begin() as unit:
        drawn = grant(
            unit,
            label="demo",
            role=AccessRole.MERCHANT,
            party=7,
            now_ms=NOW,
            expires_ms=NOW + 1000,
            scopes=[Scope.READ],
        )
    return drawn.text


def who(store: Store, header: str | None, now_ms: int = NOW) -> Caller:
    with store.read() as connection:
        return authenticate(connection, header, now_ms)


def test_a_key_says_for_whom_its_bearer_calls(store: Store, key: str) -> None:
    caller = who(store, f"Bearer {key}")
    assert caller.party == 7
    assert caller.role is AccessRole.MERCHANT
    assert caller.scopes == {Scope.READ}


def test_without_a_key_it_is_anybody(store: Store) -> None:
    assert who(store, None) is ANYBODY


def test_no_answer_tells_a_wrong_key_from_an_unknown_an_expired_or_a_revoked_one(store: Store, key: str) -> None:
    other = key[:-1] + ("a" if key[-1] != "a" else "q")
    unknown = f"dpr_live_{'a' * 16}_{'b' * 52}"
    told = set()
    for header, now in [(other, NOW), (unknown, NOW), (key, NOW + 1000), ("nonsense", NOW), ("", NOW)]:
        with pytest.raises(NotSignedIn) as refused:
            who(store, f"Bearer {header}", now)
        told.add((refused.value.code, str(refused.value), str(refused.value.details)))
    with store.begin() as unit:
        assert withdraw(unit, key.split("_")[2], NOW)
    with pytest.raises(NotSignedIn) as refused:
        who(store, f"Bearer {key}")
    told.add((refused.value.code, str(refused.value), str(refused.value.details)))
    assert len(told) == 1


def test_a_key_in_another_scheme_is_no_key(store: Store, key: str) -> None:
    with pytest.raises(NotSignedIn):
        who(store, f"Basic {key}")


def test_a_key_is_good_for_its_scopes_only(store: Store, key: str) -> None:
    caller = who(store, f"bearer {key}")
    assert caller.acts_for(Scope.READ) == 7
    with pytest.raises(NotAllowed):
        caller.needs(Scope.DRAFT)


def test_anybody_must_sign_in_first() -> None:
    with pytest.raises(NotSignedIn):
        ANYBODY.needs(Scope.READ)


def test_a_monitor_acts_for_nobody() -> None:
    monitor = Caller("k", None, AccessRole.MONITOR, SCOPES[AccessRole.MONITOR])
    monitor.needs(Scope.WATCH)
    with pytest.raises(LedgerError):
        monitor.acts_for(Scope.WATCH)


def test_giving_out_and_taking_back_are_in_the_audit_log(store: Store, key: str) -> None:
    with store.begin() as unit:
        assert withdraw(unit, key.split("_")[2], NOW)
        assert not withdraw(unit, key.split("_")[2], NOW)
    with store.read() as connection:
        kept = [record for record, _ in audit.records(connection)]
    assert [(record.action, record.party) for record in kept] == [("key.granted", 7), ("key.withdrawn", None)]
    assert all(key.rsplit("_", 1)[1] not in str(record) for record in kept)


def test_a_role_cannot_be_given_more_than_it_may(store: Store) -> None:
    with store.begin() as unit, pytest.raises(ValueError, match="regulator"):
        grant(unit, label="x", role=AccessRole.REGULATOR, party=1, now_ms=NOW, scopes=[Scope.SUBMIT])


@pytest.mark.parametrize("role, party", [(AccessRole.BANK, None), (AccessRole.MONITOR, 3)])
def test_a_key_acts_for_a_party_if_its_role_does(store: Store, role: AccessRole, party: int | None) -> None:
    with store.begin() as unit, pytest.raises(ValueError, match="party"):
        grant(unit, label="x", role=role, party=party, now_ms=NOW)


def test_every_role_is_good_for_something() -> None:
    assert SCOPES.keys() == set(AccessRole)
    assert all(SCOPES.values())
    assert all(Scope.DRAFT not in SCOPES[role] for role in PARTYLESS)


def test_whoever_called_a_moment_ago_is_known_and_no_longer() -> None:
    now = [100.0]
    callers = Callers(clock=lambda: now[0])
    caller = callers.keep("Bearer one", Caller("one", 7))
    assert callers.recent("Bearer one") is caller
    assert callers.recent("Bearer two") is None
    now[0] += KEPT_SECONDS
    assert callers.recent("Bearer one") is None
