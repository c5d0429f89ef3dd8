// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Applications} from "../core/Applications.sol";
import {Assent} from "../core/Assent.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {Supervision} from "../core/Supervision.sol";
import {IParties} from "../interfaces/IParties.sol";
import {IRegistration} from "../interfaces/IRegistration.sol";
import {ISupervision} from "../interfaces/ISupervision.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {Case, CaseFlag, CaseKind, CaseState} from "../types/words/Registration.sol";
import {Overdue} from "../types/words/Supervision.sol";

contract SupervisionChapter is ISupervision {
    using Assent for Signatories;

    uint256 private constant UNFINISHED = Cases.PENDING | 1 << CaseState.ANCHORED;

    /// @inheritdoc ISupervision
    function reassign(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 successor, uint24 authority, uint8 alg,
        bytes32 document
    ) external {
        Journal j = Entries.journalOf(entry);
        uint256 n = Entries.resolve(entry, j, number);
        (Case kase, uint256 time) = Cases.loadIn(entry, n, at, UNFINISHED);
        Parties.accreditedRegistrar(successor); // rule 4
        if (successor == Parties.keeper(kase.registrar())) revert IParties.OwnSuccessor(successor);
        Applications.notOf(kase.applicant(), successor); // rule 2
        if (kase.kind() == CaseKind.TRANSFER) {
            Applications.notOf(Applications.store().transfers[entry][n].transferee(), successor); // rule 2
        }
        if (authority == 0) {
            by.needsPair(kase.registrar(), 0); // rules 3, 31
            by.needsPair(successor, 0); // rules 3, 31
        } else {
            Parties.entitled(authority, Role.REGULATOR); // rule 31
            by.needsTwo(authority, Power.ADMIT); // rules 3, 31
        }
        Digests.known(alg); // rule 123
        Digests.present(document);
        kase = kase.withRegistrar(successor).withReviewer(0).withFlags(kase.flags() | CaseFlag.REASSIGNED); // rule 31
        Cases.save(entry, n, kase);
        Entries.record(entry, j, abi.encode(
            CaseReassigned.selector, entry, Journals.next(j), n, by, time, kase, authority, alg, document
        ));
    }

    /// @inheritdoc ISupervision
    function reportOverdue(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        uint256 time = LegalTime.blockTime(at);
        Journal j = Entries.journalOf(entry);
        uint256 n = Entries.resolve(entry, j, number);
        Overdue clock = Supervision.running(entry, n);
        if (Calendar.today() <= clock.last()) revert IRegistration.TooEarly(clock.last());
        // Whoever has paused and resumed, or corrected the calendar, has not begun a new one.
        Overdue before = Supervision.store().overdue[entry][n];
        bool same = before.clock() == clock.clock() && before.started() == clock.started();
        if (same) revert AlreadyReported(entry, n);
        clock = clock.withSince(time);
        Supervision.store().overdue[entry][n] = clock;
        Entries.record(entry, j, abi.encode(OverdueReported.selector, entry, Journals.next(j), n, by, time, clock));
    }
}
