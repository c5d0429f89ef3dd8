// SPDX-License-Identifier: Apache-2.0
// Generated from securities.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant SECURITIES = 0x5bcf46a3a0499a444331dd2ede8b0399cfc82104e67e5a388b6ebd5684359300; // dpr.securities
}

/// SecurityState, one code a value.
library SecurityState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant RECORDED = 1; // 链上备案
    uint256 internal constant PERFECTED = 2; // 已公示登记
    uint256 internal constant LAPSED = 3; // 公示失效
    uint256 internal constant RELEASED = 4; // 已解除
    uint256 internal constant VOIDED = 5; // 备案失效
    uint256 internal constant ENFORCING = 6; // 实现中
    uint256 internal constant REALISED = 7; // 已实现
    uint256 internal constant PARTLY_REALISED = 8; // 部分实现
    uint256 internal constant EXTINGUISHED = 9; // 已消灭
}

/// Characterisation, one code a value.
library Characterisation {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant RIGHT_PLEDGE_440_7 = 1; // 权利质权（民法典440条7项）
    uint256 internal constant DATA_IP_PLEDGE_444 = 2; // 数据知识产权质权（444条）
    uint256 internal constant MORTGAGE_395_7 = 3; // 抵押权（395条7项）
    uint256 internal constant ATYPICAL_63 = 4; // 非典型担保（担保解释63条）
    uint256 internal constant RECEIVABLE_PLEDGE_445 = 5; // 应收账款质权（445条）
    uint256 internal constant TITLE_TRANSFER_68 = 6; // 让与担保（担保解释68条）
    uint256 internal constant FINANCE_LEASE = 7; // 融资租赁（民法典745条）
}

/// ClaimType, one code a value.
library ClaimType {
    uint256 internal constant ORDINARY = 0; // 一般
    uint256 internal constant MAX_AMOUNT = 1; // 最高额
}

/// SecurityPurpose, one code a value.
library SecurityPurpose {
    uint256 internal constant PRINCIPAL = 0; // 担保主债权
    uint256 internal constant COUNTER_GUARANTEE = 1; // 反担保
}

/// Provider, one code a value.
library Provider {
    uint256 internal constant DEBTOR = 0; // 债务人提供
    uint256 internal constant THIRD_PARTY = 1; // 第三人提供
}

/// EnforcementOrder, one code a value.
library EnforcementOrder {
    uint256 internal constant DEBTOR_FIRST = 0; // 债务人财产在先
    uint256 internal constant SECURITY_FIRST = 1; // 担保物在先
    uint256 internal constant GUARANTEE_FIRST = 2; // 保证在先
    uint256 internal constant ANY = 3; // 不分先后
}

/// DefaultEvent, one code a value.
library DefaultEvent {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant PAYMENT = 1; // 逾期付款
    uint256 internal constant COVENANT = 2; // 违反约定
    uint256 internal constant VALUE_LOSS = 3; // 价值减损
    uint256 internal constant SOURCE_LOSS = 4; // 来源丧失
    uint256 internal constant CROSS_DEFAULT = 5; // 交叉违约
    uint256 internal constant INSOLVENCY = 6; // 破产
    uint256 internal constant OTHER = 7; // 其他
}

/// CrystallisationCause, one code a value.
library CrystallisationCause {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant WINDOW_ENDED = 1; // 债权确定期间届满
    uint256 internal constant NO_NEW_CLAIMS = 2; // 新的债权不可能发生
    uint256 internal constant SEIZURE_NOTIFIED = 3; // 知悉查封扣押
    uint256 internal constant INSOLVENCY = 4; // 破产或解散
    uint256 internal constant OTHER = 5; // 法定其他情形
}

/// FilingAct, one code a value.
library FilingAct {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant INITIAL = 1; // 初始登记
    uint256 internal constant AMEND = 2; // 变更登记
    uint256 internal constant EXTEND = 3; // 展期登记
    uint256 internal constant CANCEL = 4; // 注销登记
}

/// FilingStatus, one code a value.
library FilingStatus {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant UNVERIFIED = 1; // 待复核
    uint256 internal constant VERIFIED = 2; // 已复核
    uint256 internal constant MISMATCH = 3; // 不一致
}

/// MismatchReason, one code a value.
library MismatchReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant NUMBER = 1; // 登记编号不符
    uint256 internal constant GRANTOR = 2; // 担保人不符
    uint256 internal constant DESCRIPTION = 3; // 财产描述不符
    uint256 internal constant TIME_OR_TERM = 4; // 时间或期限不符
    uint256 internal constant PROOF = 5; // 证明文件不符
}

