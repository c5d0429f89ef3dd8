// SPDX-License-Identifier: Apache-2.0
// Generated from consents.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldIndex, FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant CONSENTS = 0xdaa70ba81df381c8f011d34ef5cecb8e216ccfb09e35d22f526e2f034fc59a00; // dpr.consents
}

/// EnvelopeState, one code a value.
library EnvelopeState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant SET = 1; // 有效
    uint256 internal constant REVOKED = 2; // 已撤销
}

/// ConsentMode, one code a value.
library ConsentMode {
    uint256 internal constant CASE_BY_CASE = 0; // 逐案同意
    uint256 internal constant FORBID = 1; // 禁止
    uint256 internal constant PRE_APPROVED = 2; // 范围内预先同意
    uint256 internal constant FREE_WITH_NOTICE = 3; // 自由办理并通知
}

/// Silence, one code a value.
library Silence {
    uint256 internal constant REFUSES = 0; // 沉默视为拒绝
    uint256 internal constant CONSENTS = 1; // 沉默视为同意
}

/// ConsentState, one code a value.
library ConsentState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant REQUESTED = 1; // 已请求
    uint256 internal constant GIVEN = 2; // 已同意
    uint256 internal constant REFUSED = 3; // 已拒绝
    uint256 internal constant REVOKED = 4; // 已撤回
    uint256 internal constant USED = 5; // 已使用
}

/// LicenceKindSet, one bit a value.
library LicenceKindSet {
    uint256 internal constant NON_EXCLUSIVE = 1 << 0; // 普通许可
    uint256 internal constant SOLE = 1 << 1; // 排他许可
    uint256 internal constant EXCLUSIVE = 1 << 2; // 独占许可
}

/// EnvelopeTerm, one bit a value.
library EnvelopeTerm {
    uint256 internal constant REDISTRIBUTE = 1 << 0; // 再分发
    uint256 internal constant SUBLICENSE = 1 << 1; // 再许可
    uint256 internal constant TRAIN = 1 << 2; // 训练
    uint256 internal constant KEEP_WEIGHTS = 1 << 3; // 保留模型权重
    uint256 internal constant CROSS_BORDER = 1 << 4; // 出境
}

// 同意信封 Envelope: Standing consent of a burden's party: what may be done without asking it. 0 in a set of codes means all.
// envelopes[entry][burden], at map(number, map(entry, base+0)) of dpr.consents
//
//       0–1       2  state       set or revoked
//      2–17   8 × 2  mode        how it stands to each of the first eight effects
//     18–25       8  months      longest term of a licence, months
//     26–41      16  cap         most licences the entry may then have not closed, 0 = any number
//     42–65      24  purposes    what for
//    66–100      35  regions     where
//   101–120      20  industries  field of use
//   121–123       3  kinds       which kinds of licence
//   124–128       5  agreed      what may be expressly agreed, as the low flags of a licence
//   129–129       1  silence     what silence on a request means
//   130–134       5  sla         working days to answer a request, 0 = five
//   135–150      16  until       last legal day of the envelope
//   151–255     105              spare, always zero
type Envelope is uint256;

using EnvelopeLib for Envelope global;

