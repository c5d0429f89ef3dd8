// SPDX-License-Identifier: Apache-2.0
// Generated from attestations.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant ATTESTATIONS = 0xb609d8d7d7a616eb15cc1a8e0debaa3a7372d7418b866a3922cd7061989cf800; // dpr.attestations
}

/// AttestationKind, one code a value.
library AttestationKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant VALUATION = 1; // 资产评估
    uint256 internal constant QUALITY = 2; // 质量评测
    uint256 internal constant COMPLIANCE = 3; // 合规意见
    uint256 internal constant SECURITY = 4; // 安全评测
    uint256 internal constant ACCOUNTING = 5; // 入表会计意见
    uint256 internal constant CAPABILITY = 6; // 能力评估
    uint256 internal constant ETHICS = 7; // 伦理审查
    uint256 internal constant LEGAL_TITLE = 8; // 权属法律意见
    uint256 internal constant RECHARACTERISATION = 9; // 交易定性意见
}

/// AttestationState, one code a value.
library AttestationState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ISSUED = 1; // 待复签
    uint256 internal constant ACTIVE = 2; // 有效
    uint256 internal constant SUPERSEDED = 3; // 已被替代
    uint256 internal constant REVOKED = 4; // 已撤销
}

/// AttestationPurpose, one code a value.
library AttestationPurpose {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant PLEDGE = 1; // 质押
    uint256 internal constant LEASE = 2; // 融资租赁
    uint256 internal constant BOOKING = 3; // 入表
    uint256 internal constant CONTRIBUTION = 4; // 出资
    uint256 internal constant TRANSFER = 5; // 转让
    uint256 internal constant LISTING = 6; // 上架
    uint256 internal constant DISPOSAL = 7; // 处置
}

/// Headline, one code a value.
library Headline {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant STATED = 1; // 以报告所载为准
    uint256 internal constant PASSED = 2; // 通过
    uint256 internal constant CONDITIONAL = 3; // 附条件通过
    uint256 internal constant NOT_PASSED = 4; // 不通过
    uint256 internal constant LEVEL_1 = 5; // 一级
    uint256 internal constant LEVEL_2 = 6; // 二级
    uint256 internal constant LEVEL_3 = 7; // 三级
    uint256 internal constant LEVEL_4 = 8; // 四级
    uint256 internal constant LEVEL_5 = 9; // 五级
}

/// RevocationReason, one code a value.
library RevocationReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ERROR = 1; // 报告错误
    uint256 internal constant FACTS_CHANGED = 2; // 情况变化
    uint256 internal constant MATERIAL_FALSE = 3; // 材料虚假
    uint256 internal constant MISCONDUCT = 4; // 执业违规
    uint256 internal constant SUPERVISION = 5; // 监管决定
}

// 评估与意见 Attestation: What an accredited body says of a data object (SM-10); expiry is derived from until, suspension from its accreditation.
// attestations[entry][number], at map(number, map(entry, base+0)) of dpr.attestations
//
//       0–3       4  kind       what it is about
//       4–6       3  state      SM-10
//       7–9       3  purpose    what it was made for (rule 80)
//     10–13       4  headline   its public conclusion
//     14–16       3  rights     rights it is about, 0 = the data as a whole
//     17–40      24  attestor   party that says it
//     41–64      24  signer     officer who signed first: never the countersigner
//     65–80      16  base       legal day it speaks of (rule 80)
//     81–96      16  until      last legal day it is valid
//    97–112      16  issued     legal day it was issued
//   113–136      24  successor  attestation that superseded it, 0 = none
//   137–176      40  since      legal time of its last act
//   177–255      79             spare, always zero
type Attestation is uint256;

using AttestationLib for Attestation global;

library AttestationLib {
    function kind(Attestation word) internal pure returns (uint256) {
        return Attestation.unwrap(word) & 0xf;
    }

    function withKind(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xf) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xf)) | value);
    }

    function state(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 4) & 0x7;
    }

    function withState(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0x7) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0x7 << 4)) | (value << 4));
    }

    function purpose(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 7) & 0x7;
    }

    function withPurpose(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0x7) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0x7 << 7)) | (value << 7));
    }

    function headline(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 10) & 0xf;
    }

    function withHeadline(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xf) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xf << 10)) | (value << 10));
    }

    function rights(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 14) & 0x7;
    }

    function withRights(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0x7) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0x7 << 14)) | (value << 14));
    }

    function attestor(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 17) & 0xffffff;
    }

    function withAttestor(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffffff << 17)) | (value << 17));
    }

    function signer(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 41) & 0xffffff;
    }

    function withSigner(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffffff << 41)) | (value << 41));
    }

    function base(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 65) & 0xffff;
    }

    function withBase(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffff << 65)) | (value << 65));
    }

    function until(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 81) & 0xffff;
    }

    function withUntil(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffff << 81)) | (value << 81));
    }

    function issued(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 97) & 0xffff;
    }

    function withIssued(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffff << 97)) | (value << 97));
    }

    function successor(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 113) & 0xffffff;
    }

    function withSuccessor(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffffff << 113)) | (value << 113));
    }

    function since(Attestation word) internal pure returns (uint256) {
        return (Attestation.unwrap(word) >> 137) & 0xffffffffff;
    }

    function withSince(Attestation word, uint256 value) internal pure returns (Attestation) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Attestation.wrap((Attestation.unwrap(word) & ~uint256(0xffffffffff << 137)) | (value << 137));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Attestation word) internal pure returns (bool) {
        return Attestation.unwrap(word) & 0xfffffffffffffffffffe00000000000000000000000000000000000000000000 == 0
            && kind(word) <= 9
            && state(word) <= 4
            && headline(word) <= 9;
    }
}
