// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Disputes} from "../core/Disputes.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Order, Orders} from "../core/Orders.sol";
import {IDisputes} from "../interfaces/IDisputes.sol";
import {IObjections} from "../interfaces/IObjections.sol";
import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {SlotStatus} from "../types/words/Entries.sol";
import {
    Conclusion, DisputeSide, HolderResponse, ObjectionFlag, ObjectionOutcome, ObjectionState
} from "../types/words/Objections.sol";
import {Power} from "../types/words/Parties.sol";
import {Case, CaseKind, CaseState} from "../types/words/Registration.sol";

contract DisputesChapter is IDisputes {
    using Assent for Signatories;

    uint256 private constant COMPLETE = 1 << ObjectionState.COMPLETE;
    uint256 private constant NOTIFIED = 1 << ObjectionState.NOTIFIED;
    uint256 private constant CONTESTED = 1 << ObjectionState.CONTESTED | 1 << ObjectionState.INVESTIGATING;
    uint256 private constant CONCLUDED = 1 << ObjectionState.CONCLUDED;
    uint256 private constant REJECTED = 1 << ObjectionState.REJECTED;
    uint256 private constant AGREED = 1 << ObjectionState.ADMITTED | 1 << ObjectionState.ACCEPTED;

    uint256 private constant BOTH = DisputeSide.OBJECTOR | DisputeSide.HOLDER;

    // ------------------------------------------------------------------------------------------------ the holder

    /// @inheritdoc IDisputes
    function notifyHolder(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, COMPLETE);
        by.needsRegistrar(s.head.registrar(), Power.REVIEW); // rule 4
        s.objection = Disputes.clock(
            s.objection.withState(ObjectionState.NOTIFIED), s.time, Book.parameters().answerDays()
        ); // rule 38: late is late, and better than never
        _record(HolderNotified.selector, by, s, alg, document);
    }

    /// @inheritdoc IDisputes
    function respond(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 response, uint8 alg, bytes32 document
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, NOTIFIED);
        if (response == HolderResponse.ADMIT) Disputes.needsHolders(by, s);
        else if (response != HolderResponse.CONTEST) revert ResponseUnknown(response);
        else if (!Disputes.holderStands(by, s)) by.needsRegistrar(s.head.registrar(), Power.REVIEW); // rule 4
        s.objection = s.objection.withResponse(response).withRun(0).withState(
            response == HolderResponse.ADMIT ? ObjectionState.ADMITTED : ObjectionState.CONTESTED
        );
        _record(ObjectionAnswered.selector, by, s, alg, document);
    }

    /// @inheritdoc IDisputes
    function deemContested(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        LegalTime.blockTime(at);
        Disputes.Step memory s = Disputes.step(entry, number, 0, NOTIFIED);
        uint256 last = Disputes.lastDay(s.objection);
        if (Calendar.today() <= last) revert IRegistration.TooEarly(last); // rule 38
        s.objection = s.objection.withResponse(HolderResponse.SILENT).withRun(0).withState(ObjectionState.CONTESTED);
        Disputes.record(ObjectionAnswered.selector, by, s, 0, 0);
    }

    // ------------------------------------------------------------------------------------------------ the registrar

    /// @inheritdoc IDisputes
    function investigate(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 marks, uint8 alg, bytes32 document
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, CONTESTED);
        by.needsRegistrar(s.head.registrar(), Power.REVIEW); // rule 4
        if (marks & ~ObjectionFlag.MEDIATING != 0) revert MarkUnknown(marks);
        uint256 flags = s.objection.flags() & ~ObjectionFlag.MEDIATING | marks;
        s.objection = s.objection.withState(ObjectionState.INVESTIGATING).withFlags(flags);
        _record(ObjectionInvestigated.selector, by, s, alg, document);
    }

    /// @inheritdoc IDisputes
    function conclude(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 conclusion, uint8 alg, bytes32 reasons
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, CONTESTED);
        by.needsPair(s.head.registrar(), 0); // rules 3, 4
        bool known = conclusion != Conclusion.NONE && conclusion <= Conclusion.DISMISSED;
        if (!known) revert IObjections.ConclusionUnknown(conclusion);
        uint256 flags = s.objection.flags() & ~ObjectionFlag.MEDIATING;
        s.objection = Disputes.clock(
            s.objection.withState(ObjectionState.CONCLUDED).withConclusion(conclusion).withFlags(flags),
            s.time,
            Book.parameters().litigationDays()
        );
        _record(ObjectionConcluded.selector, by, s, alg, reasons);
    }

    // ------------------------------------------------------------------------------------------------ both sides

    /// @inheritdoc IDisputes
    function acceptConclusion(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 sides, uint8 alg, bytes32 document
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, CONCLUDED);
        uint256 accepted = s.objection.accepted();
        if (sides == 0 || sides & ~(BOTH & ~accepted) != 0) revert SideNotOpen(sides);
        if (sides & DisputeSide.OBJECTOR != 0) {
            Disputes.needsObjector(by, entry, s.head.registrar(), 0, s.objection.objector()); // rule 3
        }
        if (sides & DisputeSide.HOLDER != 0) Disputes.needsHolders(by, s);
        s.objection = s.objection.withAccepted(accepted | sides);
        if (accepted | sides == BOTH) s.objection = s.objection.withState(ObjectionState.ACCEPTED).withRun(0);
        _record(ConclusionAccepted.selector, by, s, alg, document);
    }

    /// @inheritdoc IDisputes
    function rejectConclusion(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 side, uint8 alg, bytes32 document
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, CONCLUDED);
        if (side & s.objection.accepted() != 0) revert SideNotOpen(side);
        _needsSide(by, s, side);
        _inTime(s);
        s.objection = Disputes.clock(
            s.objection.withState(ObjectionState.REJECTED), s.time, Book.parameters().litigationDays()
        );
        _recordSide(ConclusionRejected.selector, by, s, side, alg, document);
    }

    /// @inheritdoc IDisputes
    function litigate(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 side, uint8 alg, bytes32 docket
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, CONCLUDED | REJECTED | AGREED);
        _needsSide(by, s, side);
        if (s.objection.run() != 0) _inTime(s);
        s.objection = s.objection.withState(ObjectionState.LITIGATION).withRun(0);
        _recordSide(ObjectionLitigated.selector, by, s, side, alg, docket);
    }

    // ------------------------------------------------------------------------------------------------ the end

    /// @inheritdoc IDisputes
    function resolveObjection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 outcome, uint24 change, uint8 alg, bytes32 document
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, AGREED); // rule 38
        by.needsPair(s.head.registrar(), 0); // rules 3, 4
        bool admitted = s.objection.state() == ObjectionState.ADMITTED;
        uint256 conclusion = s.objection.conclusion();
        bool stands = outcome == ObjectionOutcome.STANDS;
        bool wrong = stands ? admitted || conclusion == Conclusion.UPHELD : conclusion == Conclusion.DISMISSED;
        if (wrong) revert OutcomeNotFitting(outcome); // rule 38
        _settle(s, outcome, change);
        Disputes.checkDocument(alg, document);
        Disputes.end(ObjectionResolved.selector, by, s, ObjectionState.RESOLVED, alg, document);
    }

    /// @inheritdoc IDisputes
    function resolveByOrder(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 outcome, uint24 change, Order calldata order
    ) external {
        Disputes.Step memory s = Disputes.step(entry, number, at, Disputes.DISPUTED);
        Orders.check(by, order, s.head.registrar(), s.time); // rules 3, 4, 38, 116
        _settle(s, outcome, change);
        Burden burden = Disputes.close(s, ObjectionState.RESOLVED);
        Entries.record(entry, s.journal, abi.encode(
            ObjectionResolvedByOrder.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.objection,
            burden, order
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// One side speaks for itself, or the pair enters it as receipt: it turns the dispute.
    function _needsSide(Signatories by, Disputes.Step memory s, uint256 side) private view {
        uint256 registrar = s.head.registrar();
        if (side == DisputeSide.OBJECTOR) Disputes.needsObjector(by, s.entry, registrar, 0, s.objection.objector()); // rule 3
        else if (side != DisputeSide.HOLDER) revert SideNotOpen(side);
        else if (!Disputes.holderStands(by, s)) by.needsPair(registrar, 0); // rules 3, 4
    }

    function _inTime(Disputes.Step memory s) private view {
        uint256 last = Disputes.lastDay(s.objection);
        if (Calendar.dayOf(s.time) > last) revert Cases.LimitPassed(last);
    }

    /// What the outcome says has been done: by a case applied for after the objection and completed, or by a later line of the
    /// entry, which whoever reads it can look up. (rule 38)
    function _settle(Disputes.Step memory s, uint256 outcome, uint24 change) private view {
        if (outcome == ObjectionOutcome.NONE || outcome > ObjectionOutcome.STANDS) revert OutcomeNotFitting(outcome);
        uint256 n = Entries.resolve(s.entry, s.journal, change);
        bool done = outcome == ObjectionOutcome.STANDS
            ? n == 0
            : n > s.number && n <= s.journal.lines() && _done(s, outcome, Cases.store().cases[s.entry][n]);
        if (!done) revert ChangeNotDone(s.entry, n);
        s.objection = s.objection.withOutcome(outcome).withChange(n);
    }

    /// A case of the fitting type is complete; and of what is said to be cancelled, some right in dispute is.
    function _done(Disputes.Step memory s, uint256 outcome, Case kase) private pure returns (bool) {
        bool cancels = outcome == ObjectionOutcome.CANCELLED;
        if (kase.state() != CaseState.NONE) {
            bool complete = kase.state() == CaseState.ANCHORED || kase.state() == CaseState.CREDENTIALED;
            bool changes = kase.kind() == CaseKind.CHANGE || kase.kind() == CaseKind.TRANSFER;
            if (!complete || (cancels ? kase.kind() != CaseKind.CANCELLATION : !changes)) return false;
        }
        if (!cancels) return true;
        for (uint256 r; r < 3; ++r) {
            if ((s.objection.rights() >> r) & 1 == 1 && s.head.status(r) == SlotStatus.CANCELLED) return true;
        }
        return false;
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _record(bytes32 topic, Signatories by, Disputes.Step memory s, uint256 alg, bytes32 document) private {
        Disputes.checkDocument(alg, document);
        Disputes.record(topic, by, s, alg, document);
    }

    /// The same, of an act by which one side turns the dispute.
    function _recordSide(
        bytes32 topic, Signatories by, Disputes.Step memory s, uint256 side, uint256 alg, bytes32 document
    ) private {
        Disputes.checkDocument(alg, document);
        Disputes.save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.objection, side, alg, document
        ));
    }
}
