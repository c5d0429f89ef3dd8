// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LicenceSteps} from "../core/LicenceSteps.sol";
import {Licensing} from "../core/Licensing.sol";
import {Order, Orders} from "../core/Orders.sol";
import {ILicenceChanges} from "../interfaces/ILicenceChanges.sol";
import {ILicences} from "../interfaces/ILicences.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {EndReason, LicenceState} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";

contract LicenceChangesChapter is ILicenceChanges {
    using Assent for Signatories;

    /// @inheritdoc ILicenceChanges
    function novate(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 assignee, uint8 alg, bytes32 document,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external {
        LicenceSteps.Subject memory s = LicenceSteps.load(entry, licence, at);
        uint256 former = s.licence.licensee();
        _checkInForce(s);
        _checkNovation(by, s, assignee);
        s.licence = s.licence.withLicensee(assignee).withLast(Calendar.dayOf(s.time));
        if (Licensing.isExclusive(s.licence)) {
            s.burden = Burdens.load(entry, s.number).withParty(assignee).withSince(s.time);
        }
        s.head = Entries.moved(s.head);
        // Written first: what is the assignee's own does not stand in its way.
        LicenceSteps.save(s);
        _checkRoom(by, s, burdens, licences);
        Digests.known(alg); // rule 123
        Digests.present(document);
        Entries.record(entry, s.journal, abi.encode(
            LicenceNovated.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.licence, s.burden,
            former, alg, document
        ));
    }

    /// @inheritdoc ILicenceChanges
    function endByOrder(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint8 code, Order calldata order
    ) external {
        LicenceSteps.Subject memory s = LicenceSteps.load(entry, licence, at);
        uint256 state = s.licence.state();
        if (state != LicenceState.ACTIVE && state != LicenceState.SUSPENDED) {
            revert LicenceNotActive(entry, s.number, state);
        }
        bool ordered = code == EndReason.INSOLVENCY || code == EndReason.SOURCE_LOSS || code == EndReason.ORDER;
        if (!ordered) revert ILicences.ReasonUnknown(code); // rule 54
        Orders.check(by, order, s.head.registrar(), s.time); // rules 54, 116
        s.licence = Licensing.ended(s.licence, Calendar.dayOf(s.time));
        if (Licensing.isExclusive(s.licence)) LicenceSteps.closeBurden(s);
        s.head = Entries.moved(s.head);
        LicenceSteps.save(s);
        Entries.record(entry, s.journal, abi.encode(
            LicenceEndedByOrder.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.licence, s.burden,
            code, order
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The licence, all it was given under, and the right itself are in force, by legal time and by block time.
    function _checkInForce(LicenceSteps.Subject memory s) private view {
        uint256 day = Calendar.dayOf(s.time);
        if (s.licence.state() != LicenceState.ACTIVE) revert LicenceNotActive(s.entry, s.number, s.licence.state());
        bool live = Licensing.isLive(s.entry, s.licence, day) && Licensing.isLive(s.entry, s.licence, Calendar.today());
        if (!live) revert Licensing.LicenceNotLive(s.entry, s.number); // rule 54
        bool based = Entries.isLive(s.entry, s.head, Entries.OPERATE, day) && Entries.isLive(s.entry, s.head, Entries.OPERATE, Calendar.today());
        if (!based) revert ILicences.RightNotOperable(s.entry); // rule 43
    }

    /// All three agree. No licence changes hands without its licensor. (rule 61)
    function _checkNovation(Signatories by, LicenceSteps.Subject memory s, uint256 assignee) private view {
        uint256 licensor = Licensing.licensor(s.entry, s.head, s.licence);
        if (assignee == s.licence.licensee() || assignee == licensor) revert AssigneeNotValid(assignee);
        Burdens.needsFree(licensor); // rule 115: it is as if it licensed now
        Burdens.needsFree(s.licence.licensee()); // rule 115: it gives away what it holds
        by.needs(licensor, Licensing.power(s.licence), s.entry); // rule 61
        by.needs(s.licence.licensee(), Power.ACCEPT, s.entry); // rule 61
        by.needs(assignee, Power.ACCEPT, s.entry); // rule 61
    }

    /// It is as if the licence were granted to the assignee now. (rules 46, 52)
    function _checkRoom(
        Signatories by, LicenceSteps.Subject memory s, uint24[] calldata burdens, uint24[] calldata licences
    ) private view {
        bool exclusive = Licensing.isExclusive(s.licence);
        uint256 effects = exclusive ? Effect.LICENCE_EXCLUSIVE : Effect.LICENCE_ORDINARY;
        if (s.licence.parent() != 0) effects |= Effect.SUBLICENSE;
        Burdens.clear(
            by,
            Burdens.Move({entry: s.entry, rights: Right.OPERATE, effects: effects, time: s.time, licence: s.licence}),
            s.head,
            burdens
        ); // rule 52
        if (exclusive) Licensing.needsRoom(s.entry, s.head.licences(), licences, s.licence, s.time); // rule 46
        else if (licences.length != 0) revert ILicences.TermsNotValid();
    }
}
