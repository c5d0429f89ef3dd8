// SPDX-License-Identifier: Apache-2.0
// Generated from objections.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant OBJECTIONS = 0xc490662363519f74668bca8140d5c060294173a494b8658df82ce8dd6cf5ec00; // dpr.objections
}

/// ObjectionPhase, one code a value.
library ObjectionPhase {
    uint256 internal constant NOTICE = 0; // 公示期
    uint256 internal constant AFTER = 1; // 登记后
}

/// ObjectionState, one code a value.
library ObjectionState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant FILED = 1; // 已提出
    uint256 internal constant COMPLETE = 2; // 材料齐全
    uint256 internal constant RESOLVED = 3; // 已处理
    uint256 internal constant WITHDRAWN = 4; // 已撤回
}

/// Ground, one code a value.
library Ground {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OWNERSHIP = 1; // 权属
    uint256 internal constant ERROR = 2; // 登记错误
    uint256 internal constant UNLAWFUL_SOURCE = 3; // 来源违法
    uint256 internal constant DUPLICATE = 4; // 重复登记
    uint256 internal constant SECURITY_FILING = 5; // 担保登记
    uint256 internal constant OTHER = 6; // 其他
}

/// Conclusion, one code a value.
library Conclusion {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant UPHELD = 1; // 成立
    uint256 internal constant PARTLY = 2; // 部分成立
    uint256 internal constant DISMISSED = 3; // 不成立
}

// 异议 Objection: An objection, in a notice or after registration (SM-3). Its DISPUTE burden has the same number.
// objections[entry][number], at map(number, map(entry, base+0)) of dpr.objections
//
//       0–3       4  state       SM-3
//       4–4       1  phase       in the notice or after registration
//       5–8       4  ground      why
//      9–10       2  conclusion  how it was decided
//     11–34      24  objector    party objecting
//     35–58      24  caseNumber  the case in notice, 0 after registration
//     59–98      40  since       legal time of its last act
//    99–114      16  filed       legal day of receipt: clocks start here
//   115–130      16  completed   legal day found complete
//   131–136       6  limit       working days to decide (notice, rule 27) or to notify the holder (after, rule 38)
//   137–139       3  rights      rights in dispute
//   140–255     116              spare, always zero
type Objection is uint256;

using ObjectionLib for Objection global;

library ObjectionLib {
    function state(Objection word) internal pure returns (uint256) {
        return Objection.unwrap(word) & 0xf;
    }

    function withState(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xf) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xf)) | value);
    }

    function phase(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 4) & 0x1;
    }

    function withPhase(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x1) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x1 << 4)) | (value << 4));
    }

    function ground(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 5) & 0xf;
    }

    function withGround(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xf) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xf << 5)) | (value << 5));
    }

    function conclusion(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 9) & 0x3;
    }

    function withConclusion(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3 << 9)) | (value << 9));
    }

    function objector(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 11) & 0xffffff;
    }

    function withObjector(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffff << 11)) | (value << 11));
    }

    function caseNumber(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 35) & 0xffffff;
    }

    function withCaseNumber(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffff << 35)) | (value << 35));
    }

    function since(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 59) & 0xffffffffff;
    }

    function withSince(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffffffff << 59)) | (value << 59));
    }

    function filed(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 99) & 0xffff;
    }

    function withFiled(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffff << 99)) | (value << 99));
    }

    function completed(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 115) & 0xffff;
    }

    function withCompleted(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffff << 115)) | (value << 115));
    }

    function limit(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 131) & 0x3f;
    }

    function withLimit(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3f) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3f << 131)) | (value << 131));
    }

    function rights(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 137) & 0x7;
    }

    function withRights(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x7) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x7 << 137)) | (value << 137));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Objection word) internal pure returns (bool) {
        return Objection.unwrap(word) & 0xfffffffffffffffffffffffffffff00000000000000000000000000000000000 == 0
            && state(word) <= 4
            && ground(word) <= 6;
    }
}
