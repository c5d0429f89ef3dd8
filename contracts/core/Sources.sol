// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Lineage, Namespace, Provenance, Source, SourceEnds, SourceState} from "../types/words/Sources.sol";

/// Sources as guards of other chapters ask for them.
library Sources {
    /// The end of a source that has none.
    uint256 internal constant OPEN_ENDED = type(uint16).max;

    /// Sources of one entry that are not closed, at most: one word holds their ends.
    uint256 internal constant MOST = 16;

    /// @custom:storage-location erc7201:dpr.sources
    struct Store {
        mapping(EntryId => mapping(uint256 number => Source)) sources;
        mapping(EntryId => SourceEnds) ends;
        mapping(EntryId => Provenance) provenances;
        mapping(EntryId => mapping(uint256 number => Lineage)) lineages;
        mapping(EntryId child => mapping(EntryId parent => uint256 number)) related;
    }

    error NoSuchSource(EntryId entry, uint256 number);
    error SourceLost(uint256 sources);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.SOURCES;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Source s) {
        s = store().sources[entry][number];
        if (s.state() == SourceState.NONE) revert NoSuchSource(entry, number);
    }

    function provenanceOf(EntryId entry) internal view returns (Provenance) {
        return store().provenances[entry];
    }

    /// A free place for an end; MOST when there is none.
    function vacancy(SourceEnds ends) internal pure returns (uint256 place) {
        while (place < MOST && ends.end(place) != 0) ++place;
    }

    /// The earliest end of all, 0 when every source is open-ended. (rule 45)
    function earliest(SourceEnds ends) internal pure returns (uint256 day) {
        day = OPEN_ENDED;
        for (uint256 left = SourceEnds.unwrap(ends); left != 0; left >>= 16) {
            uint256 end = left & OPEN_ENDED;
            if (end != 0 && end < day) day = end;
        }
        if (day == OPEN_ENDED) day = 0;
    }
}
