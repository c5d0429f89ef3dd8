// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Guarantees} from "../core/Guarantees.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {GuaranteePapers, IGuarantees, PayoutPapers} from "../interfaces/IGuarantees.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Acknowledgement, Burden, BurdenKind} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Guarantee, GuaranteeMode, GuaranteeState} from "../types/words/Guarantees.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {Debt, Security, SecurityPurpose} from "../types/words/Securities.sol";

contract GuaranteesChapter is IGuarantees {
    using Assent for Signatories;

    uint256 private constant EFFECTIVE = 1 << GuaranteeState.EFFECTIVE;
    uint256 private constant CLAIMED = 1 << GuaranteeState.CLAIMED;

    uint256 private constant EVERYTHING = 10_000;

    /// Months after maturity in which to claim, when nobody said so. (rule 100)
    uint256 private constant CLAIM_MONTHS = 6;

    /// A guarantee being acted upon, and the security of its debt. A word that is zero is not written.
    struct Subject {
        EntryId entry;
        uint256 number;
        uint256 time;
        Journal journal;
        Guarantee guarantee;
        Burden burden; // of the security
        Debt debt; // likewise
    }

    /// @inheritdoc IGuarantees
    function bindGuarantee(
        Signatories by, uint40 at, EntryId entry, Guarantee terms, GuaranteePapers calldata papers
    ) external {
        Subject memory s;
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.guarantee = terms.withSecurity(Entries.resolve(entry, s.journal, terms.security()));
        Security security;
        (security, s.burden, s.debt) = Securities.whole(entry, s.guarantee.security());
        s.time = LegalTime.resolve(at, s.burden.since()); // rule 124
        _checkTerms(s);
        _checkDebt(s, security);
        _checkParties(by, s);
        Digests.known(papers.alg); // rule 123
        Digests.present(papers.claim);
        Digests.present(papers.contractHash);
        s.guarantee = s.guarantee.withState(GuaranteeState.EFFECTIVE).withSince(s.time);
        s.debt = s.debt.withGuarantee(s.number); // rule 105
        _save(s);
        Entries.record(entry, s.journal, abi.encode(
            GuaranteeBound.selector, entry, s.number, s.number, by, s.time, s.guarantee, s.guarantee.security(), s.burden,
            s.guarantee.security(), s.debt, papers
        ));
    }

    /// @inheritdoc IGuarantees
    function claimGuarantee(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, EFFECTIVE);
        by.needs(_creditor(s), Power.ENFORCE, entry); // rule 100
        uint256 day = Calendar.dayOf(s.time);
        bool within = s.guarantee.from() <= day && day <= s.guarantee.until();
        if (!within) revert OutsideGuaranteePeriod(s.guarantee.from(), s.guarantee.until()); // rule 100
        s.guarantee = s.guarantee.withState(GuaranteeState.CLAIMED).withClaimed(day);
        _present(alg, document);
        _record(GuaranteeClaimed.selector, by, s, alg, document);
    }

    /// @inheritdoc IGuarantees
    function payOut(Signatories by, uint40 at, EntryId entry, uint24 number, PayoutPapers calldata papers) external {
        Subject memory s = _load(entry, number, at, CLAIMED);
        by.needsTwo(s.guarantee.guarantor(), Power.CHARGE); // rule 104
        by.needs(_creditor(s), Power.ACCEPT, entry); // rule 104
        _present(papers.alg, papers.paid);
        Digests.present(papers.rest); // rule 104
        Digests.present(papers.proof); // rule 104
        s.guarantee = s.guarantee.withState(GuaranteeState.PAID_OUT).withPaid(Calendar.dayOf(s.time));
        uint256 ref = s.number;
        Head head;
        Security security = Securities.load(entry, s.guarantee.security());
        // Of a counter-guarantee the guarantor is the creditor already. (rule 105)
        if (Securities.isOpen(security) && security.purpose() == SecurityPurpose.PRINCIPAL) {
            ref = Journals.next(s.journal);
            (head, security) = _subrogate(s, security, ref);
        } else {
            security = Security.wrap(0);
        }
        Guarantees.store().guarantees[entry][s.number] = s.guarantee;
        Entries.record(entry, s.journal, abi.encode(
            GuaranteePaidOut.selector, entry, Journals.next(s.journal), ref, by, s.time, head, s.burden, security, s.debt,
            s.number, s.guarantee, papers
        ));
    }

    /// @inheritdoc IGuarantees
    function releaseGuarantee(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, EFFECTIVE | CLAIMED);
        by.needsTwo(_creditor(s), Power.RELEASE); // rule 3
        s.guarantee = s.guarantee.withState(GuaranteeState.RELEASED);
        _unlink(s);
        _present(alg, document);
        _record(GuaranteeReleased.selector, by, s, alg, document);
    }

    /// @inheritdoc IGuarantees
    function expireGuarantee(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        Subject memory s = _load(entry, number, at, EFFECTIVE);
        bool past = Securities.isPast(s.guarantee.until(), s.time);
        if (!past) revert OutsideGuaranteePeriod(s.guarantee.until() + 1, 0); // rule 100
        s.guarantee = s.guarantee.withState(GuaranteeState.EXPIRED);
        _unlink(s);
        _record(GuaranteeExpired.selector, by, s, 0, 0);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Terms are whole; where they are silent, the law speaks. (rule 100)
    function _checkTerms(Subject memory s) private pure {
        Guarantee g = s.guarantee;
        bool blank = g.valid() && g.state() == 0 && g.claimed() == 0 && g.paid() == 0 && g.since() == 0;
        bool known = g.mode() <= GuaranteeMode.JOINT_SEVERAL && g.coverage() != 0 && g.coverage() <= EVERYTHING;
        if (!blank || !known) revert GuaranteeTermsNotValid();
        if (g.mode() == GuaranteeMode.NONE) g = g.withMode(GuaranteeMode.GENERAL); // rule 100
        if (g.from() == 0) g = g.withFrom(s.debt.maturity() + 1);
        if (g.until() == 0) g = g.withUntil(Calendar.addMonths(s.debt.maturity(), CLAIM_MONTHS)); // rule 100
        if (g.until() < g.from()) revert GuaranteeTermsNotValid();
        s.guarantee = g;
    }

    /// The security is of this debt, and no other guarantee hangs on it: the creditor's own, to which the guarantor is linked,
    /// or the guarantor's, for its recourse. (rules 89, 105)
    function _checkDebt(Subject memory s, Security security) private pure {
        Guarantee g = s.guarantee;
        bool counter = security.purpose() == SecurityPurpose.COUNTER_GUARANTEE;
        bool same = Securities.isOpen(security) && g.debtor() == s.debt.debtor()
            && s.burden.party() == (counter ? g.guarantor() : g.creditor());
        if (!same) revert GuaranteeNotOfThisDebt(g.security()); // rule 105
        if (s.debt.guarantee() != 0) revert AnotherGuaranteeLinked(s.debt.guarantee());
        if (counter) {
            if (g.acks() != 0) revert GuaranteeTermsNotValid();
            s.burden = s.burden.withSince(s.time);
            return;
        }
        bool linkable = s.burden.ack() == 0 || s.burden.ack() == g.guarantor();
        if (!linkable) revert GuaranteeNotOfThisDebt(g.security());
        if (g.acks() & Acknowledgement.RELEASE == 0) revert GuaranteeTermsNotValid(); // rule 89
        s.burden = s.burden.withAck(g.guarantor()).withAcks(s.burden.acks() | g.acks()).withSince(s.time);
    }

    /// Two persons bind a guarantor; whoever is named agrees; the registrar is none of them. (rules 1–4)
    function _checkParties(Signatories by, Subject memory s) private view {
        Guarantee g = s.guarantee;
        Head head = Entries.headOf(s.entry);
        uint256 registrar = Parties.keeper(head.registrar()); // rule 5
        bool apart = g.guarantor() != g.creditor() && g.guarantor() != g.debtor() && g.creditor() != g.debtor()
            && !Parties.includes(head.holder(Entries.OPERATE), g.guarantor()) && !Parties.includes(g.guarantor(), registrar)
            && !Parties.includes(g.creditor(), registrar); // rule 2
        if (!apart) revert GuaranteeTermsNotValid();
        Parties.entitled(g.guarantor(), Role.GUARANTOR);
        by.needsTwo(g.guarantor(), Power.CHARGE); // rule 3
        by.needs(g.creditor(), Power.ACCEPT, s.entry);
        by.needs(g.debtor(), Power.ACCEPT, s.entry);
        by.needsRegistrar(registrar, Power.RECORD); // rule 4
    }

    /// A claim that was assigned took its guarantee along: whoever has the security now. (rule 87)
    function _creditor(Subject memory s) private view returns (uint256) {
        uint256 secured = s.guarantee.security();
        bool counter = Securities.load(s.entry, secured).purpose() == SecurityPurpose.COUNTER_GUARANTEE;
        return counter ? s.guarantee.creditor() : Burdens.load(s.entry, secured).party();
    }

    // ------------------------------------------------------------------------------------------------ what follows

    /// A security of the guarantor's own, split from the creditor's and behind what the creditor is still owed. (rule 104)
    function _subrogate(Subject memory s, Security whole, uint256 number) private returns (Head head, Security part) {
        uint256 secured = s.guarantee.security();
        Burden b = Burdens.load(s.entry, secured);
        if (s.time < b.since()) revert LegalTime.OutOfOrder(s.time, b.since()); // rule 124
        // What is realised is the creditor's: the part shares in its proceeds, whoever realises. (rules 97, 104)
        part = Securities.resting(whole, s.time).withBehind(secured).withSplitOf(secured); // rule 104
        s.burden = Burdens.open(
            BurdenKind.SECURITY, b.rights(), b.effects(), s.guarantee.guarantor(), b.grantor(), s.time
        ).withWaivable(b.waivable());
        s.debt = Securities.store().debts[s.entry][secured].withGuarantee(0);
        head = Entries.headOf(s.entry);
        head = Entries.moved(head.withBurdens(head.burdens() + 1));
        Securities.store().securities[s.entry][number] = part;
        Securities.store().debts[s.entry][number] = s.debt;
        Burdens.save(s.entry, number, s.burden);
        Entries.setHead(s.entry, head);
    }

    /// A guarantor who no longer answers has nothing to acknowledge any more. (rule 89)
    function _unlink(Subject memory s) private view {
        uint256 secured = s.guarantee.security();
        s.debt = Securities.store().debts[s.entry][secured].withGuarantee(0);
        Burden b = Burdens.load(s.entry, secured);
        uint256 since = b.since() < s.time ? s.time : b.since();
        s.burden = b.withSince(since);
        if (b.ack() == s.guarantee.guarantor()) s.burden = s.burden.withAck(0).withAcks(0);
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states) private view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.guarantee = Guarantees.load(entry, s.number);
        s.time = LegalTime.resolve(at, s.guarantee.since()); // rule 124
        s.guarantee = s.guarantee.withSince(s.time);
        uint256 state = s.guarantee.state();
        if ((states >> state) & 1 == 0) revert WrongGuaranteeState(entry, s.number, state);
    }

    function _present(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    function _save(Subject memory s) private {
        uint256 secured = s.guarantee.security();
        Guarantees.store().guarantees[s.entry][s.number] = s.guarantee;
        if (Burden.unwrap(s.burden) != 0) Burdens.save(s.entry, secured, s.burden);
        if (Debt.unwrap(s.debt) != 0) Securities.store().debts[s.entry][secured] = s.debt;
    }

    function _record(bytes32 topic, Signatories by, Subject memory s, uint256 alg, bytes32 document) private {
        _save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.guarantee, s.guarantee.security(), s.burden,
            s.guarantee.security(), s.debt, alg, document
        ));
    }
}
