// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// Tells whose signature it is. A seal is one byte n ‖ a signer of n bytes ‖ its signature:
///   n = 0   the signer is the account recovered from 65 bytes r ‖ s ‖ v
///   n = 20  an ERC-1271 contract
///   n > 20  an ERC-7913 signer: a verifier contract followed by a key it understands (WebAuthn, P-256; later SM2)
/// Contracts are asked in a static call with a bounded stipend and can write nothing.
library Signing {
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
    bytes4 private constant IS_VALID_SIGNATURE = 0x1626ba7e; // ERC-1271 isValidSignature(bytes32,bytes)
    bytes4 private constant VERIFY = 0x024ad318; // ERC-7913 verify(bytes,bytes32,bytes)

    /// Gas a contract signer may use, and how many of them a filing may have.
    uint256 internal constant STIPEND = 400_000;
    uint256 internal constant MOST_CONTRACTS = 4;

    error BadSeal(uint256 position);
    /// Too little gas is left to ask a contract signer: the carrier's fault, not the signer's.
    error StipendMissing(uint256 left);

    /// The fingerprint of the signer who sealed `digest`, and whether it is a contract.
    function signerOf(bytes32 digest, bytes calldata seal, uint256 position)
        internal
        view
        returns (uint160 key, bool isContract)
    {
        if (seal.length == 0) revert BadSeal(position);
        uint256 n = uint8(seal[0]);
        if (n == 0) return (fingerprint(_recover(digest, seal, position)), false);
        if (n < 20 || seal.length < 1 + n) revert BadSeal(position);
        bytes calldata signer = seal[1:1 + n];
        bytes calldata signature = seal[1 + n:];
        address account = address(bytes20(signer));
        bool valid = n == 20
            ? _says(account, abi.encodeWithSelector(IS_VALID_SIGNATURE, digest, signature), IS_VALID_SIGNATURE)
            : _says(account, abi.encodeWithSelector(VERIFY, signer[20:], digest, signature), VERIFY);
        if (!valid) revert BadSeal(position);
        return (uint160(uint256(keccak256(signer))), true);
    }

    /// The fingerprint of an account as a signer.
    function fingerprint(address account) internal pure returns (uint160 key) {
        assembly ("memory-safe") {
            mstore(0, shl(96, account))
            key := and(keccak256(0, 20), 0xffffffffffffffffffffffffffffffffffffffff)
        }
    }

    function _recover(bytes32 digest, bytes calldata seal, uint256 position) private view returns (address account) {
        bool ok = seal.length == 66;
        assembly ("memory-safe") {
            let p := mload(0x40)
            mstore(p, digest)
            mstore(add(p, 32), byte(0, calldataload(add(seal.offset, 65)))) // v
            calldatacopy(add(p, 64), add(seal.offset, 1), 64) // r, s
            ok := and(ok, iszero(gt(mload(add(p, 96)), HALF_ORDER)))
            mstore(0, 0)
            ok := and(ok, staticcall(gas(), 1, p, 128, 0, 32))
            account := mload(0)
        }
        if (!ok || account == address(0)) revert BadSeal(position);
    }

    function _says(address who, bytes memory question, bytes4 answer) private view returns (bool yes) {
        // Without code there is nothing that could say no: the identity precompile repeats any selector it is asked with.
        if (who.code.length == 0) return false;
        if (gasleft() < STIPEND + STIPEND / 63 + 5000) revert StipendMissing(gasleft());
        assembly ("memory-safe") {
            mstore(0, 0)
            yes := staticcall(STIPEND, who, add(question, 32), mload(question), 0, 32)
            yes := and(yes, and(gt(returndatasize(), 31), eq(mload(0), answer)))
        }
    }
}
