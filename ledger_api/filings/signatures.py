"""Checks a signature when it arrives: by whom it must be, over exactly this filing, with the key the register knows.

A wrong one is refused at once, so that nobody finds out at the end that something was signed for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from coincurve import PublicKey
from eth_abi.abi import encode
from eth_hash.auto import keccak
from sqlalchemy import Connection

from ledger_api.domain.errors import InTheWay, NotUnderstood, Refused
from ledger_api.domain.filing import ecdsa_seal
from ledger_api.domain.ids import officer_id
from ledger_api.domain.progress import Progress
from ledger_api.filings.answers import Answer, Answers, Beside, Keyed, Say, nothing_beside
from ledger_api.filings.asking import asking
from ledger_api.filings.compose import seen
from ledger_api.filings.facts import Register, Registers
from ledger_api.ports.chain import CallReverted, Chain
from ledger_api.ports.clock import Clock
from ledger_api.ports.crash import crash_here
from ledger_api.store import Store, UnitOfWork, events, filings
from ledger_api.store.events import Happening
from ledger_api.store.filings import FilingRecord, Sight

SIGNING: Final = (Progress.DRAFT, Progress.COLLECTING, Progress.READY)
_HALF_ORDER: Final = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0
_IS_VALID_SIGNATURE: Final = bytes.fromhex("1626ba7e")  # ERC-1271 isValidSignature(bytes32,bytes)
_VERIFY: Final = bytes.fromhex("024ad318")  # ERC-7913 verify(bytes,bytes32,bytes)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Takes in signatures for one ledger."""

    store: Store
    registers: Registers
    chain: Chain
    answers: Answers
    clock: Clock

    def add(
        self,
        filing: str,
        seals: Mapping[int, bytes],
        sight: Sight,
        keyed: Keyed,
        say: Say,
        beside: Beside = nothing_beside,
    ) -> Answer:
        """Take in signatures, by officer: 65 bytes r ‖ s ‖ v, or a whole seal (domain/filing.py). All or none; answers 200.

        Raises NotFound, InTheWay (`filing-state`), NotUnderstood (`seal-malformed`), Refused (`officer-not-named`,
        `officer-not-in-office`, `wrong-signer`).
        """
        with self.answers.turn(keyed):
            with self.store.read() as connection:
                if earlier := self.answers.found(connection, keyed):
                    return earlier
                record = seen(connection, filing, sight)
                checked = self.check(connection, record, seals)
            with self.store.begin() as unit:

                def work() -> Answer:
                    signed = self.keep(unit, record, checked)
                    beside(unit, signed)
                    return Answer(200, say(signed), filing)

                answer = self.answers.keep(unit.connection, keyed, work)
                crash_here("sign.commit")
            crash_here("sign.committed")
            return answer

    def check(self, connection: Connection, record: FilingRecord, seals: Mapping[int, bytes]) -> dict[int, bytes]:
        """The seals as the ledger takes them, by officer. Raises as `add`."""
        register = self.registers(connection)
        return {officer: self._checked(register, record, officer, seal) for officer, seal in seals.items()}

    def keep(self, unit: UnitOfWork, record: FilingRecord, checked: Mapping[int, bytes]) -> FilingRecord:
        """Keep checked seals; the filing as it stands with them. Raises InTheWay (`filing-state`)."""
        now = self.clock.milliseconds()
        filings.add_seals(unit.connection, record.id, checked, now)
        signed = filings.find(unit.connection, record.id)
        complete = signed.signed == record.filing.signatories
        state = Progress.READY if complete else Progress.COLLECTING
        if not filings.move(unit.connection, [record.id], SIGNING, state, now, was_ready=int(complete)):
            raise InTheWay("filing-state", state=signed.state, step="signed")
        if complete:
            events.append(unit.connection, [Happening("filing.ready", record.id, {})], now)
        return replace(signed, state=state, was_ready=complete, changed_ms=now)

    def _checked(self, register: Register, record: FilingRecord, officer: int, seal: bytes) -> bytes:
        """The seal as the ledger takes it."""
        if record.state not in SIGNING:
            raise InTheWay("filing-state", state=record.state, step="signed")
        if officer not in record.filing.signatories:
            named = ", ".join(map(officer_id, record.filing.signatories))
            raise Refused("officer-not-named", officer=officer, officers=named)
        word = register.officer(officer)
        if word is None or word.until < register.time():
            raise Refused("officer-not-in-office", blocking=[officer_id(officer)], officer=officer)
        whole = _sealed(seal)
        key = self._key(record.digest, whole)
        if key is None or key != word.key:
            raise Refused("wrong-signer", blocking=[officer_id(officer)], officer=officer)
        return whole

    def _key(self, digest: bytes, seal: bytes) -> int | None:
        """The fingerprint of whoever made the seal; None when it is no valid one."""
        size = seal[0]
        if size == 0:
            account = recovered(digest, seal[1:])
            return None if account is None else fingerprint(account)
        signer, signature = seal[1 : 1 + size], seal[1 + size :]
        return fingerprint(signer) if self._says_yes(signer, digest, signature) else None

    def _says_yes(self, signer: bytes, digest: bytes, signature: bytes) -> bool:
        """Ask a contract signer, as the ledger will (ERC-1271, ERC-7913)."""
        if len(signer) == 20:
            answer, question = _IS_VALID_SIGNATURE, encode(["bytes32", "bytes"], [digest, signature])
        else:
            answer, question = _VERIFY, encode(["bytes", "bytes32", "bytes"], [signer[20:], digest, signature])
        try:
            with asking():
                said = self.chain.call(signer[:20], answer + question)
        except CallReverted:
            return False
        return said[:4] == answer and len(said) >= 32


def fingerprint(signer: bytes) -> int:
    """What the register keeps of a signer: the low 160 bits of keccak256."""
    return int.from_bytes(keccak(signer)[12:])


def recovered(digest: bytes, signature: bytes) -> bytes | None:
    """The account that made r ‖ s ‖ v (v = 27 or 28, s in the lower half); None when there is none."""
    if len(signature) != 65 or signature[64] not in {27, 28} or int.from_bytes(signature[32:64]) > _HALF_ORDER:
        return None
    try:
        key = PublicKey.from_signature_and_message(signature[:64] + bytes((signature[64] - 27,)), digest, hasher=None)
    except Exception:  # noqa: BLE001 - coincurve raises bare Exception and ValueError for what is no signature
        return None
    return keccak(key.format(compressed=False)[1:])[12:]


def _sealed(given: bytes) -> bytes:
    """A seal from what was sent: a bare signature gets its leading zero."""
    if len(given) == 65:
        return ecdsa_seal(given)
    if (
        not given
        or (given[0] == 0 and len(given) != 66)
        or (given[0] and (given[0] < 20 or len(given) <= 1 + given[0]))
    ):
        raise NotUnderstood("seal-malformed")
    return given
