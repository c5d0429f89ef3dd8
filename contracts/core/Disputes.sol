// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IObjections} from "../interfaces/IObjections.sol";
import {EntryId} from "../types/EntryId.sol";
import {Namespace, Objection, ObjectionState} from "../types/words/Objections.sol";

/// Where objections are kept.
library Disputes {
    /// @custom:storage-location erc7201:dpr.objections
    struct Store {
        mapping(EntryId => mapping(uint256 number => Objection)) objections;
        mapping(bytes32 entryCaseObjectorAndGround => uint256 number) latest; // in a notice
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

    /// In a notice nobody has two objections open on one ground: a case has room for 255, which one party could take up until
    /// the notice is over, and so keep all others out. (rule 26)
    function enter(EntryId entry, uint256 number, Objection o) internal {
        Store storage s = store();
        bytes32 key = keccak256(abi.encode(entry, o.caseNumber(), o.objector(), o.ground()));
        uint256 earlier = s.latest[key];
        if (s.objections[entry][earlier].state() == ObjectionState.FILED) revert IObjections.AlreadyObjected(earlier);
        s.latest[key] = number;
    }

    function save(EntryId entry, uint256 number, Objection o) internal {
        store().objections[entry][number] = o;
    }
}
