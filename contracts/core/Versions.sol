// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IVersions} from "../interfaces/IVersions.sol";
import {EntryId} from "../types/EntryId.sol";
import {CaseState} from "../types/words/Registration.sol";
import {Namespace, Predecessor, Succession, SuccessionKind, Version} from "../types/words/Versions.sol";
import {Cases} from "./Cases.sol";
import {Entries} from "./Entries.sol";

/// Versions of data and which entry comes out of which: where they are kept.
library Versions {
    /// @custom:storage-location erc7201:dpr.versions
    struct Store {
        mapping(EntryId => Version) versions;
        mapping(EntryId => Succession) successions;
        mapping(EntryId => Predecessor) predecessors;
    }

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.VERSIONS;
        assembly {
            s.slot := slot
        }
    }

    function predecessorOf(EntryId entry) internal view returns (EntryId) {
        return EntryId.wrap(bytes32(store().predecessors[entry].id()));
    }

    /// It comes out of another entry, as far as anybody has said.
    function succeeds(Succession s) internal pure returns (bool) {
        return s.kind() == SuccessionKind.MATERIAL_CHANGE || s.kind() == SuccessionKind.SPLIT;
    }

    /// It has come out of its predecessor: the case that was cleared for it is anchored.
    function hasSucceeded(EntryId entry, Succession s) internal view returns (bool) {
        if (!succeeds(s)) return false;
        uint256 state = Cases.store().cases[entry][s.cleared()].state();
        return state == CaseState.ANCHORED || state == CaseState.CREDENTIALED;
    }

    /// Case `number` sheds nothing that lies on another entry: it comes out of none, did so earlier, or all concerned there
    /// agreed in this block, and nothing has moved there since. (rules 33, 73)
    function needsCleared(EntryId entry, uint256 number) internal view {
        Succession s = store().successions[entry];
        if (!succeeds(s) || hasSucceeded(entry, s)) return;
        EntryId predecessor = predecessorOf(entry);
        bool cleared = s.cleared() == number && s.clearedAt() == block.timestamp
            && s.edition() == Entries.headOf(predecessor).edition();
        if (!cleared) revert IVersions.PredecessorNotCleared(entry, predecessor); // rules 33, 73
    }
}
