// SPDX-License-Identifier: Apache-2.0
// Generated from registration.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldIndex, FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant CASES = 0xec173904cf5cbc301f15f0f54e0cebb8722e6340a80f7a73949e9e98c1ca8200; // dpr.cases
}

/// CaseKind, one code a value.
library CaseKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant INITIAL = 1; // 初次登记
    uint256 internal constant TRANSFER = 2; // 转让登记
    uint256 internal constant CHANGE = 3; // 变更登记
    uint256 internal constant RENEWAL = 4; // 续期登记
    uint256 internal constant CANCELLATION = 5; // 注销登记
}

/// CaseState, one code a value.
library CaseState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant SUBMITTED = 1; // 已提交
    uint256 internal constant CORRECTION = 2; // 待补正
    uint256 internal constant UNDER_REVIEW = 3; // 审查中
    uint256 internal constant SUPPLEMENTING = 4; // 补充材料中
    uint256 internal constant NOTICE = 5; // 公示中
    uint256 internal constant CLEARED = 6; // 免予公示
    uint256 internal constant ANCHORED = 7; // 已存证
    uint256 internal constant CREDENTIALED = 8; // 已发凭证
    uint256 internal constant WITHDRAWN = 9; // 已撤回
    uint256 internal constant NOT_ACCEPTED = 10; // 不予受理
    uint256 internal constant NOT_FILED = 11; // 视为未申请
    uint256 internal constant REFUSED = 12; // 不予登记
    uint256 internal constant TERMINATED = 13; // 终止审查
}

/// Form, one code a value.
library Form {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant RESOURCE = 1; // 数据资源
    uint256 internal constant PRODUCT = 2; // 数据产品
    uint256 internal constant SERVICE = 3; // 数据服务
}

/// Refusal, one code a value.
library Refusal {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant HARMFUL = 1; // 危害国家安全、公共利益或他人权益
    uint256 internal constant UNLAWFUL_SOURCE = 2; // 来源违法
    uint256 internal constant OWNERSHIP_DISPUTE = 3; // 权属争议未解决
    uint256 internal constant CONCEALMENT = 4; // 隐瞒或虚假证明
    uint256 internal constant OTHER_LAW = 5; // 法律法规规定的其他情形
    uint256 internal constant UNVERIFIABLE = 6; // 无法补充且无法核实
    uint256 internal constant OUT_OF_SCOPE = 7; // 不属受理范围
}

/// WaiverReason, one code a value.
library WaiverReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant STATE_SECRET = 1; // 国家秘密
    uint256 internal constant TRADE_SECRET = 2; // 商业秘密
    uint256 internal constant PERSONAL_PRIVACY = 3; // 个人隐私
    uint256 internal constant SECURITY = 4; // 安全原因
}

/// ExtensionReason, one code a value.
library ExtensionReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant COMPLEX_SOURCE = 1; // 来源复杂
    uint256 internal constant HUGE_VOLUME = 2; // 数量巨大
}

/// Scheme, one code a value.
library Scheme {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant NATIONAL = 1; // 国家数据产权登记
    uint256 internal constant ZJ_DATA_IP = 2; // 浙江数据知识产权登记
    uint256 internal constant SZ_2023 = 3; // 深圳2023
    uint256 internal constant OTHER = 4; // 其他
}

/// CaseFlag, one bit a value.
library CaseFlag {
    uint256 internal constant DEEMED = 1 << 0;
    uint256 internal constant EXTENDED = 1 << 1;
    uint256 internal constant CORRECTED_ONCE = 1 << 2;
    uint256 internal constant WAIVER_ASKED = 1 << 3;
    uint256 internal constant WAIVED = 1 << 4;
    uint256 internal constant REASSIGNED = 1 << 5;
}

// 登记案件 Case: A registration case and its clock. A due day is never stored: it is run + (limit − used) working days.
// cases[entry][number], at map(number, map(entry, base+0)) of dpr.cases
//
//       0–2       3  kind          registration type
//       3–6       4  state         SM-1
//       7–9       3  asked         rights asked for
//     10–12       3  passed        rights the review let pass
//     13–36      24  applicant     party applying
//     37–60      24  registrar     party deciding
//     61–84      24  reviewer      officer who accepted or asked for correction: never the approver (rule 3)
//    85–124      40  since         legal time of the case's last act, unix seconds
//   125–140      16  submitted     legal day of (re)submission
//   141–156      16  accepted      legal day of acceptance
//   157–172      16  run           day the running stretch began (not counted), 0 = paused
//   173–178       6  used          working days used before the running stretch
//   179–184       6  limit         working days allowed in all, copied from the parameters at start
//   185–200      16  notice        legal day of publication
//   201–205       5  noticeLength  working days of the notice, copied at publication
//   206–221      16  due           last legal day to resubmit, set with a correction list
//   222–229       8  objections    open objections in the notice (rule 26)
//   230–237       8  flags         what happened on the way
//   238–255      18                spare, always zero
type Case is uint256;

using CaseLib for Case global;

