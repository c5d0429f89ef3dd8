// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Enforcements} from "../core/Enforcements.sol";
import {Enforcing} from "../core/Enforcing.sol";
import {Entries} from "../core/Entries.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {Titles} from "../core/Titles.sol";
import {IChanges} from "../interfaces/IChanges.sol";
import {IDisposals, SaleTerms} from "../interfaces/IDisposals.sol";
import {IEnforcements} from "../interfaces/IEnforcements.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind} from "../types/words/Burdens.sol";
import {
    EnforcementBasis,
    EnforcementMethod,
    EnforcementState,
    Management,
    RoundFailure
} from "../types/words/Enforcements.sol";
import {Power, Role} from "../types/words/Parties.sol";

contract DisposalsChapter is IDisposals {
    using Assent for Signatories;

    uint256 private constant READY = (1 << EnforcementState.METHOD_SET) | (1 << EnforcementState.FAILED);
    uint256 private constant SOLD = 1 << EnforcementState.SOLD;
    uint256 private constant MANAGED = 1 << EnforcementState.MANAGED;

    uint256 private constant MOST_ROUNDS = 15;

    // ------------------------------------------------------------------------------------------------ selling

    /// @inheritdoc IDisposals
    function failRound(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 venue, uint16 held, uint8 code, uint8 alg,
        bytes32 document
    ) external {
        bool unpaid = code == RoundFailure.NOT_PAID;
        if (!unpaid && code != RoundFailure.NO_BID) revert IEnforcements.EnforcementCodeUnknown(code);
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, unpaid ? SOLD : READY);
        // At an agreed or ordered value, and in management, there are no rounds.
        if (!unpaid && s.enforcement.method() > EnforcementMethod.PRIVATE_SALE) Enforcing.notFitting(s);
        Enforcing.checkHeld(s, held); // rule 96
        _needsConduct(by, s, venue);
        Enforcing.checkDocument(alg, document);
        uint256 rounds = s.enforcement.rounds();
        if (!unpaid && rounds < MOST_ROUNDS) s.enforcement = s.enforcement.withRounds(rounds + 1);
        s.enforcement = s.enforcement.withBuyer(0);
        Enforcing.enter(s, EnforcementState.FAILED);
        Enforcing.record(RoundFailed.selector, by, s, abi.encode(venue, held, code, alg, document));
    }

    /// @inheritdoc IDisposals
    function sellRight(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 buyer, SaleTerms calldata terms,
        uint24[] calldata burdens
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, READY);
        uint256 method = s.enforcement.method();
        if (method == EnforcementMethod.COMPULSORY_LICENSING) Enforcing.notFitting(s);
        Enforcing.checkHeld(s, terms.held); // rule 96
        if (method != EnforcementMethod.AUCTION) Enforcing.checkValue(s, terms.held); // rule 95
        Titles.needsTaker(s.head, s.enforcement.rights(), buyer); // rules 1, 2
        if (method == EnforcementMethod.PRIVATE_SALE) _needsNoCreditor(entry, buyer, burdens); // rule 65
        _needsConduct(by, s, terms.venue);
        if (s.enforcement.basis() != EnforcementBasis.COURT) {
            by.needs(buyer, Power.ACCEPT, entry);
            if (method == EnforcementMethod.DISCOUNT) Enforcing.needsHolders(by, s); // rule 65
            Burdens.needsFreeHolders(s.head, s.burden.rights()); // rules 99, 115
        }
        Enforcements.needsWay(by, entry, s.head, s.enforcement, burdens, s.time); // rule 99
        Enforcing.checkDocument(terms.alg, terms.document);
        Digests.present(terms.price); // rule 95
        s.enforcement = s.enforcement.withBuyer(buyer);
        Enforcing.enter(s, EnforcementState.SOLD);
        Enforcing.record(RightSold.selector, by, s, abi.encode(terms));
    }

    // ------------------------------------------------------------------------------------------------ managing

    /// @inheritdoc IDisposals
    function takeOver(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 operator, uint16 until, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, READY);
        if (s.enforcement.method() != EnforcementMethod.COMPULSORY_LICENSING) Enforcing.notFitting(s);
        Enforcing.checkHeld(s, s.day); // rule 96
        _checkOperator(by, s, operator, until);
        Enforcements.needsWay(by, entry, s.head, s.enforcement, burdens, s.time); // rule 99
        Management m = Management.wrap(0).withOperator(operator).withEnforcement(s.number).withFrom(s.day).withUntil(until)
            .withThrough(s.day - 1);
        Enforcing.enter(s, EnforcementState.MANAGED);
        _recordManaged(RightTakenOver.selector, by, s, m, alg, document);
    }

    /// @inheritdoc IDisposals
    function reportIncome(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 income, bytes32 document
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, MANAGED);
        Management m = Enforcements.store().managements[entry];
        by.needs(m.operator(), Power.LICENSE, entry); // rule 85
        by.needs(s.burden.party(), Power.ENFORCE, entry); // rule 85
        uint256 last = s.day < Calendar.today() ? s.day : Calendar.today();
        if (m.until() < last) last = m.until();
        if (until <= m.through() || until > last) revert IEnforcements.DayOutside(until, m.through() + 1, last); // rule 85
        m = m.withThrough(until);
        Digests.present(income);
        Enforcing.checkDocument(alg, document);
        Enforcements.store().managements[entry] = m;
        Enforcing.record(IncomeReported.selector, by, s, abi.encode(m, alg, income, document));
    }

    /// @inheritdoc IDisposals
    function returnRight(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, MANAGED);
        Management m = Enforcements.store().managements[entry];
        if (!Securities.isPast(m.until(), s.time)) {
            if (s.enforcement.basis() == EnforcementBasis.COURT) by.needsPair(s.head.registrar(), 0); // rule 3
            else Enforcing.needsCreditor(by, s);
        }
        Enforcing.enter(s, EnforcementState.FAILED);
        _recordManaged(RightReturned.selector, by, s, m.withOver(1), alg, document);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Who may manage the right and until when, and who says so. (rules 1–3, 28, 99, 115)
    function _checkOperator(Signatories by, Enforcing.Matter memory s, uint256 operator, uint256 until) private view {
        uint256 last = s.head.until(Entries.OPERATE);
        if (until < s.day || until > last) revert IEnforcements.DayOutside(until, s.day, last);
        Titles.needsLive(s.entry, s.head, s.enforcement.rights(), s.day); // rule 28
        Titles.needsTaker(s.head, s.enforcement.rights(), operator); // rules 1, 2
        by.needs(operator, Power.ACCEPT, s.entry);
        if (s.enforcement.basis() == EnforcementBasis.COURT) {
            by.needsPair(s.head.registrar(), 0); // rule 3
            return;
        }
        Enforcing.needsCreditor(by, s);
        if (operator != s.debt.takeover()) Enforcing.needsHolders(by, s);
        Burdens.needsFreeHolders(s.head, s.burden.rights()); // rules 99, 115
    }

    /// Whoever held it says so: the pair where a court had it set; else the creditor, and of an auction an exchange that is not
    /// the creditor, for only what others hold shows a market's price. (rules 3, 95)
    function _needsConduct(Signatories by, Enforcing.Matter memory s, uint256 venue) private view {
        bool auction = s.enforcement.method() == EnforcementMethod.AUCTION;
        if (s.enforcement.basis() == EnforcementBasis.COURT) {
            by.needsPair(s.head.registrar(), 0); // rule 3
            return;
        }
        Enforcing.needsCreditor(by, s);
        if (auction) {
            Parties.entitled(venue, Role.EXCHANGE); // rule 95
            by.needs(venue, Power.RECORD, EntryId.wrap(0)); // rule 95
        } else if (venue != 0) {
            Enforcing.notFitting(s);
        }
    }

    /// What a creditor takes, it takes in an auction or at an agreed or ordered value. (rule 65)
    function _needsNoCreditor(EntryId entry, uint256 buyer, uint24[] calldata burdens) private view {
        for (uint256 i; i < burdens.length; ++i) {
            Burden b = Burdens.load(entry, burdens[i]);
            if (b.kind() != BurdenKind.SECURITY) continue;
            bool creditor = Parties.includes(buyer, b.party()) || Parties.includes(b.party(), buyer);
            if (creditor) revert IChanges.TitleToCreditor(entry, burdens[i]); // rule 65
        }
    }

    function _recordManaged(
        bytes32 topic, Signatories by, Enforcing.Matter memory s, Management m, uint256 alg, bytes32 document
    ) private {
        Enforcing.checkDocument(alg, document);
        Enforcements.store().managements[s.entry] = m;
        Enforcing.record(topic, by, s, abi.encode(m, alg, document));
    }
}
