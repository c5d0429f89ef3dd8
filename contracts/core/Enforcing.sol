// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcements} from "../interfaces/IEnforcements.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Attestation, AttestationKind, AttestationPurpose} from "../types/words/Attestations.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Enforcement, Stay} from "../types/words/Enforcements.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power} from "../types/words/Parties.sol";
import {Debt, Security} from "../types/words/Securities.sol";
import {Assent} from "./Assent.sol";
import {Attesting} from "./Attesting.sol";
import {Calendar} from "./Calendar.sol";
import {Digests} from "./Digests.sol";
import {Enforcements} from "./Enforcements.sol";
import {Entries} from "./Entries.sol";
import {Journals} from "./Journals.sol";
import {LegalTime} from "./LegalTime.sol";
import {Securities} from "./Securities.sol";

/// A step of an enforcement: what the chapters that take one have in common.
library Enforcing {
    using Assent for Signatories;

    /// Days from notice to sale. (rule 96)
    uint256 private constant NOTICE_DAYS = 5;
    /// Months from a valuation's base day to what relies on it. (rule 95)
    uint256 private constant VALUATION_MONTHS = 6;

    /// An enforcement being acted upon, and the security it realises, whose number is `secured`.
    struct Matter {
        EntryId entry;
        uint256 number;
        uint256 secured;
        uint256 time;
        uint256 day;
        Journal journal;
        Head head;
        Enforcement enforcement;
        Burden burden;
        Security security;
        Debt debt;
    }

    function load(EntryId entry, uint256 number, uint256 at, uint256 states) internal view returns (Matter memory s) {
        s = loadAny(entry, number, at);
        needsState(s, states);
        if (s.enforcement.stay() != Stay.NONE) revert IEnforcements.EnforcementStayed(s.enforcement.stay()); // rule 99
    }

    function loadAny(EntryId entry, uint256 number, uint256 at) internal view returns (Matter memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.enforcement = Enforcements.load(entry, s.number);
        loadSecurity(s, s.enforcement.security(), at);
    }

    function loadSecurity(Matter memory s, uint256 secured, uint256 at) internal view {
        s.secured = secured;
        s.enforcement = s.enforcement.withSecurity(secured);
        (s.security, s.burden, s.debt) = Securities.whole(s.entry, secured);
        Securities.needsNoLease(s.entry, secured, s.security); // rule 108
        s.head = Entries.headOf(s.entry);
        // Not before the last act on either. (rule 124)
        uint256 since = s.enforcement.since() < s.burden.since() ? s.burden.since() : s.enforcement.since();
        s.time = LegalTime.resolve(at, since); // rule 124
        s.day = Calendar.dayOf(s.time);
    }

    function needsState(Matter memory s, uint256 states) internal pure {
        uint256 state = s.enforcement.state();
        if ((states >> state) & 1 == 0) revert IEnforcements.WrongEnforcementState(s.entry, s.number, state);
    }

    function enter(Matter memory s, uint256 state) internal pure {
        s.enforcement = s.enforcement.withState(state);
    }

    /// Saves the enforcement and writes the line; `terms` stand behind it. All is static, so that the parts join.
    function record(bytes32 topic, Signatories by, Matter memory s, bytes memory terms) internal {
        s.enforcement = s.enforcement.withSince(s.time);
        Enforcements.store().enforcements[s.entry][s.number] = s.enforcement;
        Entries.record(s.entry, s.journal, bytes.concat(
            abi.encode(topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.enforcement), terms
        ));
    }

    function needsCreditor(Signatories by, Matter memory s) internal view {
        by.needsTwo(s.burden.party(), Power.ENFORCE); // rules 3, 94
    }

    /// Whoever holds the rights now agrees that they go. (rules 65, 116)
    function needsHolders(Signatories by, Matter memory s) internal view {
        for (uint256 r; r < 3; ++r) {
            if ((s.burden.rights() >> r) & 1 == 1) by.needs(s.head.holder(r), Power.DISPOSE, s.entry);
        }
    }

    /// A valuation for disposal, in force, of all rights that are realised, its base day within six months. (rule 95)
    function checkValue(Matter memory s, uint256 day) internal view {
        uint256 v = s.enforcement.valuation();
        Attesting.needs(s.entry, v, AttestationKind.VALUATION, AttestationPurpose.DISPOSAL, s.time); // rules 80, 95
        Attestation a = Attesting.load(s.entry, v);
        if (s.enforcement.rights() & ~a.rights() != 0) revert IEnforcements.ValuationOfOtherRights(a.rights()); // rule 95
        uint256 earliest = Calendar.monthsBefore(day, VALUATION_MONTHS);
        if (a.base() < earliest) revert IEnforcements.ValuationTooOld(a.base(), earliest); // rule 95
    }

    /// Five days or more after notice, and not ahead. (rule 96)
    function checkHeld(Matter memory s, uint256 held) internal view {
        uint256 first = s.enforcement.noticed() + NOTICE_DAYS;
        uint256 last = s.day < Calendar.today() ? s.day : Calendar.today();
        if (held < first || held > last) revert IEnforcements.DayOutside(held, first, last); // rule 96
    }

    function checkDocument(uint256 alg, bytes32 document) internal pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    function notFitting(Matter memory s) internal pure {
        revert IEnforcements.MethodNotFitting(s.enforcement.method(), s.enforcement.basis());
    }
}
