// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IObjections} from "../interfaces/IObjections.sol";
import {EntryId} from "../types/EntryId.sol";
import {Namespace, Objection, ObjectionState} from "../types/Words.sol";

/// Where objections are kept.
library Disputes {
    /// @custom:storage-location erc7201:dpr.objections
    struct Store {
        mapping(EntryId => mapping(uint256 number => Objection)) objections;
    }

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.OBJECTIONS;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Objection o) {
        o = store().objections[entry][number];
        if (o.state() == ObjectionState.NONE) revert IObjections.NoSuchObjection(entry, number);
    }

    function save(EntryId entry, uint256 number, Objection o) internal {
        store().objections[entry][number] = o;
    }
}
