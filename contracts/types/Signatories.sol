// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// The officers who sign an act: up to ten officer numbers of 24 bits, strictly ascending from the low end; zero ends the
/// list. Only `Ledger` turns a caller's word into a proven one; chapters take it as true.
type Signatories is uint256;

using SignatoriesLib for Signatories global;

library SignatoriesLib {
    /// Exactly one officer.
    function isSingle(Signatories by) internal pure returns (bool) {
        return Signatories.unwrap(by) != 0 && Signatories.unwrap(by) >> 24 == 0;
    }

    /// The lowest officer number, 0 when the list is empty.
    function first(Signatories by) internal pure returns (uint256) {
        return Signatories.unwrap(by) & 0xffffff;
    }

    /// The list without its lowest officer.
    function rest(Signatories by) internal pure returns (Signatories) {
        return Signatories.wrap(Signatories.unwrap(by) >> 24);
    }

    function isEmpty(Signatories by) internal pure returns (bool) {
        return Signatories.unwrap(by) == 0;
    }

    function includes(Signatories by, uint256 officer) internal pure returns (bool) {
        for (; !by.isEmpty(); by = by.rest()) {
            if (by.first() == officer) return true;
        }
        return false;
    }

    function equals(Signatories by, Signatories other) internal pure returns (bool) {
        return Signatories.unwrap(by) == Signatories.unwrap(other);
    }
}
