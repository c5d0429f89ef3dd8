// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Namespace, Nonces} from "../types/words/Ledger.sol";
import {Signatories} from "../types/Signatories.sol";
import {Book} from "./Book.sol";
import {Parties} from "./Parties.sol";
import {Signing} from "./Signing.sol";

/// Acts that happen together or not at all, signed by all they concern, carried by anybody.
struct Filing {
    Signatories by;
    uint256 nonce; // of the first signatory
    uint40 deadline; // unix seconds, block time
    bytes[] acts;
    bytes[] seals; // see Signing; in the order of `by`
}

/// Proves that everybody named in a filing has signed it, once.
library Filings {
    /// @custom:storage-location erc7201:dpr.filings
    struct Store {
        mapping(uint256 officer => mapping(uint256 group => Nonces)) nonces;
        mapping(bytes32 digest => bool) withdrawn;
    }

    /// EIP-712: bytes[] hashes to keccak256 of the hashes of its members, so that a wallet can show the acts themselves.
    bytes32 internal constant TYPEHASH = keccak256("Filing(bytes[] acts,uint256 by,uint256 nonce,uint40 deadline)");

    error DeadlinePassed(uint256 deadline);
    error DeadlineTooFar(uint256 deadline, uint256 latest);
    error WrongSeals();
    error NonceUsed(uint256 officer, uint256 nonce);
    error FilingWithdrawn(bytes32 digest);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.FILINGS;
        assembly {
            s.slot := slot
        }
    }

    /// Checks deadline, withdrawal, nonce and every seal, spends the nonce first, and answers the digest.
    function prove(Filing calldata f, bytes32 domain) internal returns (bytes32 digest) {
        if (f.deadline < block.timestamp) revert DeadlinePassed(f.deadline);
        uint256 latest = block.timestamp + Book.parameters().filingDays() * 1 days;
        if (f.deadline > latest) revert DeadlineTooFar(f.deadline, latest);
        digest = digestOf(domain, hashOf(f.acts), f.by, f.nonce, f.deadline);
        uint256 n = f.seals.length;
        if (n == 0 || n > 10) revert WrongSeals();
        // A first signatory withdraws by spending the nonce, so a filing it signs alone has nothing to look up.
        if (n > 1 && store().withdrawn[digest]) revert FilingWithdrawn(digest);
        spend(f.by.first(), f.nonce);
        _proveSeals(f, digest, n);
    }

    function _proveSeals(Filing calldata f, bytes32 digest, uint256 n) private view {
        uint256 last;
        uint256 contracts;
        Signatories left = f.by;
        for (uint256 i; i < n; ++i) {
            uint256 officer = left.first();
            left = left.rest();
            if (officer <= last) revert WrongSeals();
            last = officer;
            (uint160 key, bool isContract) = Signing.signerOf(digest, f.seals[i], i);
            if (isContract && ++contracts > Signing.MOST_CONTRACTS) revert WrongSeals();
            Parties.identify(officer, key);
        }
        if (!left.isEmpty()) revert WrongSeals();
    }

    function hashOf(bytes[] calldata acts) internal pure returns (bytes32 hash) {
        bytes32[] memory hashes = new bytes32[](acts.length);
        for (uint256 i; i < acts.length; ++i) hashes[i] = keccak256(acts[i]);
        assembly ("memory-safe") {
            hash := keccak256(add(hashes, 32), mul(32, mload(hashes)))
        }
    }

    function digestOf(bytes32 domain, bytes32 acts, Signatories by, uint256 nonce, uint256 deadline)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(
            abi.encodePacked(hex"1901", domain, keccak256(abi.encode(TYPEHASH, acts, by, nonce, deadline)))
        );
    }

    function domainOf(address ledger) internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Data Rights Ledger"),
                keccak256("1"),
                block.chainid,
                ledger
            )
        );
    }

    /// Uses up a nonce; in any order, each once.
    function spend(uint256 officer, uint256 nonce) internal {
        uint256 word = unspent(officer, nonce);
        store().nonces[officer][nonce >> 8] = Nonces.wrap(word | 1 << (nonce & 255));
    }

    /// The nonces of the group, of which this one is not used.
    function unspent(uint256 officer, uint256 nonce) internal view returns (uint256 word) {
        word = store().nonces[officer][nonce >> 8].used();
        if (word >> (nonce & 255) & 1 != 0) revert NonceUsed(officer, nonce);
    }
}