library EnvelopeLib {
    function state(Envelope word) internal pure returns (uint256) {
        return Envelope.unwrap(word) & 0x3;
    }

    function withState(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0x3) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x3)) | value);
    }

    function mode(Envelope word, uint256 index) internal pure returns (uint256) {
        if (index > 7) revert FieldIndex();
        unchecked {
            return (Envelope.unwrap(word) >> (2 + index * 2)) & 0x3;
        }
    }

    function withMode(Envelope word, uint256 index, uint256 value) internal pure returns (Envelope) {
        if (index > 7) revert FieldIndex();
        if (value > 0x3) revert FieldOverflow();
        unchecked {
            uint256 shift = 2 + index * 2;
            return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x3 << shift)) | (value << shift));
        }
    }

    function months(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 18) & 0xff;
    }

    function withMonths(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0xff) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0xff << 18)) | (value << 18));
    }

    function cap(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 26) & 0xffff;
    }

    function withCap(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0xffff) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0xffff << 26)) | (value << 26));
    }

    function purposes(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 42) & 0xffffff;
    }

    function withPurposes(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0xffffff) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0xffffff << 42)) | (value << 42));
    }

    function regions(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 66) & 0x7ffffffff;
    }

    function withRegions(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0x7ffffffff) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x7ffffffff << 66)) | (value << 66));
    }

    function industries(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 101) & 0xfffff;
    }

    function withIndustries(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0xfffff) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0xfffff << 101)) | (value << 101));
    }

    function kinds(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 121) & 0x7;
    }

    function withKinds(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0x7) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x7 << 121)) | (value << 121));
    }

    function agreed(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 124) & 0x1f;
    }

    function withAgreed(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0x1f) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x1f << 124)) | (value << 124));
    }

    function silence(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 129) & 0x1;
    }

    function withSilence(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0x1) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x1 << 129)) | (value << 129));
    }

    function sla(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 130) & 0x1f;
    }

    function withSla(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0x1f) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0x1f << 130)) | (value << 130));
    }

    function until(Envelope word) internal pure returns (uint256) {
        return (Envelope.unwrap(word) >> 135) & 0xffff;
    }

    function withUntil(Envelope word, uint256 value) internal pure returns (Envelope) {
        if (value > 0xffff) revert FieldOverflow();
        return Envelope.wrap((Envelope.unwrap(word) & ~uint256(0xffff << 135)) | (value << 135));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Envelope word) internal pure returns (bool) {
        return Envelope.unwrap(word) & 0xffffffffffffffffffffffffff8000000000000000000003ff80000000000000 == 0
            && state(word) <= 2;
    }
}

// 同意 Consent: Consent of a burden's party to exactly one matter, used once.
// consents[entry][burden][matter], at map(matter, map(burden, map(entry, base+1))) of dpr.consents
//
//       0–2       3  state      deemed consent and refusal by silence are derived
//      3–26      24  party      who is asked: the burden's party
//     27–50      24  requester  who asked, and may use it
//     51–90      40  since      legal time of its last act
//    91–106      16  day        legal day of the request: the clock starts here
//   107–111       5  sla        working days to answer
//   112–112       1  silence    what silence means
//   113–128      16  until      last legal day on which it may be used, 0 = until it is revoked
//   129–152      24  line       line of the entry that used it: it counts for the very next act there
//   153–255     103             spare, always zero
type Consent is uint256;

using ConsentLib for Consent global;

library ConsentLib {
    function state(Consent word) internal pure returns (uint256) {
        return Consent.unwrap(word) & 0x7;
    }

    function withState(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0x7) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0x7)) | value);
    }

    function party(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 3) & 0xffffff;
    }

    function withParty(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0xffffff) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0xffffff << 3)) | (value << 3));
    }

    function requester(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 27) & 0xffffff;
    }

    function withRequester(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0xffffff) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0xffffff << 27)) | (value << 27));
    }

    function since(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 51) & 0xffffffffff;
    }

    function withSince(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0xffffffffff << 51)) | (value << 51));
    }

    function day(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 91) & 0xffff;
    }

    function withDay(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0xffff) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0xffff << 91)) | (value << 91));
    }

    function sla(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 107) & 0x1f;
    }

    function withSla(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0x1f) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0x1f << 107)) | (value << 107));
    }

    function silence(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 112) & 0x1;
    }

    function withSilence(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0x1) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0x1 << 112)) | (value << 112));
    }

    function until(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 113) & 0xffff;
    }

    function withUntil(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0xffff) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0xffff << 113)) | (value << 113));
    }

    function line(Consent word) internal pure returns (uint256) {
        return (Consent.unwrap(word) >> 129) & 0xffffff;
    }

    function withLine(Consent word, uint256 value) internal pure returns (Consent) {
        if (value > 0xffffff) revert FieldOverflow();
        return Consent.wrap((Consent.unwrap(word) & ~uint256(0xffffff << 129)) | (value << 129));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Consent word) internal pure returns (bool) {
        return Consent.unwrap(word) & 0xfffffffffffffffffffffffffe00000000000000000000000000000000000000 == 0
            && state(word) <= 5;
    }
}