/// FilingVenue, one code a value.
library FilingVenue {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ZDW_CAT1 = 1; // 中登网一类
    uint256 internal constant ZDW_CAT2 = 2; // 中登网二类
    uint256 internal constant ZDW_CAT3 = 3; // 中登网三类
    uint256 internal constant ZDW_CAT4 = 4; // 中登网四类
    uint256 internal constant ZDW_CAT5 = 5; // 中登网五类
    uint256 internal constant ZDW_CAT6 = 6; // 中登网六类
    uint256 internal constant ZDW_CAT7 = 7; // 中登网七类
    uint256 internal constant NATIONAL_DPR = 8; // 国家数据产权登记
    uint256 internal constant ZJ_DATA_IP = 9; // 浙江数据知识产权平台
    uint256 internal constant CNIPA = 10; // 国家知识产权局
    uint256 internal constant COURT = 11; // 法院
    uint256 internal constant OTHER_EXCHANGE = 12; // 其他交易场所
}

/// AmendmentMark, one bit a value.
library AmendmentMark {
    uint256 internal constant ADVERSE = 1 << 0; // 对后顺位不利
    uint256 internal constant RENEWAL_COVENANT = 1 << 1; // 约定续期
}

/// SecuredScope, one bit a value.
library SecuredScope {
    uint256 internal constant INTEREST = 1 << 0; // 利息
    uint256 internal constant DEFAULT_INTEREST = 1 << 1; // 违约金
    uint256 internal constant DAMAGES = 1 << 2; // 损害赔偿金
    uint256 internal constant COSTS_OF_REALISATION = 1 << 3; // 实现担保权费用
    uint256 internal constant CUSTODY = 1 << 4; // 保管费用
}

/// SecurityFlag, one bit a value.
library SecurityFlag {
    uint256 internal constant FORFEITURE_FREE = 1 << 0;
    uint256 internal constant INCLUDES_PROCEEDS = 1 << 1;
    uint256 internal constant INCLUDES_DERIVED = 1 << 2;
    uint256 internal constant SELF_HELP = 1 << 3;
    uint256 internal constant NEGATIVE_PLEDGE = 1 << 4;
    uint256 internal constant PURCHASE_MONEY = 1 << 5;
    uint256 internal constant RENEWAL_COVENANT = 1 << 6;
    uint256 internal constant CANCEL_FILED = 1 << 7;
    uint256 internal constant ESCALATED = 1 << 8;
}

// 担保权 Security: A security interest (SM-6). Its SECURITY burden has the same number: creditor, grantor, rights, effects and time of the last act stand there.
// securities[entry][number], at map(number, map(entry, base+0)) of dpr.securities
//
//       0–3       4  state         SM-6; recording is not perfection (rule 67)
//       4–6       3  character     what it is in law, as the parties chose
//       7–7       1  claim         one claim or up to a maximum
//       8–8       1  purpose       what for (rule 105)
//       9–9       1  provider      the debtor or a third party
//     10–21      12  flags         what is attested and agreed, and what happened
//     22–33      12  clause        restrictions agreed beyond those of its character (rule 74)
//     34–38       5  venue         where it is filed
//     39–78      40  filedAt       when the verified filing was made, unix seconds: rank (rule 68)
//    79–102      24  sequence      number within equal times at the venue (rule 68)
//   103–118      16  until         last legal day of the filing (rule 71)
//   119–142      24  behind        security it stands behind by agreement or subrogation, 0 = none
//   143–166      24  splitOf       security it was split from, 0 = none
//   167–182      16  delivered     legal day of delivery, for purchase money
//   183–198      16  crystallised  legal day a maximum was fixed, 0 = not yet (rule 88)
//   199–214      16  closed        legal day it ended
//   215–220       6  cancelDays    working days to cancel the filing after release (rule 90)
//   221–244      24  judged        judgment that found a lease to be it, 0 = none: licences before it met the lease's burden (rule 51)
//   245–255      11                spare, always zero
type Security is uint256;

using SecurityLib for Security global;

