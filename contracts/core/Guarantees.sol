// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Guarantee, GuaranteeState, Namespace} from "../types/words/Guarantees.sol";

/// Where guarantees are kept, and what became of them.
library Guarantees {
    /// @custom:storage-location erc7201:dpr.guarantees
    struct Store {
        mapping(EntryId => mapping(uint256 number => Guarantee)) guarantees;
    }

    error NoSuchGuarantee(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.GUARANTEES;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Guarantee g) {
        g = store().guarantees[entry][number];
        if (g.state() == GuaranteeState.NONE) revert NoSuchGuarantee(entry, number);
    }

    /// A guarantor that has paid answers for nothing more and stands on a security of its own: it has nothing to acknowledge.
    /// (rules 89, 104)
    function isPaidOut(EntryId entry, uint256 number) internal view returns (bool) {
        return store().guarantees[entry][number].state() == GuaranteeState.PAID_OUT;
    }
}
