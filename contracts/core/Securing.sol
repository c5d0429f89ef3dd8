// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISecurities} from "../interfaces/ISecurities.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Debt, ExternalFiling, Security, SecurityState} from "../types/words/Securities.sol";
import {Burdens} from "./Burdens.sol";
import {Calendar} from "./Calendar.sol";
import {Digests} from "./Digests.sol";
import {Entries} from "./Entries.sol";
import {Journals} from "./Journals.sol";
import {LegalTime} from "./LegalTime.sol";
import {Securities} from "./Securities.sol";

/// What the steps of a security share.
library Securing {
    uint256 internal constant RECORDED = 1 << SecurityState.RECORDED;
    uint256 internal constant PERFECTED = 1 << SecurityState.PERFECTED;
    uint256 internal constant LAPSED = 1 << SecurityState.LAPSED;

    /// What is being realised is neither released, cured, void nor extinguished: its enforcement ends first.
    uint256 internal constant RESTING = RECORDED | PERFECTED | LAPSED;
    uint256 internal constant OVER = (1 << SecurityState.RELEASED) | (1 << SecurityState.REALISED)
        | (1 << SecurityState.PARTLY_REALISED) | (1 << SecurityState.EXTINGUISHED);

    /// Beside states: a finance lease's filing takes the act as well. (rule 108)
    uint256 internal constant LEASE = 1 << 15;

    /// A security being acted upon; `was` are its words before.
    struct Subject {
        EntryId entry;
        uint256 number;
        uint256 time;
        Journal journal;
        Head head;
        Head wasHead;
        Burden burden;
        Security security;
        Security wasSecurity;
        Debt debt;
        Debt wasDebt;
        ExternalFiling filing;
    }

    function load(EntryId entry, uint256 number, uint256 at, uint256 states) internal view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        (s.security, s.burden, s.debt) = Securities.whole(entry, s.number);
        (s.wasSecurity, s.wasDebt) = (s.security, s.debt);
        if (states & LEASE == 0) Securities.needsNoLease(entry, s.number, s.security); // rule 108
        s.head = s.wasHead = Entries.headOf(entry);
        s.time = LegalTime.resolve(at, s.burden.since()); // rule 124
        s.burden = s.burden.withSince(s.time);
        uint256 state = s.security.state();
        if ((states >> state) & 1 == 0) revert ISecurities.WrongSecurityState(entry, s.number, state);
    }

    /// Over for good: its filing, if there is one, is to be cancelled, and nothing lies on the rights any more. (rule 90)
    function end(Subject memory s, uint256 state) internal pure {
        s.security = Securities.ended(s.security, state, Calendar.dayOf(s.time)); // rule 90
        s.burden = Burdens.closed(s.burden, s.time);
        s.head = Entries.moved(s.head.withBurdens(s.head.burdens() - 1));
    }

    /// Writes what changed; a word that did not stands as zero in the line.
    function save(Subject memory s) internal {
        Burdens.save(s.entry, s.number, s.burden);
        if (Security.unwrap(s.security) == Security.unwrap(s.wasSecurity)) s.security = Security.wrap(0);
        else Securities.store().securities[s.entry][s.number] = s.security;
        if (Debt.unwrap(s.debt) == Debt.unwrap(s.wasDebt)) s.debt = Debt.wrap(0);
        else Securities.store().debts[s.entry][s.number] = s.debt;
        if (Head.unwrap(s.head) == Head.unwrap(s.wasHead)) s.head = Head.wrap(0);
        else Entries.setHead(s.entry, s.head);
    }

    function step(bytes32 topic, Signatories by, Subject memory s, uint256 code, uint256 alg, bytes32 document) internal {
        Digests.known(alg); // rule 123
        Digests.present(document);
        save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security, s.debt, s.filing,
            code, alg, document
        ));
    }
}
