// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

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
    /// @custom:storage-location erc7201:dpr.cases
    struct Store {
        mapping(EntryId => mapping(uint256 number => Case)) cases;
        mapping(EntryId => mapping(uint256 number => Claim)) claims;
        mapping(uint256 prefix => mapping(uint256 group => Serials)) serials;
        mapping(bytes32 schemeAndNumber => bool) numbers;
    }

    error NoSuchCase(EntryId entry, uint256 number);
    error WrongCaseState(EntryId entry, uint256 number, uint256 state);
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
