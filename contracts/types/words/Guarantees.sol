// SPDX-License-Identifier: Apache-2.0
// Generated from guarantees.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant GUARANTEES = 0xda39d5007c843827a50b23ed1630916702f5daae093349611010b19f54ef2f00; // dpr.guarantees
}

/// GuaranteeState, one code a value.
library GuaranteeState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant EFFECTIVE = 1; // 生效
    uint256 internal constant CLAIMED = 2; // 已索偿
    uint256 internal constant PAID_OUT = 3; // 已代偿
    uint256 internal constant RELEASED = 4; // 已免除
    uint256 internal constant EXPIRED = 5; // 保证期间届满
}

/// GuaranteeMode, one code a value.
library GuaranteeMode {
    uint256 internal constant NONE = 0; // 未约定
    uint256 internal constant GENERAL = 1; // 一般保证
    uint256 internal constant JOINT_SEVERAL = 2; // 连带责任保证
}

// 保证 Guarantee: Somebody answers for a debt with all it has (SM-8); linked to the security of the same debt.
// guarantees[entry][number], at map(number, map(entry, base+0)) of dpr.guarantees
//
//       0–2       3  state      SM-8
//       3–4       2  mode       general when the contract is silent (rule 100)
//      5–28      24  guarantor  who answers
//     29–52      24  debtor     for whom
//     53–76      24  creditor   to whom
//    77–100      24  security   the security of the same debt, or the counter-guarantee of the recourse claim
//   101–114      14  coverage   share of the debt, basis points
//   115–130      16  from       first legal day to claim
//   131–146      16  until      last legal day to claim; six months after maturity when the contract is silent (rule 100)
//   147–151       5  acks       what the guarantor must acknowledge
//   152–167      16  claimed    legal day it was claimed, 0 = not yet
//   168–183      16  paid       legal day it was paid out, 0 = not yet
//   184–223      40  since      legal time of its last act
//   224–255      32             spare, always zero
type Guarantee is uint256;

using GuaranteeLib for Guarantee global;

library GuaranteeLib {
    function state(Guarantee word) internal pure returns (uint256) {
        return Guarantee.unwrap(word) & 0x7;
    }

    function withState(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0x7) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0x7)) | value);
    }

    function mode(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 3) & 0x3;
    }

    function withMode(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0x3) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0x3 << 3)) | (value << 3));
    }

    function guarantor(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 5) & 0xffffff;
    }

    function withGuarantor(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffffff << 5)) | (value << 5));
    }

    function debtor(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 29) & 0xffffff;
    }

    function withDebtor(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffffff << 29)) | (value << 29));
    }

    function creditor(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 53) & 0xffffff;
    }

    function withCreditor(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffffff << 53)) | (value << 53));
    }

    function security(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 77) & 0xffffff;
    }

    function withSecurity(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffffff << 77)) | (value << 77));
    }

    function coverage(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 101) & 0x3fff;
    }

    function withCoverage(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0x3fff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0x3fff << 101)) | (value << 101));
    }

    function from(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 115) & 0xffff;
    }

    function withFrom(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffff << 115)) | (value << 115));
    }

    function until(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 131) & 0xffff;
    }

    function withUntil(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffff << 131)) | (value << 131));
    }

    function acks(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 147) & 0x1f;
    }

    function withAcks(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0x1f) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0x1f << 147)) | (value << 147));
    }

    function claimed(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 152) & 0xffff;
    }

    function withClaimed(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffff << 152)) | (value << 152));
    }

    function paid(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 168) & 0xffff;
    }

    function withPaid(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffff << 168)) | (value << 168));
    }

    function since(Guarantee word) internal pure returns (uint256) {
        return (Guarantee.unwrap(word) >> 184) & 0xffffffffff;
    }

    function withSince(Guarantee word, uint256 value) internal pure returns (Guarantee) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Guarantee.wrap((Guarantee.unwrap(word) & ~uint256(0xffffffffff << 184)) | (value << 184));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Guarantee word) internal pure returns (bool) {
        return Guarantee.unwrap(word) & 0xffffffff00000000000000000000000000000000000000000000000000000000 == 0
            && state(word) <= 5
            && mode(word) <= 2;
    }
}
