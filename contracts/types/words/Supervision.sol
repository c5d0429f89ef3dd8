// SPDX-License-Identifier: Apache-2.0
// Generated from supervision.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant SUPERVISION = 0x47e218ff30687b49062970ae4c8a34b3acd3be0b63f522544a25f65cd91ef300; // dpr.supervision
}

/// OverdueClock, one code a value.
library OverdueClock {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACCEPT = 1; // 受理
    uint256 internal constant REVIEW = 2; // 审查
    uint256 internal constant DECIDE = 3; // 公示异议处理
    uint256 internal constant EXAMINE = 4; // 异议材料审核
    uint256 internal constant NOTIFY = 5; // 通知权利人
}

// 超期 Overdue: The latest clock of a case or objection that somebody reported as over (SM-1). What is overdue goes on as it stands.
// overdue[entry][number], at map(number, map(entry, base+0)) of dpr.supervision
//
//       0–2       3  clock      which clock
//      3–18      16  started    legal day it began; of a case the day of submission or acceptance
//     19–34      16  last       its last legal day by the calendar of the report
//     35–58      24  registrar  party whose clock it is
//     59–98      40  since      when it was reported, unix seconds
//    99–255     157             spare, always zero
type Overdue is uint256;

using OverdueLib for Overdue global;

library OverdueLib {
    function clock(Overdue word) internal pure returns (uint256) {
        return Overdue.unwrap(word) & 0x7;
    }

    function withClock(Overdue word, uint256 value) internal pure returns (Overdue) {
        if (value > 0x7) revert FieldOverflow();
        return Overdue.wrap((Overdue.unwrap(word) & ~uint256(0x7)) | value);
    }

    function started(Overdue word) internal pure returns (uint256) {
        return (Overdue.unwrap(word) >> 3) & 0xffff;
    }

    function withStarted(Overdue word, uint256 value) internal pure returns (Overdue) {
        if (value > 0xffff) revert FieldOverflow();
        return Overdue.wrap((Overdue.unwrap(word) & ~uint256(0xffff << 3)) | (value << 3));
    }

    function last(Overdue word) internal pure returns (uint256) {
        return (Overdue.unwrap(word) >> 19) & 0xffff;
    }

    function withLast(Overdue word, uint256 value) internal pure returns (Overdue) {
        if (value > 0xffff) revert FieldOverflow();
        return Overdue.wrap((Overdue.unwrap(word) & ~uint256(0xffff << 19)) | (value << 19));
    }

    function registrar(Overdue word) internal pure returns (uint256) {
        return (Overdue.unwrap(word) >> 35) & 0xffffff;
    }

    function withRegistrar(Overdue word, uint256 value) internal pure returns (Overdue) {
        if (value > 0xffffff) revert FieldOverflow();
        return Overdue.wrap((Overdue.unwrap(word) & ~uint256(0xffffff << 35)) | (value << 35));
    }

    function since(Overdue word) internal pure returns (uint256) {
        return (Overdue.unwrap(word) >> 59) & 0xffffffffff;
    }

    function withSince(Overdue word, uint256 value) internal pure returns (Overdue) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Overdue.wrap((Overdue.unwrap(word) & ~uint256(0xffffffffff << 59)) | (value << 59));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Overdue word) internal pure returns (bool) {
        return Overdue.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffff8000000000000000000000000 == 0
            && clock(word) <= 5;
    }
}
