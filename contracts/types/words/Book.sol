// SPDX-License-Identifier: Apache-2.0
// Generated from book.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant BOOK = 0xe44b5f50402ca4abcae41bb359f422ebec1fb73347b5705f1c6146011692dd00; // dpr.book
}

// 参数 Parameters: Numbers the law leaves open or may change (E28). A clock copies what it uses at its start.
// parameters, at base+0 of dpr.book
//
//       0–5       6  acceptDays          working days to accept or ask for correction (rule 23)
//      6–11       6  reviewDays          working days to review (rule 24)
//     12–17       6  extensionDays       working days one extension may add (rule 24)
//     18–22       5  noticeDays          working days of a public notice (rule 25)
//     23–28       6  decideDays          working days to decide an objection in the notice (rule 27)
//     29–34       6  notifyDays          working days to notify the holder of an objection (rule 38)
//     35–38       4  credentialYears     validity at most, years (rule 28)
//     39–50      12  tolerance           seconds a legal time may lie ahead of block time (rule 124)
//     51–53       3  lateEntryDays       working days a legal time may lie back
//     54–59       6  filingDays          days a filing's deadline may lie ahead
//     60–65       6  noticeOfBreachDays  days between a notice of breach and an end for cause (rule 54)
//     66–77      12  disputeEffects      what a dispute forbids (rule 39)
//     78–83       6  answerDays          working days a holder has to answer an objection; silence contests (rule 38)
//     84–89       6  litigationDays      working days to sue after a conclusion or its rejection (rule 38)
//    90–255     166                      spare, always zero
type Parameters is uint256;

using ParametersLib for Parameters global;

library ParametersLib {
    function acceptDays(Parameters word) internal pure returns (uint256) {
        return Parameters.unwrap(word) & 0x3f;
    }

    function withAcceptDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f)) | value);
    }

    function reviewDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 6) & 0x3f;
    }

    function withReviewDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 6)) | (value << 6));
    }

    function extensionDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 12) & 0x3f;
    }

    function withExtensionDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 12)) | (value << 12));
    }

    function noticeDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 18) & 0x1f;
    }

    function withNoticeDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x1f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x1f << 18)) | (value << 18));
    }

    function decideDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 23) & 0x3f;
    }

    function withDecideDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 23)) | (value << 23));
    }

    function notifyDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 29) & 0x3f;
    }

    function withNotifyDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 29)) | (value << 29));
    }

    function credentialYears(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 35) & 0xf;
    }

    function withCredentialYears(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0xf) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0xf << 35)) | (value << 35));
    }

    function tolerance(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 39) & 0xfff;
    }

    function withTolerance(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0xfff) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0xfff << 39)) | (value << 39));
    }

    function lateEntryDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 51) & 0x7;
    }

    function withLateEntryDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x7) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x7 << 51)) | (value << 51));
    }

    function filingDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 54) & 0x3f;
    }

    function withFilingDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 54)) | (value << 54));
    }

    function noticeOfBreachDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 60) & 0x3f;
    }

    function withNoticeOfBreachDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 60)) | (value << 60));
    }

    function disputeEffects(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 66) & 0xfff;
    }

    function withDisputeEffects(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0xfff) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0xfff << 66)) | (value << 66));
    }

    function answerDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 78) & 0x3f;
    }

    function withAnswerDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 78)) | (value << 78));
    }

    function litigationDays(Parameters word) internal pure returns (uint256) {
        return (Parameters.unwrap(word) >> 84) & 0x3f;
    }

    function withLitigationDays(Parameters word, uint256 value) internal pure returns (Parameters) {
        if (value > 0x3f) revert FieldOverflow();
        return Parameters.wrap((Parameters.unwrap(word) & ~uint256(0x3f << 84)) | (value << 84));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Parameters word) internal pure returns (bool) {
        return Parameters.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffffc0030000000000000000000 == 0;
    }
}

// 日历范围 Span: The days the working calendar covers; a day outside is CalendarMissing.
// span, at base+1 of dpr.book
//
//      0–15      16  from     first legal day loaded
//     16–31      16  until    last legal day loaded
//     32–47      16  version  how often it was loaded or corrected (rule 125)
//    48–255     208           spare, always zero
type Span is uint256;

using SpanLib for Span global;

library SpanLib {
    function from(Span word) internal pure returns (uint256) {
        return Span.unwrap(word) & 0xffff;
    }

    function withFrom(Span word, uint256 value) internal pure returns (Span) {
        if (value > 0xffff) revert FieldOverflow();
        return Span.wrap((Span.unwrap(word) & ~uint256(0xffff)) | value);
    }

    function until(Span word) internal pure returns (uint256) {
        return (Span.unwrap(word) >> 16) & 0xffff;
    }

    function withUntil(Span word, uint256 value) internal pure returns (Span) {
        if (value > 0xffff) revert FieldOverflow();
        return Span.wrap((Span.unwrap(word) & ~uint256(0xffff << 16)) | (value << 16));
    }

    function version(Span word) internal pure returns (uint256) {
        return (Span.unwrap(word) >> 32) & 0xffff;
    }

    function withVersion(Span word, uint256 value) internal pure returns (Span) {
        if (value > 0xffff) revert FieldOverflow();
        return Span.wrap((Span.unwrap(word) & ~uint256(0xffff << 32)) | (value << 32));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Span word) internal pure returns (bool) {
        return Span.unwrap(word) & 0xffffffffffffffffffffffffffffffffffffffffffffffffffff000000000000 == 0;
    }
}

// 工作日位图 WorkingDays: Which of 256 legal days are working days.
// workingDays[day / 256], at map(day / 256, base+2) of dpr.book
//
//     0–255     256  working  bit day % 256 set: a working day
type WorkingDays is uint256;

using WorkingDaysLib for WorkingDays global;

library WorkingDaysLib {
    function working(WorkingDays word) internal pure returns (uint256) {
        return WorkingDays.unwrap(word);
    }

    function withWorking(WorkingDays, uint256 value) internal pure returns (WorkingDays) {
        return WorkingDays.wrap(value);
    }

    /// Every word is.
    function valid(WorkingDays) internal pure returns (bool) {
        return true;
    }
}