library SecurityLib {
    function state(Security word) internal pure returns (uint256) {
        return Security.unwrap(word) & 0xf;
    }

    function withState(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xf) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xf)) | value);
    }

    function character(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 4) & 0x7;
    }

    function withCharacter(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0x7) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0x7 << 4)) | (value << 4));
    }

    function claim(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 7) & 0x1;
    }

    function withClaim(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0x1) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0x1 << 7)) | (value << 7));
    }

    function purpose(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 8) & 0x1;
    }

    function withPurpose(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0x1) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0x1 << 8)) | (value << 8));
    }

    function provider(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 9) & 0x1;
    }

    function withProvider(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0x1) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0x1 << 9)) | (value << 9));
    }

    function flags(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 10) & 0xfff;
    }

    function withFlags(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xfff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xfff << 10)) | (value << 10));
    }

    function clause(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 22) & 0xfff;
    }

    function withClause(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xfff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xfff << 22)) | (value << 22));
    }

    function venue(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 34) & 0x1f;
    }

    function withVenue(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0x1f) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0x1f << 34)) | (value << 34));
    }

    function filedAt(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 39) & 0xffffffffff;
    }

    function withFiledAt(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffffffffff << 39)) | (value << 39));
    }

    function sequence(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 79) & 0xffffff;
    }

    function withSequence(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffffff << 79)) | (value << 79));
    }

    function until(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 103) & 0xffff;
    }

    function withUntil(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffff << 103)) | (value << 103));
    }

    function behind(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 119) & 0xffffff;
    }

    function withBehind(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffffff << 119)) | (value << 119));
    }

    function splitOf(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 143) & 0xffffff;
    }

    function withSplitOf(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffffff << 143)) | (value << 143));
    }

    function delivered(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 167) & 0xffff;
    }

    function withDelivered(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffff << 167)) | (value << 167));
    }

    function crystallised(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 183) & 0xffff;
    }

    function withCrystallised(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffff << 183)) | (value << 183));
    }

    function closed(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 199) & 0xffff;
    }

    function withClosed(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffff << 199)) | (value << 199));
    }

    function cancelDays(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 215) & 0x3f;
    }

    function withCancelDays(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0x3f) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0x3f << 215)) | (value << 215));
    }

    function judged(Security word) internal pure returns (uint256) {
        return (Security.unwrap(word) >> 221) & 0xffffff;
    }

    function withJudged(Security word, uint256 value) internal pure returns (Security) {
        if (value > 0xffffff) revert FieldOverflow();
        return Security.wrap((Security.unwrap(word) & ~uint256(0xffffff << 221)) | (value << 221));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Security word) internal pure returns (bool) {
        return Security.unwrap(word) & 0xffe0000000000000000000000000000000000000000000000000000300380000 == 0
            && state(word) <= 9
            && venue(word) <= 12;
    }
}

// 被担保债权 Debt: What a security secures; amounts are committed to, never shown.
// debts[entry][number], at map(number, map(entry, base+1)) of dpr.securities
//
//      0–23      24  debtor        who owes
//     24–39      16  maturity      legal day it falls due
//     40–55      16  windowFrom    maximum amount: first day claims may arise
//     56–71      16  windowUntil   maximum amount: last day
//     72–95      24  valuation     attestation of value relied on, 0 = none
//    96–109      14  cap           loan to value at most, basis points
//   110–111       2  order         which security is realised first (rule 92)
//   112–117       6  scope         what is secured besides the principal
//   118–137      20  place         where it is registered, GB/T 2260: jurisdiction (rule 98)
//   138–161      24  takeover      party that operates the data when the grantor is put out, 0 = none
//   162–177      16  defaulted     legal day of the notice of default, 0 = none (rule 94)
//   178–193      16  cureUntil     last legal day to cure
//   194–197       4  cause         what happened
//   198–213      16  demanded      legal day the grantor demanded realisation, 0 = none (rule 93)
//   214–229      16  releaseAsked  legal day release was asked for, 0 = none
//   230–253      24  guarantee     guarantee of the same debt, or behind a counter-guarantee, 0 = none (rule 105)
//   254–255       2                spare, always zero
type Debt is uint256;

using DebtLib for Debt global;