library CaseLib {
    function kind(Case word) internal pure returns (uint256) {
        return Case.unwrap(word) & 0x7;
    }

    function withKind(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x7) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x7)) | value);
    }

    function state(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 3) & 0xf;
    }

    function withState(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xf) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xf << 3)) | (value << 3));
    }

    function asked(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 7) & 0x7;
    }

    function withAsked(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x7) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x7 << 7)) | (value << 7));
    }

    function passed(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 10) & 0x7;
    }

    function withPassed(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x7) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x7 << 10)) | (value << 10));
    }

    function applicant(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 13) & 0xffffff;
    }

    function withApplicant(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffff << 13)) | (value << 13));
    }

    function registrar(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 37) & 0xffffff;
    }

    function withRegistrar(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffff << 37)) | (value << 37));
    }

    function reviewer(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 61) & 0xffffff;
    }

    function withReviewer(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffff << 61)) | (value << 61));
    }

    function since(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 85) & 0xffffffffff;
    }

    function withSince(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffffffffff << 85)) | (value << 85));
    }

    function submitted(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 125) & 0xffff;
    }

    function withSubmitted(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 125)) | (value << 125));
    }

    function accepted(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 141) & 0xffff;
    }

    function withAccepted(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 141)) | (value << 141));
    }

    function run(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 157) & 0xffff;
    }

    function withRun(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 157)) | (value << 157));
    }

    function used(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 173) & 0x3f;
    }

    function withUsed(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x3f) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x3f << 173)) | (value << 173));
    }

    function limit(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 179) & 0x3f;
    }

    function withLimit(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x3f) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x3f << 179)) | (value << 179));
    }

    function notice(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 185) & 0xffff;
    }

    function withNotice(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 185)) | (value << 185));
    }

    function noticeLength(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 201) & 0x1f;
    }

    function withNoticeLength(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0x1f) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0x1f << 201)) | (value << 201));
    }

    function due(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 206) & 0xffff;
    }

    function withDue(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xffff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xffff << 206)) | (value << 206));
    }

    function objections(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 222) & 0xff;
    }

    function withObjections(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xff << 222)) | (value << 222));
    }

    function flags(Case word) internal pure returns (uint256) {
        return (Case.unwrap(word) >> 230) & 0xff;
    }

    function withFlags(Case word, uint256 value) internal pure returns (Case) {
        if (value > 0xff) revert FieldOverflow();
        return Case.wrap((Case.unwrap(word) & ~uint256(0xff << 230)) | (value << 230));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Case word) internal pure returns (bool) {
        return Case.unwrap(word) & 0xfffff00000000000000000000000000000000000000000000000000000000000 == 0
            && kind(word) <= 5
            && state(word) <= 13;
    }
}

// 申请内容 Claim: What a case says of the data and asks for. Anchoring copies it into the head.
// claims[entry][number], at map(number, map(entry, base+1)) of dpr.cases
//
//       0–9      10  origins      where the data come from, a set
//     10–11       2  form         resource, product or service
//     12–15       4  sensitivity  personal, important and core data
//     16–29      14  limits       what licences may not allow
//     30–45      16  sourceUntil  earliest end of a source's term, 0 = none
//     46–51       6  bases        evidence handed in
//     52–99  3 × 16  term         last legal day asked for each right, 0 = as long as the credential
//   100–255     156               spare, always zero
type Claim is uint256;

using ClaimLib for Claim global;

library ClaimLib {
    function origins(Claim word) internal pure returns (uint256) {
        return Claim.unwrap(word) & 0x3ff;
    }

    function withOrigins(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3ff) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3ff)) | value);
    }

    function form(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 10) & 0x3;
    }

    function withForm(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3 << 10)) | (value << 10));
    }

    function sensitivity(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 12) & 0xf;
    }

    function withSensitivity(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0xf) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0xf << 12)) | (value << 12));
    }

    function limits(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 16) & 0x3fff;
    }

    function withLimits(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3fff) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3fff << 16)) | (value << 16));
    }

    function sourceUntil(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 30) & 0xffff;
    }

    function withSourceUntil(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0xffff) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0xffff << 30)) | (value << 30));
    }

    function bases(Claim word) internal pure returns (uint256) {
        return (Claim.unwrap(word) >> 46) & 0x3f;
    }

    function withBases(Claim word, uint256 value) internal pure returns (Claim) {
        if (value > 0x3f) revert FieldOverflow();
        return Claim.wrap((Claim.unwrap(word) & ~uint256(0x3f << 46)) | (value << 46));
    }

    function term(Claim word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Claim.unwrap(word) >> (52 + index * 16)) & 0xffff;
        }
    }

    function withTerm(Claim word, uint256 index, uint256 value) internal pure returns (Claim) {
        if (index > 2) revert FieldIndex();
        if (value > 0xffff) revert FieldOverflow();
        unchecked {
            uint256 shift = 52 + index * 16;
            return Claim.wrap((Claim.unwrap(word) & ~uint256(0xffff << shift)) | (value << shift));
        }
    }

    /// Spare bits are zero and every code has a name.
    function valid(Claim word) internal pure returns (bool) {
        return Claim.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffff000000000000000003c000000 == 0;
    }
}

// 凭证流水 Serials: Which of 256 credential serials of a registrar's month are taken (rule 30).
// serials[prefix][group], at map(serial / 256, map(prefix, base+2)) of dpr.cases
//
//     0–255     256  taken  one bit a serial
type Serials is uint256;

using SerialsLib for Serials global;

library SerialsLib {
    function taken(Serials word) internal pure returns (uint256) {
        return Serials.unwrap(word);
    }

    function withTaken(Serials, uint256 value) internal pure returns (Serials) {
        return Serials.wrap(value);
    }

    /// Every word is.
    function valid(Serials) internal pure returns (bool) {
        return true;
    }
}
