// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Applications} from "../core/Applications.sol";
import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Folios} from "../core/Folios.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {Serial} from "../core/Serial.sol";
import {Folio, IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power} from "../types/words/Parties.sol";
import {
    Case,
    CaseFlag,
    CaseKind,
    CaseState,
    Claim,
    ExtensionReason,
    Refusal,
    WaiverReason
} from "../types/words/Registration.sol";

contract RegistrationChapter is IRegistration {
    using Assent for Signatories;

    uint256 private constant SUBMITTED = 1 << CaseState.SUBMITTED;
    uint256 private constant CORRECTION = 1 << CaseState.CORRECTION;
    uint256 private constant UNDER_REVIEW = 1 << CaseState.UNDER_REVIEW;
    uint256 private constant SUPPLEMENTING = 1 << CaseState.SUPPLEMENTING;
    uint256 private constant ANCHORED = 1 << CaseState.ANCHORED;

    // ------------------------------------------------------------------------------------------------ application

    /// @inheritdoc IRegistration
    function open(Signatories by, uint40 at, uint8 rootAlg, bytes32 root, uint24 applicant) external {
        uint256 time = LegalTime.resolve(at);
        Digests.known(rootAlg); // rule 123
        Digests.present(root);
        EntryId entry = Entries.idOf(rootAlg, root, applicant);
        by.needs(applicant, Power.FILE, entry);
        if (Journals.current(EntryId.unwrap(entry)).lines() != 0) revert Entries.EntryExists(entry);
        Entries.record(entry, Journal.wrap(0), abi.encode(
            Opened.selector, entry, 1, 0, by, time, rootAlg, root, applicant
        ));
    }

    /// @inheritdoc IRegistration
    function submit(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, Case kase, Claim claim, uint8 alg,
        bytes32 application, bytes32 name, bytes32 summary
    ) external {
        uint256 time = LegalTime.resolve(at);
        Journal j = Entries.journalOf(entry);
        uint256 day = Calendar.dayOf(time);
        Applications.check(by, entry, kase); // rules 1, 2, 4, 31
        _checkSlots(entry, folio, kase, day);
        claim = Applications.checkClaim(entry, claim, kase.asked(), time); // rules 14–20
        kase = Applications.begin(kase.withKind(CaseKind.INITIAL), day).withSince(time);
        _recordApplication(Submitted.selector, entry, j, Journals.next(j), by, time, kase, claim, alg, application, name, summary);
    }

    /// @inheritdoc IRegistration
    function resubmit(
        Signatories by, uint40 at, EntryId entry, uint24 number, Claim claim, uint8 alg, bytes32 application, bytes32 name,
        bytes32 summary
    ) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _loadInitial(entry, number, at, CORRECTION);
        uint256 day = Calendar.dayOf(time);
        Applications.again(by, entry, n, kase, day); // rules 2, 22
        claim = Applications.checkClaim(entry, claim, kase.asked(), time); // rules 14–20
        kase = Applications.begin(kase, day);
        _recordApplication(Resubmitted.selector, entry, j, n, by, time, kase, claim, alg, application, name, summary);
    }

    /// @inheritdoc IRegistration
    function withdrawCase(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, Cases.PENDING);
        Applications.agreed(by, entry, n, kase); // rules 2, 34
        _move(CaseWithdrawn.selector, entry, j, n, by, time, kase.withState(CaseState.WITHDRAWN).withRun(0), 0, 0, 0);
    }

    // ------------------------------------------------------------------------------------------------ acceptance

    /// @inheritdoc IRegistration
    function requestCorrection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 due, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, SUBMITTED); // rule 23: late is accepted
        uint256 officer = by.needsRegistrar(kase.registrar(), Power.REVIEW);
        if (kase.flags() & CaseFlag.CORRECTED_ONCE != 0) revert CorrectionAlreadyAsked(); // rule 22
        Cases.inTime(kase, Calendar.dayOf(time)); // rule 23
        if (due <= Calendar.dayOf(time)) revert DueDayNotAhead(due);
        kase = kase.withState(CaseState.CORRECTION).withFlags(kase.flags() | CaseFlag.CORRECTED_ONCE).withDue(due).withReviewer(
            officer
        ).withRun(0);
        _moveWith(CorrectionRequested.selector, entry, j, n, by, time, kase, 0, alg, document);
    }

    /// @inheritdoc IRegistration
    function lapse(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        (uint256 n, Journal j, Case kase,) = _load(entry, number, _now(at), CORRECTION);
        if (Calendar.today() <= kase.due()) revert TooEarly(kase.due()); // rule 22
        _move(NotFiled.selector, entry, j, n, by, block.timestamp, kase.withState(CaseState.NOT_FILED), 0, 0, 0);
    }

    /// @inheritdoc IRegistration
    function accept(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, SUBMITTED); // rule 23: late is accepted
        uint256 officer = by.needsRegistrar(kase.registrar(), Power.REVIEW);
        uint256 day = Calendar.dayOf(time);
        Cases.inTime(kase, day); // rule 23
        kase = Cases.accept(kase, day).withReviewer(officer); // rule 24
        _moveWith(Accepted.selector, entry, j, n, by, time, kase, 0, alg, document);
    }

    /// @inheritdoc IRegistration
    function deem(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        (uint256 n, Journal j, Case kase,) = _load(entry, number, _now(at), SUBMITTED | UNDER_REVIEW);
        if (kase.state() == CaseState.SUBMITTED) revert TooEarly(Calendar.add(Cases.limitOf(kase), 1) - 1); // rule 23
        bool noticed = Cases.store().cases[entry][n].state() != CaseState.SUBMITTED;
        if (noticed) revert Cases.WrongCaseState(entry, n, kase.state());
        _move(DeemedAccepted.selector, entry, j, n, by, block.timestamp, kase, 0, 0, 0);
    }

    // ------------------------------------------------------------------------------------------------ review

    /// @inheritdoc IRegistration
    function pause(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, UNDER_REVIEW);
        by.needsRegistrar(kase.registrar(), Power.REVIEW);
        kase = Cases.pause(kase, Calendar.dayOf(time)).withState(CaseState.SUPPLEMENTING); // rule 24
        _moveWith(Paused.selector, entry, j, n, by, time, kase, 0, alg, document);
    }

    /// @inheritdoc IRegistration
    function resume(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, SUPPLEMENTING);
        if (by.officerOf(Parties.keeper(kase.registrar()), Power.REVIEW) == 0) by.needs(kase.applicant(), Power.FILE, entry);
        else by.needsRegistrar(kase.registrar(), Power.REVIEW); // rule 4
        kase = kase.withRun(Calendar.dayOf(time)).withState(CaseState.UNDER_REVIEW); // rule 24
        _moveWith(Resumed.selector, entry, j, n, by, time, kase, 0, alg, document);
    }

    /// @inheritdoc IRegistration
    function extend(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 days_, uint8 code, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, UNDER_REVIEW);
        uint256 officer = by.needsRegistrar(kase.registrar(), Power.APPROVE);
        if (officer == kase.reviewer()) revert Assent.PairMissing(kase.registrar(), officer); // rule 3
        if (kase.flags() & CaseFlag.EXTENDED != 0) revert AlreadyExtended(); // rule 24
        Cases.inTime(kase, Calendar.dayOf(time)); // rule 24: what is overdue stays so
        uint256 most = Book.parameters().extensionDays();
        if (days_ == 0 || days_ > most) revert ExtensionTooLong(days_, most); // rule 24
        if (code == ExtensionReason.NONE || code > ExtensionReason.HUGE_VOLUME) revert CodeUnknown(code);
        kase = kase.withLimit(kase.limit() + days_).withFlags(kase.flags() | CaseFlag.EXTENDED);
        _moveWith(Extended.selector, entry, j, n, by, time, kase, code, alg, document);
    }

    /// @inheritdoc IRegistration
    function publish(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 passed, uint8 alg, bytes32 document)
        external
    {
        (uint256 n, Journal j, Case kase, uint256 time) = _pass(by, entry, number, at, passed);
        kase = kase.withState(CaseState.NOTICE).withNotice(Calendar.dayOf(time)).withNoticeLength(
            Book.parameters().noticeDays()
        ); // rule 25
        _moveWith(Published.selector, entry, j, n, by, time, kase, 0, alg, document);
    }

    /// @inheritdoc IRegistration
    function waive(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 passed, uint8 code, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _pass(by, entry, number, at, passed);
        if (kase.flags() & CaseFlag.WAIVER_ASKED == 0) revert WaiverNotAsked(); // rule 40
        if (code == WaiverReason.NONE || code > WaiverReason.SECURITY) revert CodeUnknown(code); // rule 40
        kase = kase.withState(CaseState.CLEARED).withFlags(kase.flags() | CaseFlag.WAIVED);
        _moveWith(NoticeWaived.selector, entry, j, n, by, time, kase, code, alg, document);
    }

    /// @inheritdoc IRegistration
    function decline(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document)
        external
    {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, Cases.PENDING & ~CORRECTION);
        by.needsPair(kase.registrar(), kase.reviewer()); // rules 3, 4
        if (code == Refusal.NONE || code > Refusal.OUT_OF_SCOPE) revert CodeUnknown(code);
        bool reviewing = kase.state() != CaseState.SUBMITTED;
        if (!reviewing) Cases.inTime(kase, Calendar.dayOf(time)); // rule 23
        // Before acceptance only the registrar's competence is judged; after it, never again.
        if (reviewing == (code == Refusal.OUT_OF_SCOPE)) revert CodeUnknown(code);
        uint256 state = !reviewing
            ? CaseState.NOT_ACCEPTED
            : code == Refusal.UNVERIFIABLE ? CaseState.TERMINATED : CaseState.REFUSED;
        _moveWith(Declined.selector, entry, j, n, by, time, kase.withState(state).withRun(0), code, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ completion

    /// @inheritdoc IRegistration
    function issueCredential(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 scheme, bytes32 credential, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Case kase, uint256 time) = _load(entry, number, at, ANCHORED);
        if (kase.kind() == CaseKind.CANCELLATION) revert Cases.WrongCaseKind(entry, n, kase.kind());
        by.needsPair(kase.registrar(), kase.reviewer()); // rules 3, 4
        Digests.known(alg); // rule 123
        Digests.present(document);
        Serial.take(scheme, credential); // rule 30
        kase = kase.withState(CaseState.CREDENTIALED);
        Cases.save(entry, n, kase);
        Entries.record(entry, j, abi.encode(
            CredentialIssued.selector, entry, Journals.next(j), n, by, time, kase, scheme, credential, alg, document
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Each asked right is free, and free for this applicant: its last holder, or else who opened the folio. (rule 11)
    function _checkSlots(EntryId entry, Folio calldata folio, Case kase, uint256 day) private view {
        Head head = Entries.headOf(entry);
        Folios.check(entry, folio);
        for (uint256 r; r < 3; ++r) {
            if ((kase.asked() >> r) & 1 == 0) continue;
            if (Entries.isLive(entry, head, r, day)) revert AlreadyRegistered(entry, r);
            uint256 last = head.holder(r) == 0 ? folio.applicant : head.holder(r);
            if (last != kase.applicant()) revert NotTheLastHolder(r, last);
        }
    }

    /// The pair lets some of the rights asked pass; the clock stops.
    function _pass(Signatories by, EntryId entry, uint24 number, uint40 at, uint256 passed)
        private
        view
        returns (uint256 n, Journal j, Case kase, uint256 time)
    {
        (n, j, kase, time) = _load(entry, number, at, UNDER_REVIEW);
        by.needsPair(kase.registrar(), kase.reviewer()); // rules 3, 4
        if (passed == 0 || passed & ~kase.asked() != 0) revert PassedNotAsked(passed);
        kase = Cases.pause(kase, Calendar.dayOf(time)).withPassed(passed); // rule 24
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states)
        private
        view
        returns (uint256 n, Journal j, Case kase, uint256 time)
    {
        j = Entries.journalOf(entry);
        n = Entries.resolve(entry, j, number);
        (kase, time) = Cases.loadIn(entry, n, at, states);
    }

    /// The same, of a 初次 case: what it does fits no other type.
    function _loadInitial(EntryId entry, uint256 number, uint256 at, uint256 states)
        private
        view
        returns (uint256 n, Journal j, Case kase, uint256 time)
    {
        j = Entries.journalOf(entry);
        n = Entries.resolve(entry, j, number);
        (kase, time) = Cases.loadKind(entry, n, at, states, CaseKind.INITIAL);
    }

    /// Acts that time alone decides take block time. (page 1, Time)
    function _now(uint256 at) private view returns (uint256) {
        LegalTime.blockTime(at);
        return 0;
    }

    function _recordApplication(
        bytes32 topic, EntryId entry, Journal j, uint256 n, Signatories by, uint256 time, Case kase, Claim claim,
        uint256 alg, bytes32 application, bytes32 name, bytes32 summary
    ) private {
        Digests.known(alg); // rule 123
        Digests.present(application);
        Digests.present(name);
        Cases.save(entry, n, kase);
        Cases.store().claims[entry][n] = claim;
        Entries.record(entry, j, abi.encode(
            topic, entry, Journals.next(j), n, by, time, kase, claim, alg, application, name, summary
        ));
    }

    /// A step with a document behind it.
    function _moveWith(
        bytes32 topic, EntryId entry, Journal j, uint256 n, Signatories by, uint256 time, Case kase, uint256 code,
        uint256 alg, bytes32 document
    ) private {
        Digests.known(alg); // rule 123
        Digests.present(document);
        _move(topic, entry, j, n, by, time, kase, code, alg, document);
    }

    function _move(
        bytes32 topic, EntryId entry, Journal j, uint256 n, Signatories by, uint256 time, Case kase, uint256 code,
        uint256 alg, bytes32 document
    ) private {
        Cases.save(entry, n, kase);
        Entries.record(entry, j, abi.encode(
            topic, entry, Journals.next(j), n, by, time, kase, code, alg, document
        ));
    }
}
