// SPDX-License-Identifier: Apache-2.0
// Generated from versions.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant VERSIONS = 0xce8492991eb4abc73139df61b50f63055d1c7ff214c77f79270923a3402b5000; // dpr.versions
}

/// SuccessionKind, one code a value.
library SuccessionKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant MATERIAL_CHANGE = 1; // 重大变更
    uint256 internal constant SPLIT = 2; // 拆分
    uint256 internal constant DENIED = 3; // 认定不是承继
}

// 数据版本 Version: The data an entry is about now, within the same sources and structure (E4); zero: those it was opened with. Earlier ones stand in its journal.
// versions[entry], at map(entry, base+0) of dpr.versions
//
//      0–15      16  seq      1 for the first refresh
//     16–39      24  line     the line that recorded it: its number (rule 7)
//     40–55      16  day      legal day it holds from
//    56–215     160  content  low bits of keccak256(CONTENT, alg, root), the journal subject of its content
//   216–255      40  since    legal time it was recorded
type Version is uint256;

using VersionLib for Version global;

library VersionLib {
    function seq(Version word) internal pure returns (uint256) {
        return Version.unwrap(word) & 0xffff;
    }

    function withSeq(Version word, uint256 value) internal pure returns (Version) {
        if (value > 0xffff) revert FieldOverflow();
        return Version.wrap((Version.unwrap(word) & ~uint256(0xffff)) | value);
    }

    function line(Version word) internal pure returns (uint256) {
        return (Version.unwrap(word) >> 16) & 0xffffff;
    }

    function withLine(Version word, uint256 value) internal pure returns (Version) {
        if (value > 0xffffff) revert FieldOverflow();
        return Version.wrap((Version.unwrap(word) & ~uint256(0xffffff << 16)) | (value << 16));
    }

    function day(Version word) internal pure returns (uint256) {
        return (Version.unwrap(word) >> 40) & 0xffff;
    }

    function withDay(Version word, uint256 value) internal pure returns (Version) {
        if (value > 0xffff) revert FieldOverflow();
        return Version.wrap((Version.unwrap(word) & ~uint256(0xffff << 40)) | (value << 40));
    }

    function content(Version word) internal pure returns (uint256) {
        return (Version.unwrap(word) >> 56) & 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff;
    }

    function withContent(Version word, uint256 value) internal pure returns (Version) {
        if (value > 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Version.wrap((Version.unwrap(word) & ~uint256(0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff << 56)) | (value << 56));
    }

    function since(Version word) internal pure returns (uint256) {
        return Version.unwrap(word) >> 216;
    }

    function withSince(Version word, uint256 value) internal pure returns (Version) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Version.wrap((Version.unwrap(word) & ~uint256(0xffffffffff << 216)) | (value << 216));
    }

    /// Every word is.
    function valid(Version) internal pure returns (bool) {
        return true;
    }
}

// 承继 Succession: What came out of an entry, and whether it comes out of another.
// successions[entry], at map(entry, base+1) of dpr.versions
//
//      0–15      16  successors  how often all concerned agreed that another entry comes out of this one
//     16–39      24  remainder   version that the latest split left behind, 0 = none
//     40–41       2  kind        how this entry comes out of its predecessor
//     42–65      24  cleared     case for whose anchoring all concerned on the predecessor agreed, 0 = none
//    66–105      40  clearedAt   block time of that: it holds in that block only
//   106–129      24  edition     the predecessor's edition then: it holds while that is so
//   130–255     126              spare, always zero
type Succession is uint256;

using SuccessionLib for Succession global;

library SuccessionLib {
    function successors(Succession word) internal pure returns (uint256) {
        return Succession.unwrap(word) & 0xffff;
    }

    function withSuccessors(Succession word, uint256 value) internal pure returns (Succession) {
        if (value > 0xffff) revert FieldOverflow();
        return Succession.wrap((Succession.unwrap(word) & ~uint256(0xffff)) | value);
    }

    function remainder(Succession word) internal pure returns (uint256) {
        return (Succession.unwrap(word) >> 16) & 0xffffff;
    }

    function withRemainder(Succession word, uint256 value) internal pure returns (Succession) {
        if (value > 0xffffff) revert FieldOverflow();
        return Succession.wrap((Succession.unwrap(word) & ~uint256(0xffffff << 16)) | (value << 16));
    }

    function kind(Succession word) internal pure returns (uint256) {
        return (Succession.unwrap(word) >> 40) & 0x3;
    }

    function withKind(Succession word, uint256 value) internal pure returns (Succession) {
        if (value > 0x3) revert FieldOverflow();
        return Succession.wrap((Succession.unwrap(word) & ~uint256(0x3 << 40)) | (value << 40));
    }

    function cleared(Succession word) internal pure returns (uint256) {
        return (Succession.unwrap(word) >> 42) & 0xffffff;
    }

    function withCleared(Succession word, uint256 value) internal pure returns (Succession) {
        if (value > 0xffffff) revert FieldOverflow();
        return Succession.wrap((Succession.unwrap(word) & ~uint256(0xffffff << 42)) | (value << 42));
    }

    function clearedAt(Succession word) internal pure returns (uint256) {
        return (Succession.unwrap(word) >> 66) & 0xffffffffff;
    }

    function withClearedAt(Succession word, uint256 value) internal pure returns (Succession) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Succession.wrap((Succession.unwrap(word) & ~uint256(0xffffffffff << 66)) | (value << 66));
    }

    function edition(Succession word) internal pure returns (uint256) {
        return (Succession.unwrap(word) >> 106) & 0xffffff;
    }

    function withEdition(Succession word, uint256 value) internal pure returns (Succession) {
        if (value > 0xffffff) revert FieldOverflow();
        return Succession.wrap((Succession.unwrap(word) & ~uint256(0xffffff << 106)) | (value << 106));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Succession word) internal pure returns (bool) {
        return Succession.unwrap(word) & 0xfffffffffffffffffffffffffffffffc00000000000000000000000000000000 == 0;
    }
}

// 前手登记项 Predecessor: The entry that an entry comes out of, by a material change or a split.
// predecessors[entry], at map(entry, base+2) of dpr.versions
//
//     0–255     256  id  its EntryId
type Predecessor is uint256;

using PredecessorLib for Predecessor global;

library PredecessorLib {
    function id(Predecessor word) internal pure returns (uint256) {
        return Predecessor.unwrap(word);
    }

    function withId(Predecessor, uint256 value) internal pure returns (Predecessor) {
        return Predecessor.wrap(value);
    }

    /// Every word is.
    function valid(Predecessor) internal pure returns (bool) {
        return true;
    }
}
