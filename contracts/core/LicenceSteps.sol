// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Burden, BurdenState} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Licence} from "../types/words/Licences.sol";
import {Burdens} from "./Burdens.sol";
import {Calendar} from "./Calendar.sol";
import {Entries} from "./Entries.sol";
import {LegalTime} from "./LegalTime.sol";
import {Licensing} from "./Licensing.sol";

/// What the steps of a licence share.
library LicenceSteps {
    /// A licence being acted upon.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        Licence licence;
        Burden burden; // of an exclusive or sole licence, zero when it is not written
        uint256 time;
    }

    function load(EntryId entry, uint256 number, uint256 at) internal view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.head = Entries.headOf(entry);
        s.licence = Licensing.load(entry, s.number);
        s.time = LegalTime.resolve(at);
        // Licences keep the day of their last act only. (rule 124)
        if (Calendar.dayOf(s.time) < s.licence.last()) revert LegalTime.OutOfOrder(s.time, s.licence.last());
    }

    /// The burden of an exclusive licence ends with it.
    function closeBurden(Subject memory s) internal view {
        s.burden = Burdens.closed(Burdens.load(s.entry, s.number), s.time);
        s.head = s.head.withBurdens(s.head.burdens() - 1);
    }

    function save(Subject memory s) internal {
        Licensing.save(s.entry, s.number, s.licence);
        if (s.burden.state() != BurdenState.NONE) Burdens.save(s.entry, s.number, s.burden);
        Entries.setHead(s.entry, s.head);
    }
}
