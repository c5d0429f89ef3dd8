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
import {Order, Orders} from "../core/Orders.sol";
import {Parties} from "../core/Parties.sol";
import {Sources} from "../core/Sources.sol";
import {IBurdens} from "../interfaces/IBurdens.sol";
import {IObjections} from "../interfaces/IObjections.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState, Effect, Queue} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Party, PartyKind, Power, Role} from "../types/words/Parties.sol";
import {SourceState} from "../types/words/Sources.sol";

contract BurdensChapter is IBurdens {
    using Assent for Signatories;

    /// A court order runs at most so many years, (rule 114)
    uint256 private constant YEARS = 3;
    /// which are at most so many days: what one may have while it waits.
    uint256 private constant LONGEST = 3 * 365 + 1;
    /// Working days of a priority notice at most.
    uint256 private constant NOTICE_DAYS = 20;
    /// An entry with so many burdens takes no more that its holder asks for: orders must always find room.
    uint256 private constant MOST = 64;

    uint256 private constant OPEN = 1 << BurdenState.OPEN;
    uint256 private constant QUEUED = 1 << BurdenState.QUEUED;
    uint256 private constant ORDERED =
        (1 << BurdenKind.COURT_ORDER) | (1 << BurdenKind.CONTROL) | (1 << BurdenKind.BANKRUPTCY);
    uint256 private constant AGREED = (1 << BurdenKind.CLAUSE) | (1 << BurdenKind.PRIORITY_NOTICE);
    uint256 private constant MARKS = (1 << BurdenKind.SOURCE_LOSS) | (1 << BurdenKind.SYNC_CONFLICT);

    /// What a holder may forbid itself: never what others have a right to, payment and enforcement.
    uint256 private constant VOLUNTARY = Burdens.ALL_EFFECTS & ~(Effect.PAYMENT | Effect.ENFORCE);
    uint256 private constant PRIORITY = Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.PLEDGE | Effect.LEASE;

    /// A burden of an entry being acted upon.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        Queue queue; // zero when it is not written
        Burden burden;
        uint256 time;
    }

    // ------------------------------------------------------------------------------------------------ by order

    /// @inheritdoc IBurdens
    function impose(
        Signatories by, uint40 at, EntryId entry, uint8 kind, uint8 rights, uint16 effects, uint16 term,
        uint24 administrator, Order calldata order
    ) external {
        Subject memory s = _new(entry, at);
        _among(kind, ORDERED);
        Orders.check(by, order, s.head.registrar(), s.time); // rule 116
        _competent(order.issuer, kind); // rule 116
        // Nobody waives an order, but the administrator of a bankruptcy acts for all creditors. (rule 99)
        if ((kind == BurdenKind.BANKRUPTCY) != (administrator != 0)) revert NotAdministered(administrator); // rule 99
        if (administrator != 0) Parties.live(administrator);
        s.burden = _burden(s, kind, rights, _forbidden(effects), administrator == 0 ? order.issuer : administrator).withWaivable(
            administrator == 0 ? 0 : 1
        );
        if (kind == BurdenKind.COURT_ORDER) {
            Queue queue = Burdens.store().queues[entry];
            s.queue = queue.withOrders(queue.orders() + 1).withLatest(s.number); // rule 114
            if (queue.orders() != 0) s.burden = s.burden.withState(BurdenState.QUEUED); // rule 114
        }
        if (s.burden.state() == BurdenState.QUEUED) s.burden = s.burden.withUntil(_waiting(term));
        else s.burden = s.burden.withUntil(_until(kind, term, Calendar.dayOf(s.time)));
        s.head = s.head.withBurdens(s.head.burdens() + 1);
        _save(s, true);
        Entries.record(entry, s.journal, abi.encode(
            BurdenImposed.selector, entry, s.number, s.number, by, s.time, s.head, s.burden, s.queue, order
        ));
    }

    /// @inheritdoc IBurdens
    function promote(Signatories by, uint40 at, EntryId entry, uint24 number, uint24[] calldata burdens) external {
        LegalTime.blockTime(at);
        Subject memory s = _load(entry, number, at, QUEUED);
        _needsTurn(s, burdens);
        uint256 day = Calendar.today();
        uint256 latest = Calendar.lastDay(day, YEARS);
        uint256 until = day + s.burden.until() - 1; // rule 114: the term runs from now
        s.burden = s.burden.withState(BurdenState.OPEN).withUntil(until < latest ? until : latest).withSince(s.time);
        Burdens.save(entry, s.number, s.burden);
        // What is forbidden stays forbidden, so the edition does not move: nobody can spoil a signed filing.
        Entries.record(entry, s.journal, abi.encode(
            BurdenPromoted.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.burden
        ));
    }

    /// @inheritdoc IBurdens
    function renew(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 term, Order calldata order
    ) external {
        Subject memory s = _load(entry, number, at, OPEN);
        _among(s.burden.kind(), ORDERED);
        Orders.check(by, order, s.head.registrar(), s.time); // rule 116
        s.burden = _renewed(s.burden, term, order.issuer, s.time);
        _save(s, true);
        Entries.record(entry, s.journal, abi.encode(
            BurdenRenewed.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, order
        ));
    }

    /// @inheritdoc IBurdens
    function lift(Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order) external {
        Subject memory s = _load(entry, number, at, OPEN | QUEUED);
        _among(s.burden.kind(), ORDERED | AGREED);
        Orders.check(by, order, s.head.registrar(), s.time); // rule 116
        _competent(order.issuer, s.burden.kind()); // rule 116
        _close(s);
        _save(s, true);
        Entries.record(entry, s.journal, abi.encode(
            BurdenLifted.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.queue, order
        ));
    }

    /// @inheritdoc IBurdens
    function closeBurden(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        LegalTime.blockTime(at);
        Subject memory s = _load(entry, number, at, OPEN);
        _among(s.burden.kind(), ORDERED | AGREED); // others end with what they belong to
        if (!Burdens.isOver(s.burden, s.time)) revert BurdenNotOver(s.burden.until()); // rule 114
        _close(s);
        _save(s, false);
        Entries.record(entry, s.journal, abi.encode(
            BurdenClosed.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.queue
        ));
    }

    // ------------------------------------------------------------------------------------------------ by the holder

    /// @inheritdoc IBurdens
    function registerClause(
        Signatories by, uint40 at, EntryId entry, uint24 beneficiary, uint8 rights, uint16 effects, uint16 until, uint8 alg,
        bytes32 document
    ) external {
        Subject memory s = _new(entry, at);
        if (effects == 0 || effects & ~VOLUNTARY != 0) revert EffectsNotForbidden(effects);
        if (until != 0 && until < Calendar.dayOf(s.time)) revert BurdenTermNotValid(until, 0);
        _agree(by, s, BurdenKind.CLAUSE, rights, effects, beneficiary); // rules 74, 75
        s.burden = s.burden.withUntil(until);
        _recordBare(ClauseRegistered.selector, by, s, alg, document);
    }

    /// @inheritdoc IBurdens
    function notePriority(
        Signatories by, uint40 at, EntryId entry, uint24 beneficiary, uint8 rights, uint8 workingDays, uint8 alg,
        bytes32 document
    ) external {
        Subject memory s = _new(entry, at);
        if (workingDays == 0 || workingDays > NOTICE_DAYS) revert BurdenTermNotValid(workingDays, NOTICE_DAYS);
        _agree(by, s, BurdenKind.PRIORITY_NOTICE, rights, PRIORITY, beneficiary);
        s.burden = s.burden.withUntil(Calendar.add(Calendar.dayOf(s.time), workingDays));
        _recordBare(PriorityNoted.selector, by, s, alg, document);
    }

    /// @inheritdoc IBurdens
    function giveUp(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        Subject memory s = _load(entry, number, at, OPEN);
        _among(s.burden.kind(), AGREED);
        by.needs(s.burden.party(), Power.CONSENT, entry);
        _close(s);
        _recordBare(BurdenGivenUp.selector, by, s, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ by the registrar

    /// @inheritdoc IBurdens
    function markEntry(
        Signatories by, uint40 at, EntryId entry, uint8 kind, uint8 rights, uint16 effects, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _new(entry, at);
        _among(kind, MARKS);
        by.needsPair(s.head.registrar(), 0); // rules 3, 4, 29
        s.burden = _burden(s, kind, rights, _forbidden(effects), s.head.registrar());
        s.head = s.head.withBurdens(s.head.burdens() + 1);
        _recordBare(EntryMarked.selector, by, s, alg, document);
    }

    /// @inheritdoc IBurdens
    function clearMark(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        Subject memory s = _load(entry, number, at, OPEN);
        _among(s.burden.kind(), MARKS);
        bool declared = Sources.store().sources[entry][s.number].state() != SourceState.NONE;
        if (declared) revert LossOfDeclaredSource(s.number); // it ends when the loss is made good (rule 84)
        by.needsPair(s.head.registrar(), 0); // rules 3, 4, 29
        _close(s);
        _recordBare(MarkCleared.selector, by, s, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ on a party

    /// @inheritdoc IBurdens
    function restrainParty(
        Signatories by, uint40 at, uint24 party, uint8 kind, uint16 term, uint24 registrar, Order calldata order
    ) external {
        uint256 time = LegalTime.resolve(at);
        _among(kind, ORDERED);
        Orders.check(by, order, registrar, time); // rule 116
        _competent(order.issuer, kind); // rule 116
        Party p = Parties.store().parties[party];
        if (p.kind() == PartyKind.NONE) revert Parties.NoSuchParty(party);
        (bytes32 subject, Journal j) = _journal(party);
        uint256 n = Journals.next(j);
        Burden b = Burdens.open(kind, 7, Burdens.ALL_EFFECTS, order.issuer, 0, time).withUntil(
            _until(kind, term, Calendar.dayOf(time))
        );
        p = p.withBurdens(p.burdens() + 1); // rule 115
        _saveParty(party, p, subject, n, b);
        Journals.record(subject, j, abi.encode(
            PartyRestrained.selector, subject, n, n, by, time, party, p, b, registrar, order
        ));
    }

    /// @inheritdoc IBurdens
    function renewRestraint(
        Signatories by, uint40 at, uint24 party, uint24 number, uint16 term, uint24 registrar, Order calldata order
    ) external {
        (bytes32 subject, Journal j, Burden b) = _loadParty(party, number);
        uint256 time = LegalTime.resolve(at, b.since());
        Orders.check(by, order, registrar, time); // rule 116
        b = _renewed(b, term, order.issuer, time);
        Burdens.save(EntryId.wrap(subject), number, b);
        Journals.record(subject, j, abi.encode(
            RestraintRenewed.selector, subject, Journals.next(j), number, by, time, b, registrar, order
        ));
    }

    /// @inheritdoc IBurdens
    function liftRestraint(
        Signatories by, uint40 at, uint24 party, uint24 number, uint24 registrar, Order calldata order
    ) external {
        (bytes32 subject, Journal j, Burden b) = _loadParty(party, number);
        uint256 time = LegalTime.resolve(at, b.since());
        Orders.check(by, order, registrar, time); // rule 116
        _competent(order.issuer, b.kind()); // rule 116
        Party p = Parties.store().parties[party];
        p = p.withBurdens(p.burdens() - 1);
        b = Burdens.closed(b, time);
        _saveParty(party, p, subject, number, b);
        Journals.record(subject, j, abi.encode(
            RestraintLifted.selector, subject, Journals.next(j), number, by, time, party, p, b, registrar, order
        ));
    }

    /// @inheritdoc IBurdens
    function closeRestraint(Signatories by, uint40 at, uint24 party, uint24 number) external {
        LegalTime.blockTime(at);
        (bytes32 subject, Journal j, Burden b) = _loadParty(party, number);
        uint256 time = LegalTime.resolve(at, b.since());
        if (!Burdens.isOver(b, time)) revert BurdenNotOver(b.until()); // rule 114
        Party p = Parties.store().parties[party];
        p = p.withBurdens(p.burdens() - 1);
        b = Burdens.closed(b, time);
        _saveParty(party, p, subject, number, b);
        Journals.record(subject, j, abi.encode(
            RestraintClosed.selector, subject, Journals.next(j), number, by, time, party, p, b
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    function _among(uint256 kind, uint256 kinds) private pure {
        if (kind > 31 || (kinds >> kind) & 1 == 0) revert WrongBurdenKind(kind);
    }

    /// An authority controls; only a court does the rest. (rule 116)
    function _competent(uint256 issuer, uint256 kind) private view {
        bool court = Parties.store().parties[issuer].roles() & Role.COURT != 0;
        if (!court && kind != BurdenKind.CONTROL) revert IssuerNotCompetent(issuer, kind);
    }

    function _forbidden(uint256 effects) private pure returns (uint256) {
        if (effects & ~Burdens.ALL_EFFECTS != 0) revert EffectsNotForbidden(effects);
        return effects == 0 ? Burdens.ALL_EFFECTS : effects;
    }

    /// The last day of a term of `term` days from `day` on; a court order runs at most three years. (rule 114)
    function _until(uint256 kind, uint256 term, uint256 day) private pure returns (uint256 until) {
        if (kind != BurdenKind.COURT_ORDER) return term == 0 ? 0 : day + term - 1;
        uint256 latest = Calendar.lastDay(day, YEARS);
        until = day + term - 1;
        if (term == 0 || until > latest) revert BurdenTermNotValid(until, latest); // rule 114
    }

    /// The days a court order will run once it is first. (rule 114)
    function _waiting(uint256 term) private pure returns (uint256) {
        if (term == 0 || term > LONGEST) revert BurdenTermNotValid(term, LONGEST); // rule 114
        return term;
    }

    /// Longer than before, and not expired. (rules 114, 116)
    function _renewed(Burden b, uint256 term, uint256 issuer, uint256 time) private view returns (Burden) {
        _competent(issuer, b.kind()); // rule 116
        uint256 last = b.until();
        uint256 day = Calendar.dayOf(time);
        bool expired = last < day || last < Calendar.today();
        if (last != 0 && expired) revert BurdenExpired(last); // rule 114
        uint256 until = _until(b.kind(), term, day);
        bool longer = last != 0 && (until == 0 || until > last);
        if (!longer) revert BurdenTermNotValid(until, last);
        return b.withUntil(until).withSince(time);
    }

    /// `list` names, ascending, every court order not closed, and each earlier one has expired; other burdens are passed over.
    /// (rule 114)
    function _needsTurn(Subject memory s, uint24[] calldata list) private view {
        uint256 listed;
        uint256 last;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] <= last) revert Licensing.ListDisordered(list[i]);
            last = list[i];
            Burden b = Burdens.load(s.entry, last);
            if (b.kind() != BurdenKind.COURT_ORDER || b.state() == BurdenState.CLOSED) continue;
            ++listed;
            if (last < s.number && !Burdens.isOver(b, s.time)) revert EarlierOrderUnclosed(s.entry, last); // rule 114
        }
        uint256 unclosed = Burdens.store().queues[s.entry].orders();
        if (listed != unclosed) revert Burdens.BurdenListIncomplete(s.entry, listed, unclosed);
    }

    /// The holder of every right in `rights`, none of them frozen, restricts itself for `beneficiary`.
    function _agree(
        Signatories by, Subject memory s, uint256 kind, uint256 rights, uint256 effects, uint256 beneficiary
    ) private view {
        if (s.head.burdens() >= MOST) revert TooManyBurdens(s.entry);
        s.burden = _burden(s, kind, rights, effects, beneficiary).withWaivable(1);
        Parties.live(beneficiary);
        uint256 day = Calendar.dayOf(s.time);
        for (uint256 r; r < 3; ++r) {
            if ((rights >> r) & 1 == 0) continue;
            if (!Entries.isLive(s.entry, s.head, r, day)) revert Entries.RightNotLive(s.entry, r);
            uint256 holder = s.head.holder(r);
            if (holder == beneficiary) revert BeneficiaryIsHolder(holder);
            Burdens.needsFree(holder); // rule 115
            by.needs(holder, Power.DISPOSE, s.entry);
            s.burden = s.burden.withGrantor(holder);
        }
        s.head = s.head.withBurdens(s.head.burdens() + 1);
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    function _new(EntryId entry, uint256 at) private view returns (Subject memory s) {
        s.entry = entry;
        s.time = LegalTime.resolve(at);
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.head = Entries.headOf(entry);
        if (s.head.registrar() == 0) revert IObjections.NotRegistered(entry);
    }

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states) private view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.head = Entries.headOf(entry);
        s.burden = Burdens.load(entry, s.number);
        s.time = LegalTime.resolve(at, s.burden.since());
        if ((states >> s.burden.state()) & 1 == 0) revert WrongBurdenState(entry, s.number, s.burden.state());
    }

    function _burden(Subject memory s, uint256 kind, uint256 rights, uint256 effects, uint256 party)
        private
        pure
        returns (Burden)
    {
        if (rights == 0 || rights > 7) revert RightsNotBurdened(rights);
        return Burdens.open(kind, rights, effects, party, 0, s.time);
    }

    function _close(Subject memory s) private view {
        s.burden = Burdens.closed(s.burden, s.time);
        s.head = s.head.withBurdens(s.head.burdens() - 1);
        if (s.burden.kind() != BurdenKind.COURT_ORDER) return;
        Queue queue = Burdens.store().queues[s.entry];
        s.queue = queue.withOrders(queue.orders() - 1); // rule 114
    }

    /// A close by time alone does not move the edition: nobody can spoil a signed filing.
    function _save(Subject memory s, bool moves) private {
        if (moves) s.head = Entries.moved(s.head);
        Entries.setHead(s.entry, s.head);
        Burdens.save(s.entry, s.number, s.burden);
        if (Queue.unwrap(s.queue) != 0) Burdens.store().queues[s.entry] = s.queue;
    }

    function _recordBare(bytes32 topic, Signatories by, Subject memory s, uint256 alg, bytes32 document) private {
        Digests.known(alg); // rule 123
        Digests.present(document);
        s.burden = s.burden.withSince(s.time);
        _save(s, true);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, alg, document
        ));
    }

    function _journal(uint256 party) private view returns (bytes32 subject, Journal j) {
        subject = Journals.partySubject(party);
        j = Journals.current(subject);
    }

    function _loadParty(uint256 party, uint256 number) private view returns (bytes32 subject, Journal j, Burden b) {
        (subject, j) = _journal(party);
        b = Burdens.load(EntryId.wrap(subject), number);
        if (b.state() != BurdenState.OPEN) revert WrongBurdenState(EntryId.wrap(subject), number, b.state());
    }

    function _saveParty(uint256 party, Party p, bytes32 subject, uint256 number, Burden b) private {
        Parties.store().parties[party] = p;
        Burdens.save(EntryId.wrap(subject), number, b);
    }
}
