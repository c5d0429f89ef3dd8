// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Metering} from "../core/Metering.sol";
import {Parties} from "../core/Parties.sol";
import {IUsage} from "../interfaces/IUsage.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Licence, LicenceState} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {
    Batch,
    BatchState,
    DisputeCode,
    Meter,
    PaymentRoute,
    QuotaWindow,
    Statement,
    StatementState,
    UsageUnit
} from "../types/words/Usage.sol";

contract UsageChapter is IUsage {
    using Assent for Signatories;

    /// Working days of silence that accept a batch and confirm a statement. (rule 56)
    uint256 private constant SILENCE = 5;

    /// Batches waiting for an answer at a time: more than a day each for the longest holidays and the days of silence.
    uint256 private constant MOST_OPEN = 60;

    uint256 private constant AGREED =
        (1 << BatchState.COUNTERSIGNED) | (1 << BatchState.DEEMED) | (1 << BatchState.RECONCILED);

    /// A licence whose usage an act is about.
    struct Subject {
        EntryId entry;
        uint256 number;
        bytes32 subject;
        Journal journal;
        Head head;
        Licence licence;
        Meter meter;
        uint256 time;
    }

    // ------------------------------------------------------------------------------------------------ the meter

    /// @inheritdoc IUsage
    function setMeter(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint48 quota, uint8 window, uint8 unit, uint24 gateway,
        uint40 from, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _find(entry, licence, at);
        if (Metering.store().meters[s.subject].unit() != UsageUnit.NONE) revert MeterThere(s.subject);
        uint256 state = s.licence.state();
        if (state != LicenceState.ACTIVE && state != LicenceState.SUSPENDED) revert LicenceOver(entry, s.number);
        bool within = Calendar.dayOf(from) >= s.licence.start() && Calendar.dayOf(from) <= s.licence.end();
        if (unit == UsageUnit.NONE || unit > UsageUnit.TOKEN || !within) revert MeterNotValid();
        s.meter = Meter.wrap(0).withUnit(unit).withThrough(from).withSettled(from);
        _agree(MeterSet.selector, by, s, quota, window, gateway, alg, document);
    }

    /// @inheritdoc IUsage
    function amendMeter(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint48 quota, uint8 window, uint24 gateway, uint8 alg,
        bytes32 document
    ) external {
        Subject memory s = _load(entry, licence, at);
        _agree(MeterAmended.selector, by, s, quota, window, gateway, alg, document);
    }

    /// What both sides sign about the meter.
    function _agree(
        bytes32 topic, Signatories by, Subject memory s, uint256 quota, uint256 window, uint256 gateway, uint256 alg,
        bytes32 document
    ) private {
        _needsBoth(by, s);
        // A window without a quota says nothing, and a quota without a window nobody can test.
        if (window > QuotaWindow.TERM || (quota == 0) != (window == QuotaWindow.NONE)) revert MeterNotValid();
        // Who counts is not who is counted: one party alone would report and agree.
        if (gateway == s.licence.licensee()) revert MeterNotValid();
        Parties.live(gateway); // rule 1
        Digests.known(alg); // rule 123
        Digests.present(document);
        s.meter = s.meter.withQuota(quota).withWindow(window).withGateway(gateway);
        _saveMeter(s);
        Journals.record(s.subject, s.journal, abi.encode(
            topic, s.subject, Journals.next(s.journal), uint256(0), by, s.time, s.meter, s.entry, s.number, alg, document
        ));
    }

    // ------------------------------------------------------------------------------------------------ batches

    /// @inheritdoc IUsage
    function submitBatch(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint40 from, uint40 to, uint48 accepted, uint40 rejected,
        uint8 alg, bytes32 root
    ) external {
        Subject memory s = _load(entry, licence, at);
        // A gateway that has become the licensee would report and agree alone.
        bool counts = s.meter.gateway() != s.licence.licensee() && by.given(s.meter.gateway(), Power.METER, entry);
        if (!counts) {
            by.needs(Licensing.licensor(entry, s.head, s.licence), Power.METER, entry); // rule 56
        }
        if (s.licence.state() == LicenceState.CLOSED) revert LicenceOver(entry, s.number);
        if (from != s.meter.through()) revert PeriodNotContiguous(from, s.meter.through()); // rule 56
        bool past = to > from && to <= s.time && to <= block.timestamp;
        if (!past || Calendar.dayOf(to - 1) > s.licence.end()) revert PeriodNotValid(to);
        if (s.meter.open() >= MOST_OPEN) revert TooManyOpen();
        Batch b = Batch.wrap(0).withAccepted(accepted).withRejected(rejected).withFrom(from).withTo(to).withSubmitted(
            _noticed(s.time)
        ).withState(BatchState.SUBMITTED).withWindow(SILENCE).withSince(s.time); // rule 56
        s.meter = s.meter.withThrough(to).withOpen(s.meter.open() + 1);
        _recordBatch(BatchSubmitted.selector, by, s, Journals.next(s.journal), b, alg, root);
    }

    /// @inheritdoc IUsage
    function countersignBatch(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch) external {
        (Subject memory s, uint256 n, Batch b) = _loadBatch(entry, licence, batch, at, BatchState.SUBMITTED);
        _needsLicensee(by, s); // rule 56
        _accept(BatchCountersigned.selector, by, s, n, b.withState(BatchState.COUNTERSIGNED));
    }

    /// @inheritdoc IUsage
    function deemBatch(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch) external {
        LegalTime.blockTime(at);
        (Subject memory s, uint256 n, Batch b) = _loadBatch(entry, licence, batch, 0, BatchState.SUBMITTED);
        uint256 last = Calendar.add(b.submitted(), b.window()); // rule 56
        if (Calendar.today() <= last) revert SilenceNotOver(last);
        _accept(BatchDeemed.selector, by, s, n, b.withState(BatchState.DEEMED));
    }

    /// @inheritdoc IUsage
    function disputeBatch(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch, uint8 code, uint48 counted, uint8 alg,
        bytes32 root
    ) external {
        (Subject memory s, uint256 n, Batch b) = _loadBatch(entry, licence, batch, at, BatchState.SUBMITTED);
        _needsLicensee(by, s); // rule 56
        if (code == DisputeCode.NONE || code > DisputeCode.NOT_OURS) revert DisputeCodeUnknown(code);
        _inTime(s.time, Calendar.add(b.submitted(), b.window())); // rule 56
        b = b.withState(BatchState.DISPUTED).withCode(code).withSince(s.time);
        _check(alg, root);
        Metering.store().batches[s.subject][n] = b;
        _saveMeter(s);
        Journals.record(s.subject, s.journal, abi.encode(
            BatchDisputed.selector, s.subject, Journals.next(s.journal), n, by, s.time, s.meter, b, s.entry, s.number,
            counted, alg, root
        ));
    }

    /// @inheritdoc IUsage
    function reconcileBatch(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch, uint48 accepted, uint8 alg, bytes32 proof
    ) external {
        (Subject memory s, uint256 n, Batch b) = _loadBatch(entry, licence, batch, at, BatchState.DISPUTED);
        _needsBoth(by, s); // rule 56
        b = b.withState(BatchState.RECONCILED).withAccepted(accepted).withSince(s.time);
        s.meter = s.meter.withTotal(s.meter.total() + accepted).withOpen(s.meter.open() - 1); // rule 56
        _recordBatch(BatchReconciled.selector, by, s, n, b, alg, proof);
    }

    // ------------------------------------------------------------------------------------------------ statements

    /// @inheritdoc IUsage
    function issueStatement(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint8 route, uint8 alg, bytes32 commitment,
        uint24[] calldata burdens, uint24[] calldata batches
    ) external {
        Subject memory s = _load(entry, licence, at);
        by.needs(Licensing.licensor(entry, s.head, s.licence), Licensing.power(s.licence), entry);
        if (s.meter.statement() != 0) revert StatementOpen(s.meter.statement());
        _checkRoute(route);
        Statement t = Statement.wrap(0).withState(StatementState.ISSUED).withRoute(route).withDue(
            _due(by, s, route, burdens)
        ).withFrom(s.meter.settled()).withIssued(_noticed(s.time)).withWindow(SILENCE).withSince(s.time); // rule 50
        t = _gather(s, t, batches);
        uint256 n = Journals.next(s.journal);
        s.meter = s.meter.withSettled(t.to()).withStatement(n);
        _recordStatement(StatementIssued.selector, by, s, n, t, alg, commitment);
    }

    /// @inheritdoc IUsage
    function confirmStatement(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement) external {
        (Subject memory s, uint256 n, Statement t) = _loadStatement(entry, licence, statement, at, StatementState.ISSUED);
        by.needs(s.licence.licensee(), Power.ACCEPT, entry);
        _confirm(StatementConfirmed.selector, by, s, n, t);
    }

    /// @inheritdoc IUsage
    function deemStatement(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement) external {
        LegalTime.blockTime(at);
        (Subject memory s, uint256 n, Statement t) = _loadStatement(entry, licence, statement, 0, StatementState.ISSUED);
        uint256 last = Calendar.add(t.issued(), t.window());
        if (Calendar.today() <= last) revert SilenceNotOver(last);
        _confirm(StatementDeemed.selector, by, s, n, t);
    }

    /// @inheritdoc IUsage
    function refuseStatement(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement, uint8 alg, bytes32 document
    ) external {
        (Subject memory s, uint256 n, Statement t) = _loadStatement(entry, licence, statement, at, StatementState.ISSUED);
        by.needs(s.licence.licensee(), Power.ACCEPT, entry);
        _inTime(s.time, Calendar.add(t.issued(), t.window()));
        t = t.withState(StatementState.REFUSED).withSince(s.time);
        s.meter = s.meter.withStatement(0).withSettled(t.from());
        _recordStatement(StatementRefused.selector, by, s, n, t, alg, document);
    }

    /// @inheritdoc IUsage
    function markPaid(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement, uint8 route, uint8 alg, bytes32 document
    ) external {
        (Subject memory s, uint256 n, Statement t) = _loadStatement(entry, licence, statement, at, StatementState.CONFIRMED);
        _needsBoth(by, s); // rule 50: who was paid does not say alone where the money went
        _checkRoute(route);
        t = t.withState(StatementState.PAID).withRoute(route).withSince(s.time);
        _recordStatement(StatementPaid.selector, by, s, n, t, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ guards

    function _needsBoth(Signatories by, Subject memory s) private view {
        by.needs(Licensing.licensor(s.entry, s.head, s.licence), Licensing.power(s.licence), s.entry);
        by.needs(s.licence.licensee(), Power.ACCEPT, s.entry);
    }

    /// The licensee, by a person who may accept or by its own meter.
    function _needsLicensee(Signatories by, Subject memory s) private view {
        if (!by.given(s.licence.licensee(), Power.METER, s.entry)) by.needs(s.licence.licensee(), Power.ACCEPT, s.entry);
    }

    /// Silence counts from the day the other side could know: nobody takes days away by an earlier legal time.
    function _noticed(uint256 time) private view returns (uint256 day) {
        day = Calendar.dayOf(time);
        if (day < Calendar.today()) day = Calendar.today();
    }

    function _inTime(uint256 time, uint256 last) private pure {
        if (Calendar.dayOf(time) > last) revert WindowClosed(last);
    }

    function _checkRoute(uint256 route) private pure {
        if (route == PaymentRoute.NONE || route > PaymentRoute.COURT) revert RouteUnknown(route);
    }

    /// Where burdens on the right to operate want its fees. The list is complete; where one of them forbids payment, only the
    /// court may be paid. A sublicence's fees are its licensor's own. (rule 50)
    function _due(Signatories by, Subject memory s, uint256 route, uint24[] calldata list) private view returns (uint256 due) {
        bool own = s.licence.parent() != 0;
        uint256 effects = own || route == PaymentRoute.COURT ? 0 : Effect.PAYMENT;
        Licence none;
        Burdens.clear(
            by,
            Burdens.Move({entry: s.entry, rights: Right.OPERATE, effects: effects, time: s.time, licence: none}),
            s.head,
            list
        );
        due = PaymentRoute.OWN;
        for (uint256 i; !own && i < list.length; ++i) {
            uint256 wanted = Metering.wanted(Burdens.load(s.entry, list[i]), Calendar.dayOf(s.time), Calendar.today());
            if (wanted > due) due = wanted; // rule 50
        }
    }

    /// Batches in a row from where the last statement ended, each agreed on: none is left out, none is stated twice.
    function _gather(Subject memory s, Statement t, uint24[] calldata batches) private view returns (Statement) {
        uint256 through = t.from();
        uint256 quantity;
        for (uint256 i; i < batches.length; ++i) {
            Batch b = Metering.batch(s.subject, batches[i]);
            if (b.from() != through) revert BatchesNotInRow(batches[i]);
            if ((AGREED >> b.state()) & 1 == 0) revert WrongBatchState(s.subject, batches[i], b.state());
            through = b.to();
            quantity += b.accepted();
        }
        if (batches.length == 0) revert BatchesNotInRow(0);
        return t.withTo(through).withQuantity(quantity);
    }

    function _check(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    function _find(EntryId entry, uint256 licence, uint256 at) private view returns (Subject memory s) {
        s.entry = entry;
        s.number = Entries.resolve(entry, Entries.journalOf(entry), licence);
        s.licence = Licensing.load(entry, s.number);
        s.head = Entries.headOf(entry);
        s.subject = Journals.licenceSubject(entry, s.number);
        s.journal = Journals.current(s.subject);
        s.time = LegalTime.resolve(at);
    }

    function _load(EntryId entry, uint256 licence, uint256 at) private view returns (Subject memory s) {
        s = _find(entry, licence, at);
        s.meter = Metering.meter(s.subject);
        // The meter keeps the day of its last act only. (rule 124)
        if (Calendar.dayOf(s.time) < s.meter.last()) revert LegalTime.OutOfOrder(s.time, s.meter.last());
    }

    function _loadBatch(EntryId entry, uint256 licence, uint256 batch, uint256 at, uint256 state)
        private
        view
        returns (Subject memory s, uint256 n, Batch b)
    {
        s = _load(entry, licence, at);
        n = Journals.resolve(s.journal, s.subject, batch);
        b = Metering.batch(s.subject, n);
        if (b.state() != state) revert WrongBatchState(s.subject, n, b.state());
        if (s.time < b.since()) revert LegalTime.OutOfOrder(s.time, b.since()); // rule 124
    }

    function _loadStatement(EntryId entry, uint256 licence, uint256 statement, uint256 at, uint256 state)
        private
        view
        returns (Subject memory s, uint256 n, Statement t)
    {
        s = _load(entry, licence, at);
        n = Journals.resolve(s.journal, s.subject, statement);
        t = Metering.statement(s.subject, n);
        if (t.state() != state) revert WrongStatementState(s.subject, n, t.state());
        if (s.time < t.since()) revert LegalTime.OutOfOrder(s.time, t.since()); // rule 124
    }

    function _saveMeter(Subject memory s) private {
        s.meter = s.meter.withLast(Calendar.dayOf(s.time));
        Metering.store().meters[s.subject] = s.meter;
    }

    /// The total only grows: it counts what is agreed on. (rule 56)
    function _accept(bytes32 topic, Signatories by, Subject memory s, uint256 n, Batch b) private {
        b = b.withSince(s.time);
        s.meter = s.meter.withTotal(s.meter.total() + b.accepted()).withOpen(s.meter.open() - 1);
        Metering.store().batches[s.subject][n] = b;
        _saveMeter(s);
        Journals.record(s.subject, s.journal, abi.encode(
            topic, s.subject, Journals.next(s.journal), n, by, s.time, s.meter, b, s.entry, s.number
        ));
    }

    function _recordBatch(
        bytes32 topic, Signatories by, Subject memory s, uint256 n, Batch b, uint256 alg, bytes32 document
    ) private {
        _check(alg, document);
        Metering.store().batches[s.subject][n] = b;
        _saveMeter(s);
        Journals.record(s.subject, s.journal, abi.encode(
            topic, s.subject, Journals.next(s.journal), n, by, s.time, s.meter, b, s.entry, s.number, alg, document
        ));
    }

    function _confirm(bytes32 topic, Signatories by, Subject memory s, uint256 n, Statement t) private {
        t = t.withState(StatementState.CONFIRMED).withSince(s.time);
        s.meter = s.meter.withStatement(0);
        Metering.store().statements[s.subject][n] = t;
        _saveMeter(s);
        Journals.record(s.subject, s.journal, abi.encode(
            topic, s.subject, Journals.next(s.journal), n, by, s.time, s.meter, t, s.entry, s.number
        ));
    }

    function _recordStatement(
        bytes32 topic, Signatories by, Subject memory s, uint256 n, Statement t, uint256 alg, bytes32 document
    ) private {
        _check(alg, document);
        Metering.store().statements[s.subject][n] = t;
        _saveMeter(s);
        Journals.record(s.subject, s.journal, abi.encode(
            topic, s.subject, Journals.next(s.journal), n, by, s.time, s.meter, t, s.entry, s.number, alg, document
        ));
    }
}
