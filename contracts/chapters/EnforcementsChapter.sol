// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Enforcements} from "../core/Enforcements.sol";
import {Enforcing} from "../core/Enforcing.sol";
import {Entries} from "../core/Entries.sol";
import {Guarantees} from "../core/Guarantees.sol";
import {Journals} from "../core/Journals.sol";
import {Licensing} from "../core/Licensing.sol";
import {Order, Orders} from "../core/Orders.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {IEnforcements, OpeningPapers} from "../interfaces/IEnforcements.sol";
import {ISecurities} from "../interfaces/ISecurities.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {
    EnforcementBasis,
    EnforcementEnd,
    EnforcementMethod,
    EnforcementState,
    EnforcementTrigger,
    Management,
    Stay
} from "../types/words/Enforcements.sol";
import {Head} from "../types/words/Entries.sol";
import {GuaranteeState} from "../types/words/Guarantees.sol";
import {Licence} from "../types/words/Licences.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {
    Debt,
    DefaultEvent,
    EnforcementOrder,
    Provider,
    SecurityFlag,
    SecurityState
} from "../types/words/Securities.sol";

contract EnforcementsChapter is IEnforcements {
    using Assent for Signatories;

    uint256 private constant OPENED = 1 << EnforcementState.OPENED;
    uint256 private constant NOTICED = 1 << EnforcementState.NOTICED;
    uint256 private constant VALUED = 1 << EnforcementState.VALUED;
    uint256 private constant READY = (1 << EnforcementState.METHOD_SET) | (1 << EnforcementState.FAILED);
    uint256 private constant SOLD = 1 << EnforcementState.SOLD;
    uint256 private constant MANAGED = 1 << EnforcementState.MANAGED;

    /// Rounds nobody bids in before a court lets the creditor take the right at a value, and before it has it managed.
    uint256 private constant ROUNDS_TO_DISCOUNT = 1;
    uint256 private constant ROUNDS_TO_MANAGE = 2;

    // ------------------------------------------------------------------------------------------------ opening

    /// @inheritdoc IEnforcements
    function openEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 security, uint8 code, Order calldata order,
        OpeningPapers calldata papers, uint24[] calldata burdens
    ) external {
        Enforcing.Matter memory s;
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        Enforcing.loadSecurity(s, Entries.resolve(entry, s.journal, security), at);
        bool open = Securities.isOpen(s.security) && s.security.state() != SecurityState.ENFORCING;
        if (!open) revert ISecurities.WrongSecurityState(entry, s.secured, s.security.state()); // rule 97
        s.enforcement = s.enforcement.withState(EnforcementState.OPENED).withTrigger(code).withRights(s.burden.rights());
        if (code == EnforcementTrigger.INSTRUMENT) _follow(by, s, order); // rules 94, 116
        else _checkOpening(by, s, order, papers.exhausted);
        Enforcements.needsWay(by, entry, s.head, s.enforcement, burdens, s.time); // rule 99
        _needsNoneOpen(entry, burdens);
        Enforcing.checkDocument(papers.alg, papers.document);
        s.security = s.security.withState(SecurityState.ENFORCING);
        _saveSecurity(s);
        Enforcing.record(EnforcementOpened.selector, by, s, bytes.concat(
            abi.encode(s.secured, s.burden, s.secured, s.security, order), abi.encode(papers)
        ));
    }

    /// Without an instrument: a published security, for a reason, after what goes first, of holders who are free.
    /// (rules 67, 92, 99, 115)
    function _checkOpening(Signatories by, Enforcing.Matter memory s, Order calldata order, bytes32 exhausted) private view {
        _needsNoOrder(order);
        uint256 day = s.day < Calendar.today() ? Calendar.today() : s.day;
        if (!Securities.isPerfected(s.security, day)) revert SecurityWithoutPublicity(s.entry, s.secured); // rule 67
        _checkTrigger(by, s, s.enforcement.trigger()); // rules 93, 94
        _checkOthersFirst(s, exhausted); // rule 92
        Burdens.needsFreeHolders(s.head, s.burden.rights()); // rules 99, 115
    }

    /// Why it may be opened, and who says so. (rules 93, 94)
    function _checkTrigger(Signatories by, Enforcing.Matter memory s, uint256 code) private view {
        if (code == EnforcementTrigger.DEMAND) {
            if (s.debt.demanded() == 0) revert NotDemanded(); // rule 93
            // A security follows its rights, whoever gave it. (Civil Code 406)
            bool owner = by.given(s.head.holder(Entries.OPERATE), Power.CHARGE, s.entry);
            if (!owner) Enforcing.needsCreditor(by, s); // rule 93
            by.needsRegistrar(s.head.registrar(), Power.RECORD); // rule 4
            return;
        }
        Enforcing.needsCreditor(by, s);
        if (s.debt.defaulted() == 0) revert ISecurities.NotInDefault(); // rule 94
        if (code == EnforcementTrigger.DEFAULT) {
            bool past = Securities.isPast(s.debt.cureUntil(), s.time);
            if (!past) revert ISecurities.TermRunning(s.debt.cureUntil()); // rule 94
            by.needsRegistrar(s.head.registrar(), Power.RECORD); // rule 4
        } else {
            bool insolvent = code == EnforcementTrigger.INSOLVENCY && s.debt.cause() == DefaultEvent.INSOLVENCY;
            if (!insolvent) revert EnforcementCodeUnknown(code); // rule 94
            by.needsPair(s.head.registrar(), 0); // rules 3, 94
        }
    }

    /// What a third party gave is realised after what the debtor gave, and a guarantor answers first where that was agreed.
    /// (rule 92)
    function _checkOthersFirst(Enforcing.Matter memory s, bytes32 exhausted) private view {
        uint256 order = s.debt.order();
        bool debtorFirst = order == EnforcementOrder.DEBTOR_FIRST && s.security.provider() == Provider.THIRD_PARTY;
        if (debtorFirst) Digests.present(exhausted); // rule 92
        uint256 guarantee = s.debt.guarantee();
        if (order != EnforcementOrder.GUARANTEE_FIRST || guarantee == 0) return;
        bool unasked = Guarantees.load(s.entry, guarantee).state() == GuaranteeState.EFFECTIVE;
        if (unasked) revert GuaranteeFirst(guarantee); // rule 92
    }

    /// Nothing else on the entry is being realised: all securities share in one sale, whoever began it.
    function _needsNoneOpen(EntryId entry, uint24[] calldata burdens) private view {
        for (uint256 i; i < burdens.length; ++i) {
            bool enforcing = Securities.store().securities[entry][burdens[i]].state() == SecurityState.ENFORCING;
            if (enforcing) revert AlreadyEnforced(entry, burdens[i]);
        }
    }

    // ------------------------------------------------------------------------------------------------ preparing

    /// @inheritdoc IEnforcements
    function noticeEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document, uint24[] calldata burdens,
        uint24[] calldata licences
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, OPENED | NOTICED | VALUED | READY);
        _needsConductor(by, s);
        // All whom the folio names: the counts in the head prove both lists complete. (rule 96)
        Burdens.clear(
            by, Burdens.Move({entry: entry, rights: 0, effects: 0, time: s.time, licence: Licence.wrap(0)}), s.head, burdens
        );
        Licensing.needsRoom(entry, s.head.licences(), licences, Licence.wrap(0), s.time);
        Enforcing.checkDocument(alg, document);
        // Nobody is given notice by a line that is not written yet, whatever day it bears.
        s.enforcement = s.enforcement.withNoticed(s.day < Calendar.today() ? Calendar.today() : s.day); // rule 96
        if (s.enforcement.state() == EnforcementState.OPENED) Enforcing.enter(s, EnforcementState.NOTICED);
        Enforcing.record(EnforcementNoticed.selector, by, s, abi.encode(alg, document));
    }

    /// @inheritdoc IEnforcements
    function valueEnforcement(Signatories by, uint40 at, EntryId entry, uint24 number, uint24 valuation) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, NOTICED | VALUED | READY);
        _needsConductor(by, s);
        s.enforcement = s.enforcement.withValuation(Entries.resolve(entry, s.journal, valuation));
        Enforcing.checkValue(s, s.day); // rule 95
        if (s.enforcement.state() == EnforcementState.NOTICED) Enforcing.enter(s, EnforcementState.VALUED);
        Enforcing.record(EnforcementValued.selector, by, s, "");
    }

    /// @inheritdoc IEnforcements
    function setMethod(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 method, uint8 basis, Order calldata order, uint8 alg,
        bytes32 document
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, VALUED | READY);
        if (method == EnforcementMethod.NONE || method > EnforcementMethod.COMPULSORY_LICENSING) {
            revert EnforcementCodeUnknown(method);
        }
        if (basis == EnforcementBasis.COURT) {
            _follow(by, s, order); // rule 116
            _checkRounds(s.enforcement.rounds(), method); // rule 65
        } else {
            _needsNoOrder(order);
            Enforcing.needsCreditor(by, s);
            _checkAgreed(by, s, method, basis); // rules 65, 116
        }
        Enforcing.checkDocument(alg, document);
        s.enforcement = s.enforcement.withMethod(method).withBasis(basis);
        Enforcing.enter(s, EnforcementState.METHOD_SET);
        Enforcing.record(MethodSet.selector, by, s, abi.encode(order, alg, document));
    }

    /// A court hands the right over only when nobody bid for it. (rule 65)
    function _checkRounds(uint256 rounds, uint256 method) private pure {
        uint256 needed = method == EnforcementMethod.DISCOUNT
            ? ROUNDS_TO_DISCOUNT
            : method == EnforcementMethod.COMPULSORY_LICENSING ? ROUNDS_TO_MANAGE : 0;
        if (rounds < needed) revert RoundsMissing(rounds, needed); // rule 65
    }

    /// The holders agree now, or agreed on self-help in the security. (rules 65, 116)
    function _checkAgreed(Signatories by, Enforcing.Matter memory s, uint256 method, uint256 basis) private view {
        if (basis == EnforcementBasis.AGREEMENT) {
            Enforcing.needsHolders(by, s); // rules 65, 116
            return;
        }
        if (basis != EnforcementBasis.SELF_HELP) revert EnforcementCodeUnknown(basis);
        if (s.security.flags() & SecurityFlag.SELF_HELP == 0) revert SelfHelpNotAgreed(); // rule 116
        // What nobody else takes part in is agreed on when it happens, not before. (rule 65)
        if (method > EnforcementMethod.PRIVATE_SALE) revert MethodNotFitting(method, basis); // rule 65
    }

    // ------------------------------------------------------------------------------------------------ stays and ends

    /// @inheritdoc IEnforcements
    function suspendEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, Order calldata order, uint8 alg, bytes32 document
    ) external {
        Enforcing.Matter memory s = Enforcing.load(entry, number, at, OPENED | NOTICED | VALUED | READY | SOLD | MANAGED);
        if (code == Stay.NONE || code > Stay.BANKRUPTCY) revert EnforcementCodeUnknown(code);
        _needsDecision(by, s, code == Stay.OBJECTED, order); // rule 99
        Enforcing.checkDocument(alg, document);
        s.enforcement = s.enforcement.withStay(code);
        Enforcing.record(EnforcementSuspended.selector, by, s, abi.encode(code, order, alg, document));
    }

    /// @inheritdoc IEnforcements
    function resumeEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order, uint8 alg, bytes32 document
    ) external {
        Enforcing.Matter memory s = Enforcing.loadAny(entry, number, at);
        uint256 stay = s.enforcement.stay();
        if (stay == Stay.NONE) revert NotStayed();
        _needsDecision(by, s, stay == Stay.OBJECTED, order); // rule 99
        Enforcing.checkDocument(alg, document);
        s.enforcement = s.enforcement.withStay(Stay.NONE);
        Enforcing.record(EnforcementResumed.selector, by, s, abi.encode(order, alg, document));
    }

    /// @inheritdoc IEnforcements
    function endEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, Order calldata order, uint8 alg, bytes32 document
    ) external {
        // A stay stops what disposes of the right, not what leaves it to its holder.
        Enforcing.Matter memory s = Enforcing.loadAny(entry, number, at);
        uint256 states = OPENED | NOTICED | VALUED | READY | SOLD;
        Enforcing.needsState(s, code == EnforcementEnd.ORDERED ? states | MANAGED : states);
        _needsEnd(by, s, code, order);
        Enforcing.checkDocument(alg, document);
        _release(s, code);
        Management management = _returned(s);
        s.enforcement = s.enforcement.withStay(Stay.NONE);
        Enforcing.enter(s, EnforcementState.ENDED);
        Enforcing.record(EnforcementEnded.selector, by, s, bytes.concat(
            abi.encode(s.head, s.secured, s.burden, s.secured, s.security, s.secured, s.debt, management),
            abi.encode(code, order, alg, document)
        ));
    }

    /// Whoever managed the right manages it no more; zero when nobody did.
    function _returned(Enforcing.Matter memory s) private returns (Management m) {
        if (s.enforcement.state() != EnforcementState.MANAGED) return m;
        m = Enforcements.store().managements[s.entry].withOver(1);
        Enforcements.store().managements[s.entry] = m;
    }

    /// Who may end it so. (rules 3, 89, 94, 116)
    function _needsEnd(Signatories by, Enforcing.Matter memory s, uint256 code, Order calldata order) private view {
        if (code == EnforcementEnd.ORDERED) {
            _needsCourt(by, s, order); // rule 116
            return;
        }
        _needsNoOrder(order);
        if (code == EnforcementEnd.SATISFIED) by.needsTwo(s.burden.party(), Power.RELEASE); // rules 3, 89
        else if (code == EnforcementEnd.CURED || code == EnforcementEnd.WITHDRAWN) Enforcing.needsCreditor(by, s);
        else revert EnforcementCodeUnknown(code);
        if (s.enforcement.state() == EnforcementState.SOLD) by.needs(s.enforcement.buyer(), Power.ACCEPT, s.entry);
    }

    /// The security rests again, or is over when all is paid; head and debt are zero unless they are written.
    function _release(Enforcing.Matter memory s, uint256 code) private {
        if (code == EnforcementEnd.SATISFIED) {
            s.security = Securities.ended(s.security, SecurityState.REALISED, s.day);
            s.burden = Burdens.closed(s.burden, s.time);
            s.head = Entries.moved(s.head.withBurdens(s.head.burdens() - 1));
            Entries.setHead(s.entry, s.head);
        } else {
            s.security = Securities.resting(s.security, s.time); // rule 71
            s.head = Head.wrap(0);
        }
        if (code == EnforcementEnd.CURED) {
            s.debt = s.debt.withDefaulted(0).withCureUntil(0).withCause(0); // rule 94: the next default takes its own notice
            Securities.store().debts[s.entry][s.secured] = s.debt;
        } else {
            s.debt = Debt.wrap(0);
        }
        _saveSecurity(s);
    }

    // ------------------------------------------------------------------------------------------------ who agrees

    /// One officer of the creditor for what disposes of nothing, or the registrar's pair, who acts for a court. (rule 3)
    function _needsConductor(Signatories by, Enforcing.Matter memory s) private view {
        if (!by.given(s.burden.party(), Power.ENFORCE, s.entry)) by.needsPair(s.head.registrar(), 0); // rule 3
    }

    /// The pair: on an objection by itself, else with an instrument.
    function _needsDecision(Signatories by, Enforcing.Matter memory s, bool alone, Order calldata order) private view {
        if (!alone) {
            _needsCourt(by, s, order); // rules 99, 116
            return;
        }
        _needsNoOrder(order);
        by.needsPair(s.head.registrar(), 0); // rule 3
    }

    function _needsCourt(Signatories by, Enforcing.Matter memory s, Order calldata order) private view {
        Orders.check(by, order, s.head.registrar(), s.time); // rules 3, 116
        bool court = Parties.store().parties[order.issuer].roles() & Role.COURT != 0;
        if (!court) revert Orders.NotAnIssuer(order.issuer); // rule 116
    }

    /// The instrument it follows from now on: it overrides a bankruptcy recorded before. (rules 99, 116)
    function _follow(Signatories by, Enforcing.Matter memory s, Order calldata order) private view {
        _needsCourt(by, s, order); // rule 116
        s.enforcement = s.enforcement.withCourt(order.issuer).withOrdered(Journals.next(s.journal)); // rule 99
    }

    function _needsNoOrder(Order calldata order) private pure {
        if (order.issuer != 0) revert Orders.InstrumentNotValid();
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    function _saveSecurity(Enforcing.Matter memory s) private {
        s.burden = s.burden.withSince(s.time);
        Burdens.save(s.entry, s.secured, s.burden);
        Securities.store().securities[s.entry][s.secured] = s.security;
    }

}
