// SPDX-License-Identifier: Apache-2.0
// Generated from enforcements.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant ENFORCEMENTS = 0xcc9a76db8b5e2a0de7da4bba2cc655c85fa311c806833c04cbed154aab883900; // dpr.enforcements
}

/// EnforcementState, one code a value.
library EnforcementState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OPENED = 1; // 已启动
    uint256 internal constant NOTICED = 2; // 已通知
    uint256 internal constant VALUED = 3; // 已评估
    uint256 internal constant METHOD_SET = 4; // 方式已定
    uint256 internal constant FAILED = 5; // 未成交
    uint256 internal constant SOLD = 6; // 已成交
    uint256 internal constant MANAGED = 7; // 强制管理中
    uint256 internal constant SETTLED = 8; // 已结算过户
    uint256 internal constant COMPLETED = 9; // 已完成
    uint256 internal constant ENDED = 10; // 已终结
}

/// EnforcementMethod, one code a value.
library EnforcementMethod {
    uint256 internal constant NONE = 0; // 未定
    uint256 internal constant AUCTION = 1; // 拍卖
    uint256 internal constant PRIVATE_SALE = 2; // 变卖
    uint256 internal constant DISCOUNT = 3; // 折价抵债
    uint256 internal constant COMPULSORY_LICENSING = 4; // 强制管理
}

/// EnforcementBasis, one code a value.
library EnforcementBasis {
    uint256 internal constant NONE = 0; // 未定
    uint256 internal constant AGREEMENT = 1; // 当事人协议
    uint256 internal constant COURT = 2; // 法院裁定
    uint256 internal constant SELF_HELP = 3; // 事先约定自行实现
}

/// EnforcementTrigger, one code a value.
library EnforcementTrigger {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant DEFAULT = 1; // 违约
    uint256 internal constant INSOLVENCY = 2; // 破产
    uint256 internal constant INSTRUMENT = 3; // 生效文书
    uint256 internal constant DEMAND = 4; // 担保人请求
}

/// Stay, one code a value.
library Stay {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OBJECTED = 1; // 异议审查
    uint256 internal constant SUSPENDED_BY_COURT = 2; // 法院中止
    uint256 internal constant BANKRUPTCY = 3; // 破产中止
}

/// RoundFailure, one code a value.
library RoundFailure {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant NO_BID = 1; // 流拍或无人应买
    uint256 internal constant NOT_PAID = 2; // 买受人未付款
}

/// EnforcementEnd, one code a value.
library EnforcementEnd {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant CURED = 1; // 已补救
    uint256 internal constant SATISFIED = 2; // 已清偿
    uint256 internal constant WITHDRAWN = 3; // 撤回
    uint256 internal constant ORDERED = 4; // 依生效文书
}

// 担保权实现 Enforcement: A security being realised (SM-9): by sale, by set-off at a value, or by managing the right and taking its income.
// enforcements[entry][number], at map(number, map(entry, base+0)) of dpr.enforcements
//
//       0–3       4  state      SM-9
//       4–6       3  method     how the right is realised
//       7–8       2  basis      by whose will it is realised so
//      9–11       3  trigger    why it was opened (rules 93, 94)
//     12–13       2  stay       what stops it now (rule 99)
//     14–16       3  rights     rights that are realised
//     17–20       4  rounds     rounds nobody bid in
//     21–44      24  security   the security that is realised
//     45–68      24  court      court whose instrument it follows, 0 = none
//     69–92      24  ordered    line by which that court's latest instrument was entered
//    93–108      16  noticed    legal day of the latest notice to interest holders (rule 96)
//   109–132      24  valuation  attestation of value relied on (rule 95)
//   133–156      24  buyer      party the rights are sold to, 0 = nobody yet
//   157–180      24  settled    line of the settlement, 0 = not yet: what is older falls or stays by law (rules 51, 97)
//   181–196      16  settledOn  legal day of the settlement
//   197–236      40  since      legal time of its last act
//   237–255      19             spare, always zero
type Enforcement is uint256;

using EnforcementLib for Enforcement global;

