// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Disputes} from "../core/Disputes.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {IObjections} from "../interfaces/IObjections.sol";
import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Conclusion, Ground, Objection, ObjectionFlag, ObjectionPhase, ObjectionState} from "../types/words/Objections.sol";
import {Power} from "../types/words/Parties.sol";
import {Case, CaseState} from "../types/words/Registration.sol";

contract ObjectionsChapter is IObjections {
    using Assent for Signatories;

    uint256 private constant NOTICE = 1 << CaseState.NOTICE;
    uint256 private constant FILED = 1 << ObjectionState.FILED;
    uint256 private constant INCOMPLETE = 1 << ObjectionState.INCOMPLETE;

    /// States in which time alone ends it: nobody supplements, or nobody sues. (SM-3)
    uint256 private constant WAITING = INCOMPLETE | 1 << ObjectionState.CONCLUDED | 1 << ObjectionState.REJECTED;

    // ------------------------------------------------------------------------------------------------ in the notice

    /// @inheritdoc IObjections
    function objectInNotice(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 objector, uint8 ground, uint8 alg, bytes32 evidence
    ) external {
        Journal j = Entries.journalOf(entry);
        uint256 n = Entries.resolve(entry, j, number);
        (Case kase, uint256 time) = Cases.loadIn(entry, n, at, NOTICE);
        uint256 last = Cases.noticeEnd(kase);
        if (Calendar.dayOf(time) > last) revert NoticeClosed(last); // rule 26
        _receive(by, entry, kase.registrar(), objector);
        Objection o = _new(objector, ground, kase.passed(), time, Book.parameters().decideDays()).withPhase(
            ObjectionPhase.NOTICE
        ).withCaseNumber(n); // rule 27
        Disputes.enter(entry, Journals.next(j), o); // rule 26
        kase = kase.withObjections(kase.objections() + 1); // rule 26
        _recordNotice(NoticeObjected.selector, entry, j, Journals.next(j), by, o, kase, alg, evidence);
    }

    /// @inheritdoc IObjections
    function resolveInNotice(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 conclusion, uint8 passed, uint8 alg, bytes32 document
    ) external {
        Journal j = Entries.journalOf(entry);
        uint256 n = Entries.resolve(entry, j, number);
        Objection o = Disputes.load(entry, n);
        Disputes.within(entry, n, o, ObjectionPhase.NOTICE, FILED);
        (Case kase, uint256 time) = Cases.loadIn(entry, o.caseNumber(), at, NOTICE);
        by.needsPair(kase.registrar(), kase.reviewer()); // rules 3, 4
        if (conclusion == Conclusion.NONE || conclusion > Conclusion.DISMISSED) revert ConclusionUnknown(conclusion);
        bool subset = passed != 0 && passed & ~kase.passed() == 0;
        if (!subset || (conclusion == Conclusion.DISMISSED && passed != kase.passed())) revert RightsNotInDispute(passed);
        o = o.withState(ObjectionState.RESOLVED).withConclusion(conclusion).withRun(0).withSince(time);
        kase = kase.withObjections(kase.objections() - 1).withPassed(passed);
        _recordNotice(NoticeObjectionResolved.selector, entry, j, n, by, o, kase, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ after registration

    /// @inheritdoc IObjections
    function object(
        Signatories by, uint40 at, EntryId entry, uint24 objector, uint8 rights, uint8 ground, uint8 alg, bytes32 evidence
    ) external {
        uint256 time = LegalTime.resolve(at);
        Journal j = Entries.journalOf(entry);
        Head head = Entries.headOf(entry);
        if (head.registrar() == 0) revert NotRegistered(entry);
        if (rights == 0 || rights > 7) revert RightsNotInDispute(rights);
        _receive(by, entry, head.registrar(), objector);
        Objection o = _new(objector, ground, rights, time, Book.parameters().notifyDays()).withPhase(ObjectionPhase.AFTER);
        uint256 n = Journals.next(j);
        Disputes.enterAfter(entry, n, o); // rule 38
        Disputes.save(entry, n, o);
        Disputes.checkDocument(alg, evidence);
        Entries.record(entry, j, abi.encode(Objected.selector, entry, n, n, by, time, o, alg, evidence));
    }

    /// @inheritdoc IObjections
    function findIncomplete(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 days_, uint8 alg, bytes32 list
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, FILED);
        by.needsRegistrar(s.head.registrar(), Power.REVIEW); // rule 4
        if (s.objection.flags() & ObjectionFlag.RETURNED != 0) revert MaterialAskedBefore();
        if (days_ == 0 || days_ > 63) revert DaysNotValid(days_);
        s.objection = Disputes.clock(s.objection.withState(ObjectionState.INCOMPLETE), s.time, days_).withFlags(
            ObjectionFlag.RETURNED
        );
        Disputes.checkDocument(alg, list);
        Disputes.record(ObjectionIncomplete.selector, by, s, alg, list);
    }

    /// @inheritdoc IObjections
    function refile(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 evidence) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, INCOMPLETE);
        _receive(by, entry, s.head.registrar(), s.objection.objector());
        uint256 last = Disputes.lastDay(s.objection);
        if (Calendar.dayOf(s.time) > last) revert Cases.LimitPassed(last);
        s.objection = Disputes.clock(
            s.objection.withState(ObjectionState.FILED), s.time, Book.parameters().notifyDays()
        );
        Disputes.checkDocument(alg, evidence);
        Disputes.record(ObjectionRefiled.selector, by, s, alg, evidence);
    }

    /// @inheritdoc IObjections
    function complete(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, FILED);
        by.needsPair(s.head.registrar(), 0); // rules 3, 4: it stops the holder
        s.objection = Disputes.clock(
            s.objection.withState(ObjectionState.COMPLETE).withCompleted(Calendar.dayOf(s.time)).withSince(s.time),
            s.time,
            Book.parameters().notifyDays()
        ); // rule 38
        Burden b = Burdens.open(
            BurdenKind.DISPUTE, s.objection.rights(), Book.parameters().disputeEffects(), s.objection.objector(), 0, s.time
        ).withWaivable(1); // rule 39
        Head head = Entries.moved(s.head.withBurdens(s.head.burdens() + 1)); // rule 39
        Disputes.checkDocument(alg, document);
        Disputes.save(entry, s.number, s.objection);
        Burdens.save(entry, s.number, b);
        Entries.setHead(entry, head);
        Entries.record(entry, s.journal, abi.encode(
            ObjectionCompleted.selector, entry, Journals.next(s.journal), s.number, by, s.time, head, s.objection, b, alg,
            document
        ));
    }

    /// @inheritdoc IObjections
    function lapseObjection(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        LegalTime.blockTime(at);
        Disputes.Step memory s = Disputes.step(entry, number, 0, WAITING);
        uint256 last = Disputes.lastDay(s.objection);
        if (Calendar.today() <= last) revert IRegistration.TooEarly(last);
        Disputes.end(ObjectionLapsed.selector, by, s, ObjectionState.LAPSED, 0, 0);
    }

    // ------------------------------------------------------------------------------------------------ either

    /// @inheritdoc IObjections
    function withdrawObjection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Journal j = Entries.journalOf(entry);
        uint256 n = Entries.resolve(entry, j, number);
        Objection o = Disputes.load(entry, n);
        if (o.phase() == ObjectionPhase.NOTICE) {
            Disputes.within(entry, n, o, ObjectionPhase.NOTICE, FILED);
            // Whatever concerns an objection in the notice is also a step of its case, so the case's order is the objection's.
            (Case kase, uint256 time) = Cases.load(entry, o.caseNumber(), at);
            Disputes.needsObjector(by, entry, kase.registrar(), kase.reviewer(), o.objector()); // rule 3
            if (kase.state() == CaseState.NOTICE) kase = kase.withObjections(kase.objections() - 1);
            o = o.withState(ObjectionState.WITHDRAWN).withRun(0).withSince(time);
            _recordNotice(NoticeObjectionWithdrawn.selector, entry, j, n, by, o, kase, alg, document);
            return;
        }
        Disputes.Step memory s = Disputes.step(entry, n, at, Disputes.OPEN);
        Disputes.needsObjector(by, entry, s.head.registrar(), 0, o.objector()); // rule 3
        Disputes.checkDocument(alg, document);
        Disputes.end(ObjectionWithdrawn.selector, by, s, ObjectionState.WITHDRAWN, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The objector acts itself, or a reviewer enters what an objector without officers handed in.
    function _receive(Signatories by, EntryId entry, uint256 registrar, uint256 objector) private view {
        if (by.officerOf(Parties.keeper(registrar), Power.REVIEW) == 0) by.needs(objector, Power.OBJECT, entry);
        else {
            by.needsRegistrar(registrar, Power.REVIEW); // rule 4
            Parties.live(objector);
        }
    }

    function _new(uint256 objector, uint256 ground, uint256 rights, uint256 time, uint256 limit)
        private
        pure
        returns (Objection)
    {
        if (ground == Ground.NONE || ground > Ground.OTHER) revert GroundUnknown(ground);
        Objection o = Objection.wrap(0).withState(ObjectionState.FILED).withGround(ground).withObjector(objector).withSince(
            time
        ).withFiled(Calendar.dayOf(time)).withRights(rights);
        return Disputes.clock(o, time, limit);
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _recordNotice(
        bytes32 topic, EntryId entry, Journal j, uint256 n, Signatories by, Objection o, Case kase, uint256 alg,
        bytes32 document
    ) private {
        Disputes.checkDocument(alg, document);
        Disputes.save(entry, n, o);
        Cases.save(entry, o.caseNumber(), kase);
        Entries.record(entry, j, abi.encode(
            topic, entry, Journals.next(j), n, by, o.since(), o, o.caseNumber(), kase, alg, document
        ));
    }
}
