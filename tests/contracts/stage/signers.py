"""Officers whose keys are contracts: passkeys and P-256 keys over OpenZeppelin's verifiers, wallets, and contracts that misbehave."""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from eth_abi import encode
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.testing import Contract
from tests.contracts.stage.cast import DOCUMENT, FOR_EVER, MERCHANT, SHA256, Player
from tests.contracts.stage.stage import Stage

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

SOURCE = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Signs whatever it has been told to sign; can call.
contract Wallet {
    mapping(bytes32 => bool) private approved;

    function approve(bytes32 digest) external { approved[digest] = true; }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        return approved[digest] && keccak256(signature) == keccak256("wallet") ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }

    function call(address to, bytes calldata data) external {
        (bool done, bytes memory answer) = to.call(data);
        if (!done) assembly { revert(add(answer, 32), mload(answer)) }
    }
}

/// Agrees to everything, and tries on the way whatever it was told to try.
contract Mischief {
    address private target;
    bytes private attempt;

    function plan(address target_, bytes calldata attempt_) external { (target, attempt) = (target_, attempt_); }

    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        return _try() ? bytes4(0xffffffff) : bytes4(0x1626ba7e);
    }

    function verify(bytes calldata, bytes32, bytes calldata) external returns (bytes4) {
        return _try() ? bytes4(0xffffffff) : bytes4(0x024ad318);
    }

    function _try() private returns (bool done) { (done,) = target.call(attempt); }
}

/// Agrees after burning all but a little of what it was given.
contract Burner {
    function isValidSignature(bytes32, bytes calldata signature) external view returns (bytes4) {
        uint256 keep = uint256(bytes32(signature));
        while (gasleft() > keep) {}
        return 0x1626ba7e;
    }
}

/// Answers with as many bytes as the signature says, the first of them right when it has to be.
contract Babbler {
    function isValidSignature(bytes32, bytes calldata signature) external pure returns (bytes4) {
        uint256 size = uint256(bytes32(signature));
        assembly {
            mstore(0, shl(224, 0x1626ba7e))
            return(0, size)
        }
    }
}

/// Refuses by reverting.
contract Grump {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) { revert("no"); }
}

/// A stand-in for an ERC-7913 verifier: the signature is the hash of key and digest.
contract Verifier {
    function verify(bytes calldata key, bytes32 digest, bytes calldata signature) external pure returns (bytes4) {
        return keccak256(abi.encode(key, digest)) == bytes32(signature) ? bytes4(0x024ad318) : bytes4(0xffffffff);
    }
}
"""


@cache
def _artifacts() -> dict[str, Artifact]:
    return compile_text("tests/Signers.sol", SOURCE)


def place(stage: Stage, name: str) -> Contract:
    """Deploy one of the contracts above."""
    return stage.chain.deploy(_artifacts()[name])


@dataclass(frozen=True)
class ContractSigner:
    """An officer whose signer is a contract: n ‖ signer ‖ signature."""

    number: int
    signer: bytes
    signature: bytes = b""

    def seal(self, digest: bytes) -> bytes:
        """The seal, with a signature that does not look at the digest."""
        return bytes((len(self.signer),)) + self.signer + self._sign(digest)

    def _sign(self, _digest: bytes) -> bytes:
        return self.signature


@dataclass(frozen=True)
class VerifiedSigner(ContractSigner):
    """Its signer is `Verifier` and a key."""

    def _sign(self, digest: bytes) -> bytes:
        return keccak(encode(["bytes", "bytes32"], [self.signer[20:], digest]))


@dataclass(frozen=True)
class CurveSigner(ContractSigner):
    """A P-256 key of its own; the digest is signed as it is."""

    secret: int = 1

    def _sign(self, digest: bytes) -> bytes:
        r, s = _p256(self.secret, digest)
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


@dataclass(frozen=True)
class Passkey(ContractSigner):
    """A WebAuthn authenticator; `flags` 0x05 is user present and verified."""

    secret: int = 1
    flags: int = 0x05
    kind: str = "webauthn.get"

    def _sign(self, digest: bytes) -> bytes:
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        client = json.dumps(
            {"type": self.kind, "challenge": challenge, "origin": "https://example.org"}, separators=(",", ":")
        )
        authenticator = hashlib.sha256(b"example.org").digest() + bytes((self.flags,)) + bytes(4)
        r, s = _p256(self.secret, hashlib.sha256(authenticator + hashlib.sha256(client.encode()).digest()).digest())
        auth = (r.to_bytes(32, "big"), s.to_bytes(32, "big"), client.index('"challenge"'), 1, authenticator, client)
        return encode(["bytes32", "bytes32", "uint256", "uint256", "bytes", "string"], auth)


def curve_key(secret: int) -> bytes:
    """The public key of a P-256 secret: x ‖ y."""
    numbers = ec.derive_private_key(secret, ec.SECP256R1()).public_key().public_numbers()
    return numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")


def _p256(secret: int, digest: bytes) -> tuple[int, int]:
    key = ec.derive_private_key(secret, ec.SECP256R1())
    algorithm = ec.ECDSA(
        utils.Prehashed(hashes.SHA256()), deterministic_signing=True
    )  # RFC 6979: the same gas each time
    r, s = utils.decode_dss_signature(key.sign(digest, algorithm))
    return r, min(s, ORDER - s)  # the verifiers take the lower of the two only


def bind(stage: Stage, operator: Player, party: Player, signer: bytes, powers: int = MERCHANT) -> int:
    """Bind an officer with this signer to a party; its number."""
    from ledger_api.domain.words import Officer, Power

    word = Officer(party=party.number, powers=Power(powers), until=FOR_EVER)
    person = keccak(b"person of " + signer)
    done = stage.file(operator.both, [("bind", word, keccak(signer), person, SHA256, DOCUMENT)])
    return done.line("OfficerNumbered").number