library EnforcementLib {
    function state(Enforcement word) internal pure returns (uint256) {
        return Enforcement.unwrap(word) & 0xf;
    }

    function withState(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xf) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xf)) | value);
    }

    function method(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 4) & 0x7;
    }

    function withMethod(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0x7) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0x7 << 4)) | (value << 4));
    }

    function basis(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 7) & 0x3;
    }

    function withBasis(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0x3) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0x3 << 7)) | (value << 7));
    }

    function trigger(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 9) & 0x7;
    }

    function withTrigger(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0x7) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0x7 << 9)) | (value << 9));
    }

    function stay(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 12) & 0x3;
    }

    function withStay(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0x3) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0x3 << 12)) | (value << 12));
    }

    function rights(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 14) & 0x7;
    }

    function withRights(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0x7) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0x7 << 14)) | (value << 14));
    }

    function rounds(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 17) & 0xf;
    }

    function withRounds(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xf) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xf << 17)) | (value << 17));
    }

    function security(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 21) & 0xffffff;
    }

    function withSecurity(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffff << 21)) | (value << 21));
    }

    function court(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 45) & 0xffffff;
    }

    function withCourt(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffff << 45)) | (value << 45));
    }

    function ordered(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 69) & 0xffffff;
    }

    function withOrdered(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffff << 69)) | (value << 69));
    }

    function noticed(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 93) & 0xffff;
    }

    function withNoticed(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffff << 93)) | (value << 93));
    }

    function valuation(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 109) & 0xffffff;
    }

    function withValuation(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffff << 109)) | (value << 109));
    }

    function buyer(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 133) & 0xffffff;
    }

    function withBuyer(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffff << 133)) | (value << 133));
    }

    function settled(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 157) & 0xffffff;
    }

    function withSettled(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffff << 157)) | (value << 157));
    }

    function settledOn(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 181) & 0xffff;
    }

    function withSettledOn(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffff << 181)) | (value << 181));
    }

    function since(Enforcement word) internal pure returns (uint256) {
        return (Enforcement.unwrap(word) >> 197) & 0xffffffffff;
    }

    function withSince(Enforcement word, uint256 value) internal pure returns (Enforcement) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Enforcement.wrap((Enforcement.unwrap(word) & ~uint256(0xffffffffff << 197)) | (value << 197));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Enforcement word) internal pure returns (bool) {
        return Enforcement.unwrap(word) & 0xffffe00000000000000000000000000000000000000000000000000000000000 == 0
            && state(word) <= 10
            && method(word) <= 4
            && trigger(word) <= 4;
    }
}

// 强制管理 Management: The right is managed for its creditors: the operator licenses in the holder's place and takes the income.
// managements[entry], at map(entry, base+1) of dpr.enforcements
//
//      0–23      24  operator     party that licenses in the holder's place
//     24–47      24  enforcement  for which enforcement
//     48–63      16  from         first legal day of the income period
//     64–79      16  until        last legal day of it
//     80–95      16  through      last legal day whose income is reported
//     96–96       1  over         1 when the right was returned
//    97–255     159               spare, always zero
type Management is uint256;

using ManagementLib for Management global;

library ManagementLib {
    function operator(Management word) internal pure returns (uint256) {
        return Management.unwrap(word) & 0xffffff;
    }

    function withOperator(Management word, uint256 value) internal pure returns (Management) {
        if (value > 0xffffff) revert FieldOverflow();
        return Management.wrap((Management.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function enforcement(Management word) internal pure returns (uint256) {
        return (Management.unwrap(word) >> 24) & 0xffffff;
    }

    function withEnforcement(Management word, uint256 value) internal pure returns (Management) {
        if (value > 0xffffff) revert FieldOverflow();
        return Management.wrap((Management.unwrap(word) & ~uint256(0xffffff << 24)) | (value << 24));
    }

    function from(Management word) internal pure returns (uint256) {
        return (Management.unwrap(word) >> 48) & 0xffff;
    }

    function withFrom(Management word, uint256 value) internal pure returns (Management) {
        if (value > 0xffff) revert FieldOverflow();
        return Management.wrap((Management.unwrap(word) & ~uint256(0xffff << 48)) | (value << 48));
    }

    function until(Management word) internal pure returns (uint256) {
        return (Management.unwrap(word) >> 64) & 0xffff;
    }

    function withUntil(Management word, uint256 value) internal pure returns (Management) {
        if (value > 0xffff) revert FieldOverflow();
        return Management.wrap((Management.unwrap(word) & ~uint256(0xffff << 64)) | (value << 64));
    }

    function through(Management word) internal pure returns (uint256) {
        return (Management.unwrap(word) >> 80) & 0xffff;
    }

    function withThrough(Management word, uint256 value) internal pure returns (Management) {
        if (value > 0xffff) revert FieldOverflow();
        return Management.wrap((Management.unwrap(word) & ~uint256(0xffff << 80)) | (value << 80));
    }

    function over(Management word) internal pure returns (uint256) {
        return (Management.unwrap(word) >> 96) & 0x1;
    }

    function withOver(Management word, uint256 value) internal pure returns (Management) {
        if (value > 0x1) revert FieldOverflow();
        return Management.wrap((Management.unwrap(word) & ~uint256(0x1 << 96)) | (value << 96));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Management word) internal pure returns (bool) {
        return Management.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffe000000000000000000000000 == 0;
    }
}
