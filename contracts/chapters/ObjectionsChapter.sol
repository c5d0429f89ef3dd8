// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Digests} from "../core/Digests.sol";
import {Disputes} from "../core/Disputes.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {IObjections} from "../interfaces/IObjections.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Conclusion, Ground, Objection, ObjectionPhase, ObjectionState} from "../types/words/Objections.sol";
import {Power} from "../types/words/Parties.sol";
import {Case, CaseState} from "../types/words/Registration.sol";

contract ObjectionsChapter is IObjections {
    using Assent for Signatories;

    uint256 private constant NOTICE = 1 << CaseState.NOTICE;

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
        (uint256 n, Journal j, Objection o) = _load(entry, number);
        _in(entry, n, o, 1 << ObjectionState.FILED, ObjectionPhase.NOTICE);
        (Case kase, uint256 time) = Cases.loadIn(entry, o.caseNumber(), at, NOTICE);
        by.needsPair(kase.registrar(), kase.reviewer()); // rules 3, 4
        if (conclusion == Conclusion.NONE || conclusion > Conclusion.DISMISSED) revert ConclusionUnknown(conclusion);
        bool subset = passed != 0 && passed & ~kase.passed() == 0;
        if (!subset || (conclusion == Conclusion.DISMISSED && passed != kase.passed())) revert RightsNotInDispute(passed);
        o = o.withState(ObjectionState.RESOLVED).withConclusion(conclusion).withSince(time);
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
        Disputes.save(entry, n, o);
        _present(alg, evidence);
        Entries.record(entry, j, abi.encode(Objected.selector, entry, n, n, by, time, o, alg, evidence));
    }

    /// @inheritdoc IObjections
    function complete(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        (uint256 n, Journal j, Objection o) = _load(entry, number);
        _in(entry, n, o, 1 << ObjectionState.FILED, ObjectionPhase.AFTER);
        uint256 time = LegalTime.resolve(at, o.since());
        Head head = Entries.headOf(entry);
        by.needsPair(head.registrar(), 0); // rules 3, 4: it stops the holder
        o = o.withState(ObjectionState.COMPLETE).withCompleted(Calendar.dayOf(time)).withSince(time);
        Burden b = Burdens.open(
            BurdenKind.DISPUTE, o.rights(), Book.parameters().disputeEffects(), o.objector(), 0, time
        ).withWaivable(1); // rule 39
        head = Entries.moved(head.withBurdens(head.burdens() + 1));
        _recordAfter(ObjectionCompleted.selector, entry, j, n, by, head, o, b, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ either

    /// @inheritdoc IObjections
    function withdrawObjection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Objection o) = _load(entry, number);
        if (o.phase() == ObjectionPhase.NOTICE) {
            _in(entry, n, o, 1 << ObjectionState.FILED, ObjectionPhase.NOTICE);
            // Whatever concerns an objection in the notice is also a step of its case, so the case's order is the objection's.
            (Case kase, uint256 noticeTime) = Cases.load(entry, o.caseNumber(), at);
            _takeBack(by, entry, kase.registrar(), kase.reviewer(), o.objector());
            if (kase.state() == CaseState.NOTICE) kase = kase.withObjections(kase.objections() - 1);
            o = o.withState(ObjectionState.WITHDRAWN).withSince(noticeTime);
            _recordNotice(NoticeObjectionWithdrawn.selector, entry, j, n, by, o, kase, alg, document);
            return;
        }
        _in(entry, n, o, (1 << ObjectionState.FILED) | (1 << ObjectionState.COMPLETE), ObjectionPhase.AFTER);
        uint256 time = LegalTime.resolve(at, o.since());
        Head head = Entries.headOf(entry);
        _takeBack(by, entry, head.registrar(), 0, o.objector());
        Burden b = Burden.wrap(0);
        if (o.state() == ObjectionState.COMPLETE) {
            b = Burdens.closed(Burdens.load(entry, n), time);
            head = Entries.moved(head.withBurdens(head.burdens() - 1));
        }
        o = o.withState(ObjectionState.WITHDRAWN).withSince(time);
        _recordAfter(ObjectionWithdrawn.selector, entry, j, n, by, head, o, b, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The objector acts itself, or a reviewer enters what an objector without officers handed in.
    function _receive(Signatories by, EntryId entry, uint256 registrar, uint256 objector) private view {
        if (by.officerOf(registrar, Power.REVIEW) == 0) by.needs(objector, Power.OBJECT, entry);
        else {
            by.needsRegistrar(registrar, Power.REVIEW); // rule 4
            Parties.live(objector);
        }
    }

    /// The objector itself, or the pair as receipt: one person of the registrar must not be able to end an objection.
    function _takeBack(Signatories by, EntryId entry, uint256 registrar, uint256 reviewer, uint256 objector) private view {
        if (!by.given(objector, Power.OBJECT, entry)) by.needsPair(registrar, reviewer); // rules 3, 4
    }

    function _new(uint256 objector, uint256 ground, uint256 rights, uint256 time, uint256 limit)
        private
        pure
        returns (Objection)
    {
        if (ground == Ground.NONE || ground > Ground.OTHER) revert GroundUnknown(ground);
        return Objection.wrap(0).withState(ObjectionState.FILED).withGround(ground).withObjector(objector).withSince(time)
            .withFiled(Calendar.dayOf(time)).withLimit(limit).withRights(rights);
    }

    function _load(EntryId entry, uint256 number) private view returns (uint256 n, Journal j, Objection o) {
        j = Entries.journalOf(entry);
        n = Entries.resolve(entry, j, number);
        o = Disputes.load(entry, n);
    }

    function _in(EntryId entry, uint256 n, Objection o, uint256 states, uint256 phase) private pure {
        if ((states >> o.state()) & 1 == 0 || o.phase() != phase) revert WrongObjectionState(entry, n, o.state());
    }

    function _present(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _recordNotice(
        bytes32 topic, EntryId entry, Journal j, uint256 n, Signatories by, Objection o, Case kase, uint256 alg,
        bytes32 document
    ) private {
        _present(alg, document);
        Disputes.save(entry, n, o);
        Cases.save(entry, o.caseNumber(), kase);
        Entries.record(entry, j, abi.encode(
            topic, entry, Journals.next(j), n, by, o.since(), o, o.caseNumber(), kase, alg, document
        ));
    }

    /// A burden of the same number goes with it; a zero word was not written.
    function _recordAfter(
        bytes32 topic, EntryId entry, Journal j, uint256 n, Signatories by, Head head, Objection o, Burden b, uint256 alg,
        bytes32 document
    ) private {
        _present(alg, document);
        Disputes.save(entry, n, o);
        if (b.state() != BurdenState.NONE) {
            Burdens.save(entry, n, b);
            Entries.setHead(entry, head);
        }
        Entries.record(entry, j, abi.encode(topic, entry, Journals.next(j), n, by, o.since(), head, o, b, alg, document));
    }
}
