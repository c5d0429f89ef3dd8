// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Case, CaseFlag, CaseState, Claim, Namespace, Serials} from "../types/words/Registration.sol";
import {Book} from "./Book.sol";
import {Calendar} from "./Calendar.sol";
import {LegalTime} from "./LegalTime.sol";

/// Registration cases and their clocks, as every chapter that touches one must read them.
///
/// A case stores when its clock began and how long it may run, never a due day: the limit is `run + (limit − used)` working
/// days by the newest calendar. A stopped clock keeps the days it used (rules 24, 125).
library Cases {
    /// States in which a case is not decided, one bit each.
    uint256 internal constant PENDING = 1 << CaseState.SUBMITTED | 1 << CaseState.CORRECTION | 1 << CaseState.UNDER_REVIEW
        | 1 << CaseState.SUPPLEMENTING | 1 << CaseState.NOTICE | 1 << CaseState.CLEARED;

    /// @custom:storage-location erc7201:dpr.cases
    struct Store {
        mapping(EntryId => mapping(uint256 number => Case)) cases;
        mapping(EntryId => mapping(uint256 number => Claim)) claims;
        mapping(uint256 prefix => mapping(uint256 group => Serials)) serials;
        mapping(bytes32 schemeAndNumber => bool) numbers;
        mapping(EntryId => mapping(uint256 right => uint256 number)) renewals; // the latest case that asks to renew a right
    }

    error NoSuchCase(EntryId entry, uint256 number);
    error WrongCaseState(EntryId entry, uint256 number, uint256 state);
    error WrongCaseKind(EntryId entry, uint256 number, uint256 kind);
    error LimitPassed(uint256 lastDay);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.CASES;
        assembly {
            s.slot := slot
        }
    }

    /// The case as it stands at legal time `at`, whose order is checked. Silence past the limit is acceptance on the first
    /// working day after it, whoever looks first; until that day breaks it is neither accepted nor open to be. (rule 23)
    function load(EntryId entry, uint256 number, uint256 at) internal view returns (Case c, uint256 time) {
        c = store().cases[entry][number];
        if (c.state() == CaseState.NONE) revert NoSuchCase(entry, number);
        time = LegalTime.resolve(at, c.since()); // rule 124
        if (c.state() == CaseState.SUBMITTED) {
            uint256 last = limitOf(c);
            uint256 day = Calendar.dayOf(time);
            uint256 deemed = day > last ? Calendar.add(last, 1) : type(uint256).max;
            if (day >= deemed) c = accept(c, deemed).withFlags(c.flags() | CaseFlag.DEEMED);
        }
        c = c.withSince(time);
    }

    /// The same, in one of the states of `mask` (bit = state).
    function loadIn(EntryId entry, uint256 number, uint256 at, uint256 mask) internal view returns (Case c, uint256 time) {
        (c, time) = load(entry, number, at);
        if ((mask >> c.state()) & 1 == 0) revert WrongCaseState(entry, number, c.state());
    }

    /// A case of a type in one of the states of `mask`, for acts that only that type has.
    function loadKind(EntryId entry, uint256 number, uint256 at, uint256 mask, uint256 kind)
        internal
        view
        returns (Case c, uint256 time)
    {
        (c, time) = loadIn(entry, number, at, mask);
        if (c.kind() != kind) revert WrongCaseKind(entry, number, c.kind());
    }

    function save(EntryId entry, uint256 number, Case c) internal {
        store().cases[entry][number] = c;
    }

    /// The last legal day of the running clock; when all was used up before it ran on, the day it did.
    function limitOf(Case c) internal view returns (uint256) {
        return c.used() < c.limit() ? Calendar.add(c.run(), c.limit() - c.used()) : c.run();
    }

    /// `day` lies within the running clock.
    function inTime(Case c, uint256 day) internal view {
        uint256 last = limitOf(c);
        if (day > last) revert LimitPassed(last);
    }

    /// The last legal day of the notice; the day of publication is not counted. (rule 25)
    function noticeEnd(Case c) internal view returns (uint256) {
        return Calendar.add(c.notice(), c.noticeLength());
    }

    /// The notice is over and nobody objects any more, or there was none. (rules 25, 26)
    function noticeOver(Case c, uint256 day) internal view {
        if (c.objections() != 0) revert IRegistration.ObjectionsOpen(c.objections()); // rule 26
        if (c.state() == CaseState.CLEARED) return;
        uint256 last = noticeEnd(c);
        // Also by block time: a legal time ahead of it ends no notice early.
        if (day <= last || Calendar.today() <= last) revert IRegistration.NoticeOpen(last); // rule 25
    }

    /// The holder of a right has applied in time to renew it, and nobody has decided yet: it stays in force meanwhile. A list
    /// of corrections that ran out ends that, whether or not anybody has recorded it. (rule 32)
    function renewal(EntryId entry, uint256 right, uint256 holder) internal view returns (uint256 number) {
        number = store().renewals[entry][right];
        Case c = store().cases[entry][number];
        bool pending = (PENDING >> c.state()) & 1 == 1 && c.applicant() == holder;
        if (!pending || (c.state() == CaseState.CORRECTION && Calendar.today() > c.due())) return 0;
    }

    /// Accepted on `day`: the review begins. (rule 24)
    function accept(Case c, uint256 day) internal view returns (Case) {
        return c.withState(CaseState.UNDER_REVIEW).withAccepted(day).withRun(day).withUsed(0).withLimit(
            Book.parameters().reviewDays()
        );
    }

    /// Stops the clock on `day`, which counts as used. (rule 24)
    function pause(Case c, uint256 day) internal view returns (Case) {
        uint256 used = c.used() + Calendar.count(c.run(), day);
        return c.withRun(0).withUsed(used > 63 ? 63 : used);
    }
}
