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
    uint256 internal constant INCOMPLETE = 5; // 材料待补
    uint256 internal constant LAPSED = 6; // 已失效
    uint256 internal constant NOTIFIED = 7; // 已通知权利人
    uint256 internal constant ADMITTED = 8; // 权利人认可
    uint256 internal constant CONTESTED = 9; // 权利人异议
    uint256 internal constant INVESTIGATING = 10; // 调查中
    uint256 internal constant CONCLUDED = 11; // 已出具结论
    uint256 internal constant ACCEPTED = 12; // 双方接受结论
    uint256 internal constant REJECTED = 13; // 一方不接受结论
    uint256 internal constant LITIGATION = 14; // 诉讼或仲裁中
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

/// HolderResponse, one code a value.
library HolderResponse {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ADMIT = 1; // 认可
    uint256 internal constant CONTEST = 2; // 不认可
    uint256 internal constant SILENT = 3; // 逾期未答复
}

/// ObjectionOutcome, one code a value.
library ObjectionOutcome {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant CHANGED = 1; // 已变更
    uint256 internal constant CANCELLED = 2; // 已注销
    uint256 internal constant STANDS = 3; // 维持
}

/// DisputeSide, one bit a value.
library DisputeSide {
    uint256 internal constant OBJECTOR = 1 << 0; // 异议人
    uint256 internal constant HOLDER = 1 << 1; // 权利人
}

/// ObjectionFlag, one bit a value.
library ObjectionFlag {
    uint256 internal constant RETURNED = 1 << 0;
    uint256 internal constant MEDIATING = 1 << 1;
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
//    99–114      16  filed       legal day of receipt
//   115–130      16  completed   legal day found complete
//   131–136       6  limit       working days of the running clock: to decide (notice, rule 27), to notify the holder (after, rule 38), to answer, to sue
//   137–139       3  rights      rights in dispute
//   140–155      16  run         legal day the running clock began (not counted), 0 = none runs
//   156–157       2  response    what the holder said to it
//   158–159       2  accepted    who accepted the conclusion
//   160–161       2  outcome     what became of the entry
//   162–165       4  flags       material asked for once; mediation goes on
//   166–189      24  change      the case, or the line of an instrument or correction, that changed the entry; 0 = none
//   190–255      66              spare, always zero
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

    function run(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 140) & 0xffff;
    }

    function withRun(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffff << 140)) | (value << 140));
    }

    function response(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 156) & 0x3;
    }

    function withResponse(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3 << 156)) | (value << 156));
    }

    function accepted(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 158) & 0x3;
    }

    function withAccepted(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3 << 158)) | (value << 158));
    }

    function outcome(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 160) & 0x3;
    }

    function withOutcome(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0x3) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0x3 << 160)) | (value << 160));
    }

    function flags(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 162) & 0xf;
    }

    function withFlags(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xf) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xf << 162)) | (value << 162));
    }

    function change(Objection word) internal pure returns (uint256) {
        return (Objection.unwrap(word) >> 166) & 0xffffff;
    }

    function withChange(Objection word, uint256 value) internal pure returns (Objection) {
        if (value > 0xffffff) revert FieldOverflow();
        return Objection.wrap((Objection.unwrap(word) & ~uint256(0xffffff << 166)) | (value << 166));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Objection word) internal pure returns (bool) {
        return Objection.unwrap(word) & 0xffffffffffffffffc00000300000000000000000000000000000000000000000 == 0
            && state(word) <= 14
            && ground(word) <= 6;
    }
}
