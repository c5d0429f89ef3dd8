// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Enforcements} from "../core/Enforcements.sol";
import {Enforcing} from "../core/Enforcing.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Order, Orders} from "../core/Orders.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {Survival} from "../core/Survival.sol";
import {Titles} from "../core/Titles.sol";
import {IBurdens} from "../interfaces/IBurdens.sol";
import {IEnforcements} from "../interfaces/IEnforcements.sol";
import {ILicences} from "../interfaces/ILicences.sol";
import {IRealisations, SalePapers} from "../interfaces/IRealisations.sol";
import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState} from "../types/words/Burdens.sol";
import {Enforcement, EnforcementBasis, EnforcementState, Stay} from "../types/words/Enforcements.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Licence, LicenceState} from "../types/words/Licences.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {Security, SecurityState} from "../types/words/Securities.sol";

contract RealisationsChapter is IRealisations {
    using Assent for Signatories;

    /// What a holder agreed to. It binds no buyer when it came after the security.
    uint256 private constant AGREED = (1 << BurdenKind.CLAUSE) | (1 << BurdenKind.PRIORITY_NOTICE);

    /// An enforcement being settled.
    struct Subject {
        EntryId entry;
        uint256 number;
        uint256 time;
        uint256 day;
        Journal journal;
        Head head;
        Enforcement enforcement;
    }

    /// @inheritdoc IRealisations
    function settleSale(
        Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order, SalePapers calldata papers,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external {
        Subject memory s = _load(entry, number, at, EnforcementState.SOLD);
        Enforcement e = s.enforcement;
        if (e.stay() != Stay.NONE) revert IEnforcements.EnforcementStayed(e.stay()); // rule 99
        uint256 line = Journals.next(s.journal);
        if (order.issuer != 0) {
            Orders.check(by, order, s.head.registrar(), s.time); // rules 3, 97, 116
            bool court = Parties.store().parties[order.issuer].roles() & Role.COURT != 0;
            if (!court) revert Orders.NotAnIssuer(order.issuer); // rule 116
            e = e.withCourt(order.issuer).withOrdered(line);
        } else {
            _checkAgreed(by, s);
        }
        Titles.needsLive(entry, s.head, e.rights(), s.day); // rule 28
        Titles.needsTaker(s.head, e.rights(), e.buyer()); // rules 1, 2
        Enforcements.needsWay(by, entry, s.head, e, burdens, s.time); // rules 97, 99
        // A licence that allows nothing meets none of them: the list is only proved complete. (rule 51)
        Licensing.needsRoom(entry, s.head.licences(), licences, Licence.wrap(0), s.time);
        Digests.known(papers.alg); // rule 123
        Digests.present(papers.paid); // rules 65, 97
        Digests.present(papers.distribution); // rules 85, 95
        Digests.present(papers.national); // rule 97
        s.head = Entries.moved(Titles.given(s.head, e.rights(), e.buyer())); // rules 34, 97
        Entries.setHead(entry, s.head);
        e = _saved(s, e.withState(EnforcementState.SETTLED).withSettled(line).withSettledOn(s.day));
        Entries.record(entry, s.journal, abi.encode(
            SaleSettled.selector, entry, line, s.number, by, s.time, s.head, e, order, papers
        ));
    }

    /// @inheritdoc IRealisations
    function removeLicence(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 licence, uint24 security, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, EnforcementState.SETTLED);
        by.needsPair(s.head.registrar(), 0); // rules 3, 54
        uint256 fallen = _older(s, licence);
        uint256 secured = _older(s, security);
        _touching(s, secured);
        Licence l = Licensing.load(entry, fallen);
        bool living = l.state() == LicenceState.ACTIVE || l.state() == LicenceState.SUSPENDED;
        if (!living) revert ILicences.WrongLicenceState(entry, fallen, l.state());
        if (s.day < l.last()) revert LegalTime.OutOfOrder(s.time, l.last()); // rule 124
        bool removable = Survival.isRemovable(entry, fallen, secured, s.enforcement.settledOn());
        if (!removable) revert LicenceSurvives(entry, fallen); // rule 51
        l = Licensing.ended(l, s.day);
        Licensing.save(entry, fallen, l);
        Burden b;
        if (Licensing.isExclusive(l)) {
            b = Burdens.closed(Burdens.load(entry, fallen), s.time);
            Burdens.save(entry, fallen, b);
            s.head = s.head.withBurdens(s.head.burdens() - 1);
        }
        s.head = Entries.moved(s.head);
        Entries.setHead(entry, s.head);
        Enforcing.checkDocument(alg, document);
        Entries.record(entry, s.journal, abi.encode(
            LicenceRemoved.selector, entry, Journals.next(s.journal), fallen, by, s.time, s.head, l, b, s.number, secured, alg,
            document
        ));
    }

    /// @inheritdoc IRealisations
    function clearBurden(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 burden, uint8 result, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, EnforcementState.SETTLED);
        by.needsPair(s.head.registrar(), 0); // rules 3, 97
        uint256 cleared = _older(s, burden);
        uint256 realised = s.enforcement.security();
        if (cleared == realised) revert NotOfThisSale(entry, cleared); // it is over when all others are
        Burden b = _touching(s, cleared);
        s.time = LegalTime.resolve(at, b.since()); // rule 124
        bool secures = b.kind() == BurdenKind.SECURITY;
        bool later = (AGREED >> b.kind()) & 1 == 1 && cleared > Securities.origin(entry, realised);
        if (!secures && !later) revert IBurdens.WrongBurdenKind(b.kind()); // rule 97
        if (secures ? !_isResult(result) : result != 0) revert ResultNotValid(result);
        Security y;
        uint256 rest = b.rights() & ~s.enforcement.rights();
        if (rest != 0) {
            b = b.withRights(rest).withSince(s.time); // rule 97: what was not sold stays charged
        } else {
            b = Burdens.closed(b, s.time); // rule 97
            s.head = s.head.withBurdens(s.head.burdens() - 1);
            if (result != 0) {
                y = Securities.ended(Securities.load(entry, cleared), result, s.day);
                Securities.store().securities[entry][cleared] = y;
            }
        }
        Burdens.save(entry, cleared, b);
        s.head = Entries.moved(s.head);
        Entries.setHead(entry, s.head);
        Enforcing.checkDocument(alg, document);
        Entries.record(entry, s.journal, abi.encode(
            BurdenCleared.selector, entry, Journals.next(s.journal), cleared, by, s.time, s.head, b, y, s.number, result, alg,
            document
        ));
    }

    /// @inheritdoc IRealisations
    function completeEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 result, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external {
        Subject memory s = _load(entry, number, at, EnforcementState.SETTLED);
        by.needsPair(s.head.registrar(), 0); // rules 3, 97
        if (!_isResult(result)) revert ResultNotValid(result);
        uint256 secured = s.enforcement.security();
        _checkCleared(s, burdens);
        Burden b = Burdens.load(entry, secured);
        s.time = LegalTime.resolve(at, b.since() < s.enforcement.since() ? s.enforcement.since() : b.since()); // rule 124
        b = Burdens.closed(b, s.time);
        Security y = Securities.ended(Securities.load(entry, secured), result, s.day);
        Burdens.save(entry, secured, b);
        Securities.store().securities[entry][secured] = y;
        s.head = Entries.moved(s.head.withBurdens(s.head.burdens() - 1));
        Entries.setHead(entry, s.head);
        Enforcing.checkDocument(alg, document);
        Enforcement e = _saved(s, s.enforcement.withState(EnforcementState.COMPLETED));
        Entries.record(entry, s.journal, abi.encode(
            EnforcementCompleted.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, e, secured, b,
            secured, y, alg, document
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The pair, the creditor and the buyer, where the holder agreed to be sold out; nobody of the registrar accepts. Against the
    /// holder's will only an instrument moves title. (rules 2, 3, 65, 116)
    function _checkAgreed(Signatories by, Subject memory s) private view {
        Enforcement e = s.enforcement;
        if (e.basis() == EnforcementBasis.COURT) revert InstrumentMissing(); // rule 116
        uint256 registrar = s.head.registrar();
        by.needsPair(registrar, 0); // rules 3, 4
        by.needsTwo(Burdens.load(s.entry, e.security()).party(), Power.ENFORCE); // rules 3, 65
        by.needs(e.buyer(), Power.ACCEPT, s.entry); // rule 1
        bool accepts = by.officerOf(Parties.keeper(registrar), Power.ACCEPT) != 0;
        if (accepts) revert IRegistration.RegistrarTakesPart(registrar); // rule 2
        Burdens.needsFreeHolders(s.head, e.rights()); // rules 99, 115
    }

    /// The number of something that stood when the sale was settled: what came later is the buyer's own. (rules 51, 97)
    function _older(Subject memory s, uint256 number) private pure returns (uint256 older) {
        older = Entries.resolve(s.entry, s.journal, number);
        if (older >= s.enforcement.settled()) revert NotOfThisSale(s.entry, older); // rule 97
    }

    /// An open burden on the rights sold.
    function _touching(Subject memory s, uint256 number) private view returns (Burden b) {
        b = Burdens.load(s.entry, number);
        bool touches = b.state() == BurdenState.OPEN && b.rights() & s.enforcement.rights() != 0;
        if (!touches) revert NotOfThisSale(s.entry, number); // rule 97
    }

    /// Every burden is listed, and no other security is left that the sale clears. (rule 97)
    function _checkCleared(Subject memory s, uint24[] calldata burdens) private view {
        uint256 listed;
        uint256 last;
        for (uint256 i; i < burdens.length; ++i) {
            if (burdens[i] <= last) revert Licensing.ListDisordered(burdens[i]);
            last = burdens[i];
            Burden b = Burdens.load(s.entry, last);
            if (b.state() == BurdenState.CLOSED) continue;
            ++listed;
            bool left = b.kind() == BurdenKind.SECURITY && b.rights() & s.enforcement.rights() != 0
                && last < s.enforcement.settled() && last != s.enforcement.security();
            if (left) revert SecurityNotCleared(s.entry, last); // rule 97
        }
        if (listed != s.head.burdens()) revert Burdens.BurdenListIncomplete(s.entry, listed, s.head.burdens());
    }

    function _isResult(uint256 result) private pure returns (bool) {
        return result == SecurityState.REALISED || result == SecurityState.PARTLY_REALISED;
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    function _load(EntryId entry, uint256 number, uint256 at, uint256 state) private view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.enforcement = Enforcements.load(entry, s.number);
        if (s.enforcement.state() != state) {
            revert IEnforcements.WrongEnforcementState(entry, s.number, s.enforcement.state());
        }
        s.head = Entries.headOf(entry);
        s.time = LegalTime.resolve(at, s.enforcement.since()); // rule 124
        s.day = Calendar.dayOf(s.time);
    }

    function _saved(Subject memory s, Enforcement e) private returns (Enforcement) {
        e = e.withSince(s.time);
        Enforcements.store().enforcements[s.entry][s.number] = e;
        return e;
    }
}
