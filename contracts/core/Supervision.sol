// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {ObjectionPhase, ObjectionState, Objection} from "../types/words/Objections.sol";
import {Case, CaseState} from "../types/words/Registration.sol";
import {Namespace, Overdue, OverdueClock} from "../types/words/Supervision.sol";
import {Cases} from "./Cases.sol";
import {Disputes} from "./Disputes.sol";
import {Entries} from "./Entries.sol";

/// Clocks by which a registrar must act. Those of others end by acts of their own: an application not filed again, an objection
/// not supplemented, a holder's silence.
library Supervision {
    /// @custom:storage-location erc7201:dpr.supervision
    struct Store {
        mapping(EntryId => mapping(uint256 number => Overdue)) overdue;
    }

    error NoClockRuns(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.SUPERVISION;
        assembly {
            s.slot := slot
        }
    }

    /// The registrar's clock that runs in case or objection `number`, as it is stored: a silent acceptance that nobody has
    /// recorded yet is still awaited.
    function running(EntryId entry, uint256 number) internal view returns (Overdue) {
        Case c = Cases.store().cases[entry][number];
        if (c.state() == CaseState.SUBMITTED) {
            return _clock(OverdueClock.ACCEPT, c.submitted(), Cases.limitOf(c), c.registrar()); // rule 23
        }
        if (c.state() == CaseState.UNDER_REVIEW) {
            return _clock(OverdueClock.REVIEW, c.accepted(), Cases.limitOf(c), c.registrar()); // rule 24
        }
        if (c.state() != CaseState.NONE) revert NoClockRuns(entry, number);
        Objection o = Disputes.load(entry, number);
        bool filed = o.state() == ObjectionState.FILED;
        if (!filed && o.state() != ObjectionState.COMPLETE) revert NoClockRuns(entry, number);
        uint256 last = Disputes.lastDay(o);
        if (o.phase() == ObjectionPhase.NOTICE) {
            uint256 decides = Cases.store().cases[entry][o.caseNumber()].registrar();
            return _clock(OverdueClock.DECIDE, o.run(), last, decides); // rule 27
        }
        uint256 registrar = Entries.headOf(entry).registrar();
        return _clock(filed ? OverdueClock.EXAMINE : OverdueClock.NOTIFY, o.run(), last, registrar); // rule 38
    }

    function _clock(uint256 clock, uint256 started, uint256 last, uint256 registrar) private pure returns (Overdue) {
        return Overdue.wrap(0).withClock(clock).withStarted(started).withLast(last).withRegistrar(registrar);
    }
}
