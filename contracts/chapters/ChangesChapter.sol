// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Applications} from "../core/Applications.sol";
import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Origins} from "../core/Origins.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {Titles} from "../core/Titles.sol";
import {IChanges} from "../interfaces/IChanges.sol";
import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Effect} from "../types/words/Burdens.sol";
import {Transfer} from "../types/words/Changes.sol";
import {Right} from "../types/words/Common.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Licence} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {Case, CaseKind, CaseState, Claim} from "../types/words/Registration.sol";

contract ChangesChapter is IChanges {
    using Assent for Signatories;

    uint256 private constant CORRECTION = 1 << CaseState.CORRECTION;
    uint256 private constant DECIDED = 1 << CaseState.NOTICE | 1 << CaseState.CLEARED;
    uint256 private constant ALL = Right.HOLD | Right.USE | Right.OPERATE;

    /// Months before the last day in which a renewal may be applied for. (rule 32)
    uint256 private constant RENEWAL_MONTHS = 6;

    /// A folio being acted upon; of a case, with its number and word.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        Case kase;
        uint256 time;
        uint256 day;
    }

    // ------------------------------------------------------------------------------------------------ applying

    /// @inheritdoc IChanges
    function applyTransfer(
        Signatories by, uint40 at, EntryId entry, Case kase, uint24 transferee, uint8 alg, bytes32 application
    ) external {
        Subject memory s = _apply(by, at, entry, kase, CaseKind.TRANSFER);
        Applications.notOf(transferee, kase.registrar()); // rule 2
        by.needs(kase.applicant(), Power.DISPOSE, entry); // rule 34
        by.needs(transferee, Power.FILE, entry); // rule 34
        if (transferee == kase.applicant()) revert TransfereeHolds(transferee); // rules 34, 35
        Transfer transfer = Transfer.wrap(0).withTransferee(transferee);
        Applications.store().transfers[entry][s.number] = transfer;
        _checkDocument(alg, application);
        _record(s, abi.encode(
            TransferApplied.selector, entry, s.number, s.number, by, s.time, s.kase, transfer, alg, application
        ));
    }

    /// @inheritdoc IChanges
    function applyChange(
        Signatories by, uint40 at, EntryId entry, Case kase, Claim claim, uint8 alg, bytes32 application
    ) external {
        Subject memory s = _apply(by, at, entry, kase, CaseKind.CHANGE);
        _checkAllInForce(s); // rule 33
        claim = _checkClaim(s, claim);
        Cases.store().claims[entry][s.number] = claim;
        _checkDocument(alg, application);
        _record(s, abi.encode(
            ChangeApplied.selector, entry, s.number, s.number, by, s.time, s.kase, claim, alg, application
        ));
    }

    /// @inheritdoc IChanges
    function applyRenewal(Signatories by, uint40 at, EntryId entry, Case kase, uint8 alg, bytes32 application) external {
        Subject memory s = _apply(by, at, entry, kase, CaseKind.RENEWAL);
        for (uint256 r; r < 3; ++r) {
            if ((kase.asked() >> r) & 1 == 0) continue;
            _checkWindow(s.head.until(r), s.day); // rule 32
            uint256 pending = Cases.renewal(entry, r, kase.applicant());
            if (pending != 0) revert RenewalPending(pending);
            Cases.store().renewals[entry][r] = s.number;
        }
        _checkDocument(alg, application);
        _record(s, abi.encode(RenewalApplied.selector, entry, s.number, s.number, by, s.time, s.kase, alg, application));
    }

    /// @inheritdoc IChanges
    function applyCancellation(Signatories by, uint40 at, EntryId entry, Case kase, uint8 alg, bytes32 application) external {
        Subject memory s = _apply(by, at, entry, kase, CaseKind.CANCELLATION);
        by.needs(kase.applicant(), Power.DISPOSE, entry);
        _checkDocument(alg, application);
        _record(s, abi.encode(
            CancellationApplied.selector, entry, s.number, s.number, by, s.time, s.kase, alg, application
        ));
    }

    /// @inheritdoc IChanges
    function reapply(
        Signatories by, uint40 at, EntryId entry, uint24 number, Claim claim, uint8 alg, bytes32 application
    ) external {
        Subject memory s = _load(at, entry, number, CORRECTION);
        if (s.kase.kind() == CaseKind.INITIAL) revert Cases.WrongCaseKind(entry, s.number, s.kase.kind());
        Applications.again(by, entry, s.number, s.kase, s.day); // rules 2, 22, 34
        if (s.kase.kind() == CaseKind.CHANGE) {
            claim = _checkClaim(s, claim);
            Cases.store().claims[entry][s.number] = claim;
        } else if (Claim.unwrap(claim) != 0) {
            revert IRegistration.ClaimNotValid();
        }
        s.kase = Applications.begin(s.kase, s.day);
        _checkDocument(alg, application);
        _record(s, abi.encode(
            Reapplied.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.kase, claim, alg, application
        ));
    }

    // ------------------------------------------------------------------------------------------------ completing

    /// @inheritdoc IChanges
    function completeTransfer(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 national, uint24[] calldata burdens,
        uint24[] calldata licences
    ) external {
        Subject memory s = _decided(by, at, entry, number, CaseKind.TRANSFER);
        uint256 passed = s.kase.passed();
        if (passed != s.kase.asked()) revert IRegistration.PassedNotAsked(passed); // rule 34: they agreed on all of it
        uint256 transferee = Applications.store().transfers[entry][s.number].transferee();
        Burdens.needsFree(s.kase.applicant()); // rule 115
        by.needs(transferee, Power.ACCEPT, entry); // rule 1
        Applications.notOf(transferee, s.kase.registrar()); // rule 2: who took over meanwhile
        // The registrar's own pair signs here; none of them may be the one who accepts for the transferee.
        bool accepts = by.officerOf(Parties.keeper(s.kase.registrar()), Power.ACCEPT) != 0;
        if (accepts) revert IRegistration.RegistrarTakesPart(s.kase.registrar()); // rule 2
        Burdens.clear(by, _move(s, passed, Effect.TRANSFER), s.head, burdens); // rule 39
        Securities.needsNoCreditor(entry, transferee, burdens); // rule 65
        // What the transferee takes over; a licence that allows nothing meets none of them.
        Licensing.needsRoom(entry, s.head.licences(), licences, Licence.wrap(0), s.time);
        s.head = Entries.moved(Titles.given(s.head, passed, transferee)); // rule 34
        _complete(Transferred.selector, by, s, alg, national);
    }

    /// @inheritdoc IChanges
    function completeChange(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 national, uint24[] calldata burdens
    ) external {
        Subject memory s = _decided(by, at, entry, number, CaseKind.CHANGE);
        _checkAllInForce(s); // rule 33
        Burdens.needsFree(s.kase.applicant()); // rule 115
        Burdens.clear(by, _move(s, ALL, Effect.UPDATE), s.head, burdens); // rule 39
        Claim claim = Cases.store().claims[entry][s.number];
        // Once more: another case may have brought other origins, and a source or an opinion may have ended meanwhile.
        Origins.check(entry, claim, s.head, s.kase.asked()); // rules 14–20
        Applications.needsOpinion(entry, claim, s.time); // rule 20
        s.head = Entries.moved(Applications.added(s.head, claim)); // rule 33
        _complete(Changed.selector, by, s, alg, national);
    }

    /// @inheritdoc IChanges
    function completeRenewal(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 national
    ) external {
        Subject memory s = _decided(by, at, entry, number, CaseKind.RENEWAL);
        uint256 latest = Calendar.lastDay(s.day, Book.parameters().credentialYears());
        if (until < s.day || until > latest) revert IRegistration.UntilTooFar(until, latest); // rule 28
        for (uint256 r; r < 3; ++r) {
            if ((s.kase.passed() >> r) & 1 == 0) continue;
            if (until < s.head.until(r)) revert RenewalShortens(until, s.head.until(r));
            s.head = s.head.withUntil(r, until);
        }
        s.head = Entries.moved(s.head);
        _complete(Renewed.selector, by, s, alg, national);
    }

    /// @inheritdoc IChanges
    function completeCancellation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 national, uint24[] calldata burdens,
        uint24[] calldata licences
    ) external {
        Subject memory s = _decided(by, at, entry, number, CaseKind.CANCELLATION);
        Burdens.needsFree(s.kase.applicant()); // rule 115
        Burdens.clear(by, _move(s, s.kase.passed(), Effect.CANCEL), s.head, burdens); // rule 39
        if (s.kase.passed() & Right.OPERATE != 0) _checkWoundDown(by, s, licences);
        s.head = Entries.moved(Titles.ended(s.head, s.kase.passed()));
        _complete(Cancelled.selector, by, s, alg, national);
    }

    // ------------------------------------------------------------------------------------------------ loading

    function _folio(uint256 at, EntryId entry) private view returns (Subject memory s) {
        s.entry = entry;
        s.time = LegalTime.resolve(at); // rule 124
        s.day = Calendar.dayOf(s.time);
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.head = Entries.headOf(entry);
    }

    /// A new case about rights that its applicant holds.
    function _apply(Signatories by, uint256 at, EntryId entry, Case kase, uint256 kind)
        private
        view
        returns (Subject memory s)
    {
        s = _folio(at, entry);
        Applications.check(by, entry, kase); // rules 1, 2, 4, 31
        _checkHeld(s, kase.asked(), kase.applicant());
        s.kase = Applications.begin(kase.withKind(kind), s.day).withSince(s.time);
    }

    function _load(uint256 at, EntryId entry, uint256 number, uint256 states) private view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        (s.kase, s.time) = Cases.loadIn(entry, s.number, at, states);
        s.day = Calendar.dayOf(s.time);
        s.head = Entries.headOf(entry);
    }

    /// A case that may be completed: passed, the notice over, its applicant still the holder of what passed.
    function _decided(Signatories by, uint256 at, EntryId entry, uint256 number, uint256 kind)
        private
        view
        returns (Subject memory s)
    {
        s = _load(at, entry, number, DECIDED);
        if (s.kase.kind() != kind) revert Cases.WrongCaseKind(entry, s.number, s.kase.kind());
        by.needsPair(s.kase.registrar(), s.kase.reviewer()); // rules 3, 4
        Applications.keeps(s.head, s.kase); // rule 31
        Parties.live(s.kase.applicant()); // rule 1
        Cases.noticeOver(s.kase, s.day); // rules 25, 26
        _checkHeld(s, s.kase.passed(), s.kase.applicant());
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Each of `rights` is `applicant`'s and in force, by legal time and by block time. (rules 28, 32)
    function _checkHeld(Subject memory s, uint256 rights, uint256 applicant) private view {
        for (uint256 r; r < 3; ++r) {
            if ((rights >> r) & 1 == 0) continue;
            if (s.head.holder(r) != applicant) revert NotTheHolder(r, s.head.holder(r));
            Titles.needsLive(s.entry, s.head, 1 << r, s.day); // rule 28
        }
    }

    /// What a folio says is said of all its rights: whoever changes it holds every one in force. (rule 33)
    function _checkAllInForce(Subject memory s) private view {
        uint256 live = Entries.live(s.entry, s.head, s.day);
        if (s.kase.asked() != live) revert NotAllInForce(live);
    }

    function _checkClaim(Subject memory s, Claim claim) private view returns (Claim) {
        Applications.checkTerms(claim);
        return Applications.checkClaim(s.entry, claim, s.kase.asked(), s.time); // rules 14–20
    }

    /// From six months before the last day to the day before it, by legal time and by block time. (rule 32)
    function _checkWindow(uint256 until, uint256 day) private view {
        uint256 opens = Calendar.monthsBefore(until, RENEWAL_MONTHS);
        uint256 today = Calendar.today();
        bool outside = day < opens || today < opens || day >= until || today >= until;
        if (outside) revert OutsideRenewal(opens, until - 1);
    }

    /// Every licence not closed is listed, and who may still use the data under one has acknowledged that it loses its basis.
    function _checkWoundDown(Signatories by, Subject memory s, uint24[] calldata licences) private view {
        Licensing.needsRoom(s.entry, s.head.licences(), licences, Licence.wrap(0), s.time);
        for (uint256 i; i < licences.length; ++i) Licensing.needsAcknowledged(by, s.entry, licences[i], s.day);
    }

    function _checkDocument(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    function _move(Subject memory s, uint256 rights, uint256 effects) private pure returns (Burdens.Move memory) {
        return Burdens.Move({entry: s.entry, rights: rights, effects: effects, time: s.time, licence: Licence.wrap(0)});
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _complete(bytes32 topic, Signatories by, Subject memory s, uint256 alg, bytes32 national) private {
        _checkDocument(alg, national);
        s.kase = s.kase.withState(CaseState.ANCHORED);
        Entries.setHead(s.entry, s.head);
        _record(s, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.kase, alg, national
        ));
    }

    function _record(Subject memory s, bytes memory line) private {
        Cases.save(s.entry, s.number, s.kase);
        Entries.record(s.entry, s.journal, line);
    }
}
