// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IObjections} from "../interfaces/IObjections.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Conclusion, Namespace, Objection, ObjectionFlag, ObjectionPhase, ObjectionState} from "../types/words/Objections.sol";
import {Members, Power} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Burdens} from "./Burdens.sol";
import {Calendar} from "./Calendar.sol";
import {Digests} from "./Digests.sol";
import {Entries} from "./Entries.sol";
import {Journals} from "./Journals.sol";
import {LegalTime} from "./LegalTime.sol";
import {Parties} from "./Parties.sol";

/// Where objections are kept, and what the steps of one after registration have in common.
library Disputes {
    using Assent for Signatories;

    /// States in which the rights are in dispute: their burden is open. (rule 39)
    uint256 internal constant DISPUTED = 1 << ObjectionState.COMPLETE | 1 << ObjectionState.NOTIFIED
        | 1 << ObjectionState.ADMITTED | 1 << ObjectionState.CONTESTED | 1 << ObjectionState.INVESTIGATING
        | 1 << ObjectionState.CONCLUDED | 1 << ObjectionState.ACCEPTED | 1 << ObjectionState.REJECTED
        | 1 << ObjectionState.LITIGATION;

    /// States from which an objection goes on.
    uint256 internal constant OPEN = DISPUTED | 1 << ObjectionState.FILED | 1 << ObjectionState.INCOMPLETE;

    /// @custom:storage-location erc7201:dpr.objections
    struct Store {
        mapping(EntryId => mapping(uint256 number => Objection)) objections;
        mapping(bytes32 entryCaseObjectorGroundAndRights => uint256 number) latest; // rights only after registration
    }

    /// An objection after registration being acted upon.
    struct Step {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        Objection objection;
        uint256 time;
    }

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.OBJECTIONS;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Objection o) {
        o = store().objections[entry][number];
        if (o.state() == ObjectionState.NONE) revert IObjections.NoSuchObjection(entry, number);
    }

    function save(EntryId entry, uint256 number, Objection o) internal {
        store().objections[entry][number] = o;
    }

    /// The same, of a step: its time is the objection's now.
    function save(Step memory s) internal {
        s.objection = s.objection.withSince(s.time);
        save(s.entry, s.number, s.objection);
    }

    /// The phase fits, and the state is one of `states`, one bit each.
    function within(EntryId entry, uint256 number, Objection o, uint256 phase, uint256 states) internal pure {
        bool fits = o.phase() == phase && (states >> o.state()) & 1 == 1;
        if (!fits) revert IObjections.WrongObjectionState(entry, number, o.state());
    }

    /// The next step of an objection after registration, which is in one of `states`.
    function step(EntryId entry, uint256 number, uint256 at, uint256 states) internal view returns (Step memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.objection = load(entry, s.number);
        within(entry, s.number, s.objection, ObjectionPhase.AFTER, states);
        s.time = LegalTime.resolve(at, s.objection.since()); // rule 124
        s.head = Entries.headOf(entry);
    }

    // ------------------------------------------------------------------------------------------------ once only

    /// In a notice nobody has two objections open on one ground: a case has room for 255, which one party could take up until
    /// the notice is over, and so keep all others out. (rule 26)
    function enter(EntryId entry, uint256 number, Objection o) internal {
        bytes32 key = _key(entry, o, 0);
        uint256 earlier = store().latest[key];
        bool open = store().objections[entry][earlier].state() == ObjectionState.FILED;
        if (open) revert IObjections.AlreadyObjected(earlier);
        store().latest[key] = number;
    }

    /// After registration the same party does not object again on the same ground while its objection to the same rights, or
    /// to more, is open, nor once it was decided. (rule 38)
    function enterAfter(EntryId entry, uint256 number, Objection o) internal {
        for (uint256 rights = o.rights(); rights < 8; ++rights) {
            if (rights & o.rights() != o.rights()) continue;
            uint256 earlier = store().latest[_key(entry, o, rights)];
            Objection before = store().objections[entry][earlier];
            if ((OPEN >> before.state()) & 1 == 1) revert IObjections.AlreadyObjected(earlier);
            // Who takes it back after the conclusion has heard the decision.
            bool decided = before.state() == ObjectionState.RESOLVED || before.conclusion() != Conclusion.NONE;
            if (decided) revert IObjections.DecidedBefore(earlier);
        }
        store().latest[_key(entry, o, o.rights())] = number;
    }

    function _key(EntryId entry, Objection o, uint256 rights) private pure returns (bytes32) {
        return keccak256(abi.encode(entry, o.caseNumber(), o.objector(), o.ground(), rights));
    }

    // ------------------------------------------------------------------------------------------------ whose word it takes

    /// The objector itself, or the pair as receipt: one person of the registrar must not be able to turn an objection.
    function needsObjector(Signatories by, EntryId entry, uint256 registrar, uint256 reviewer, uint256 objector)
        internal
        view
    {
        if (!by.given(objector, Power.OBJECT, entry)) by.needsPair(registrar, reviewer); // rules 3, 4
    }

    /// Somebody who holds a right in dispute, or a member of a joint holding that does: whoever contests keeps what all have.
    function holderStands(Signatories by, Step memory s) internal view returns (bool) {
        for (uint256 r; r < 3; ++r) {
            if ((s.objection.rights() >> r) & 1 == 0) continue;
            uint256 holder = s.head.holder(r);
            if (holder == 0) continue;
            if (by.given(holder, Power.OBJECT, s.entry)) return true;
            Members members = Parties.store().members[holder];
            for (uint256 i; i < 8 && members.member(i) != 0; ++i) {
                if (by.given(members.member(i), Power.OBJECT, s.entry)) return true;
            }
        }
        return false;
    }

    /// Everybody who holds a right in dispute gives in: nobody does for another.
    function needsHolders(Signatories by, Step memory s) internal view {
        bool held;
        for (uint256 r; r < 3; ++r) {
            if ((s.objection.rights() >> r) & 1 == 0 || s.head.holder(r) == 0) continue;
            by.needs(s.head.holder(r), Power.DISPOSE, s.entry);
            held = true;
        }
        if (!held) revert IObjections.RightsNotInDispute(s.objection.rights());
    }

    // ------------------------------------------------------------------------------------------------ clocks

    /// A clock of `limit` working days begins on the day of `time`, which is not counted.
    function clock(Objection o, uint256 time, uint256 limit) internal pure returns (Objection) {
        return o.withRun(Calendar.dayOf(time)).withLimit(limit);
    }

    /// The last legal day of the running clock.
    function lastDay(Objection o) internal view returns (uint256) {
        return Calendar.add(o.run(), o.limit());
    }

    // ------------------------------------------------------------------------------------------------ going on and ending

    /// Writes a step and its line. A zero algorithm stands for no document, where time alone decides.
    function record(bytes32 topic, Signatories by, Step memory s, uint256 alg, bytes32 document) internal {
        save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.objection, alg, document
        ));
    }

    /// The same, of an objection that ends in `state`: what was in dispute is so no longer. (rule 39)
    function end(bytes32 topic, Signatories by, Step memory s, uint256 state, uint256 alg, bytes32 document) internal {
        Burden burden = close(s, state);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.objection, burden, alg, document
        ));
    }

    /// Ends it without a line; the burden as it is now, zero when there was none.
    function close(Step memory s, uint256 state) internal returns (Burden burden) {
        if ((DISPUTED >> s.objection.state()) & 1 == 1) {
            burden = Burdens.closed(Burdens.load(s.entry, s.number), s.time);
            Burdens.save(s.entry, s.number, burden);
            s.head = Entries.moved(s.head.withBurdens(s.head.burdens() - 1)); // rule 39
            Entries.setHead(s.entry, s.head);
        }
        uint256 flags = s.objection.flags() & ~ObjectionFlag.MEDIATING;
        s.objection = s.objection.withState(state).withRun(0).withFlags(flags);
        save(s);
    }

    function checkDocument(uint256 alg, bytes32 document) internal pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }
}