library DebtLib {
    function debtor(Debt word) internal pure returns (uint256) {
        return Debt.unwrap(word) & 0xffffff;
    }

    function withDebtor(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function maturity(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 24) & 0xffff;
    }

    function withMaturity(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 24)) | (value << 24));
    }

    function windowFrom(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 40) & 0xffff;
    }

    function withWindowFrom(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 40)) | (value << 40));
    }

    function windowUntil(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 56) & 0xffff;
    }

    function withWindowUntil(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 56)) | (value << 56));
    }

    function valuation(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 72) & 0xffffff;
    }

    function withValuation(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffffff << 72)) | (value << 72));
    }

    function cap(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 96) & 0x3fff;
    }

    function withCap(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0x3fff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0x3fff << 96)) | (value << 96));
    }

    function order(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 110) & 0x3;
    }

    function withOrder(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0x3) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0x3 << 110)) | (value << 110));
    }

    function scope(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 112) & 0x3f;
    }

    function withScope(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0x3f) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0x3f << 112)) | (value << 112));
    }

    function place(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 118) & 0xfffff;
    }

    function withPlace(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xfffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xfffff << 118)) | (value << 118));
    }

    function takeover(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 138) & 0xffffff;
    }

    function withTakeover(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffffff << 138)) | (value << 138));
    }

    function defaulted(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 162) & 0xffff;
    }

    function withDefaulted(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 162)) | (value << 162));
    }

    function cureUntil(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 178) & 0xffff;
    }

    function withCureUntil(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 178)) | (value << 178));
    }

    function cause(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 194) & 0xf;
    }

    function withCause(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xf) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xf << 194)) | (value << 194));
    }

    function demanded(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 198) & 0xffff;
    }

    function withDemanded(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 198)) | (value << 198));
    }

    function releaseAsked(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 214) & 0xffff;
    }

    function withReleaseAsked(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffff << 214)) | (value << 214));
    }

    function guarantee(Debt word) internal pure returns (uint256) {
        return (Debt.unwrap(word) >> 230) & 0xffffff;
    }

    function withGuarantee(Debt word, uint256 value) internal pure returns (Debt) {
        if (value > 0xffffff) revert FieldOverflow();
        return Debt.wrap((Debt.unwrap(word) & ~uint256(0xffffff << 230)) | (value << 230));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Debt word) internal pure returns (bool) {
        return Debt.unwrap(word) & 0xc000000000000000000000000000000000200000000000000000000000000000 == 0
            && cause(word) <= 7;
    }
}

// 外部登记 ExternalFiling: The latest filing at another register that was imported for a security or lease: a fact from outside, contestable.
// filings[entry][number], at map(number, map(entry, base+2)) of dpr.securities
//
//       0–2       3  kind      what was filed
//       3–4       2  status    whether a second person found it true (rule 3)
//       5–9       5  venue     where
//     10–49      40  filedAt   when, unix seconds; may be long ago
//     50–73      24  sequence  number within equal times at the venue
//     74–89      16  until     last legal day of its term
//    90–113      24  importer  officer who imported it
//   114–209      96  papers    low bits of keccak256(number, description, proof): both persons have seen the same
//   210–255      46            spare, always zero
type ExternalFiling is uint256;

using ExternalFilingLib for ExternalFiling global;

library ExternalFilingLib {
    function kind(ExternalFiling word) internal pure returns (uint256) {
        return ExternalFiling.unwrap(word) & 0x7;
    }

    function withKind(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0x7) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0x7)) | value);
    }

    function status(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 3) & 0x3;
    }

    function withStatus(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0x3) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0x3 << 3)) | (value << 3));
    }

    function venue(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 5) & 0x1f;
    }

    function withVenue(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0x1f) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0x1f << 5)) | (value << 5));
    }

    function filedAt(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 10) & 0xffffffffff;
    }

    function withFiledAt(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0xffffffffff << 10)) | (value << 10));
    }

    function sequence(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 50) & 0xffffff;
    }

    function withSequence(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0xffffff) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0xffffff << 50)) | (value << 50));
    }

    function until(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 74) & 0xffff;
    }

    function withUntil(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0xffff) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0xffff << 74)) | (value << 74));
    }

    function importer(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 90) & 0xffffff;
    }

    function withImporter(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0xffffff) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0xffffff << 90)) | (value << 90));
    }

    function papers(ExternalFiling word) internal pure returns (uint256) {
        return (ExternalFiling.unwrap(word) >> 114) & 0xffffffffffffffffffffffff;
    }

    function withPapers(ExternalFiling word, uint256 value) internal pure returns (ExternalFiling) {
        if (value > 0xffffffffffffffffffffffff) revert FieldOverflow();
        return ExternalFiling.wrap((ExternalFiling.unwrap(word) & ~uint256(0xffffffffffffffffffffffff << 114)) | (value << 114));
    }

    /// Spare bits are zero and every code has a name.
    function valid(ExternalFiling word) internal pure returns (bool) {
        return ExternalFiling.unwrap(word) & 0xfffffffffffc0000000000000000000000000000000000000000000000000000 == 0
            && kind(word) <= 4
            && venue(word) <= 12;
    }
}
