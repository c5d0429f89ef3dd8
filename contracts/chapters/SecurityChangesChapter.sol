// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {Parties} from "../core/Parties.sol";
import {Securing} from "../core/Securing.sol";
import {Securities} from "../core/Securities.sol";
import {ISecurities} from "../interfaces/ISecurities.sol";
import {ChangePapers, ISecurityChanges} from "../interfaces/ISecurityChanges.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Acknowledgement} from "../types/words/Burdens.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {AmendmentMark, Debt, Security, SecurityFlag, SecurityPurpose} from "../types/words/Securities.sol";

contract SecurityChangesChapter is ISecurityChanges {
    using Assent for Signatories;

    /// @inheritdoc ISecurityChanges
    function amendSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, Debt debt, uint8 marks, ChangePapers calldata papers,
        uint24[] calldata burdens
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securities.OPEN);
        Debt was = s.debt;
        Debt plain = debt.withDebtor(0).withDefaulted(0).withCureUntil(0).withCause(0).withDemanded(0).withReleaseAsked(0)
            .withGuarantee(0);
        bool blank = Debt.unwrap(plain) == Debt.unwrap(debt) && debt.valid() && marks <= (AmendmentMark.ADVERSE | AmendmentMark.RENEWAL_COVENANT);
        bool due = debt.maturity() >= Calendar.dayOf(s.time);
        if (debt.place() == 0) revert ChangeNotValid(); // rule 98
        if (!blank || !due || !Securities.hasWindow(s.security, debt)) revert ChangeNotValid();
        if (debt.takeover() != 0) Parties.live(debt.takeover());
        _needsOwners(by, s); // rules 63, 76
        by.needs(s.burden.party(), Power.ACCEPT, entry); // rule 76
        if (was.debtor() != s.head.holder(Entries.OPERATE)) by.needs(was.debtor(), Power.ACCEPT, entry);
        _needsGuarantor(by, s, Acknowledgement.AMEND_UP); // rule 76
        if (marks & AmendmentMark.ADVERSE != 0) Securities.needsOthers(by, entry, s.head, burdens, s.number, 0); // rule 76
        else if (burdens.length != 0) revert ChangeNotValid();
        by.needsRegistrar(s.head.registrar(), Power.RECORD); // rule 4
        s.debt = debt.withDebtor(was.debtor()).withDefaulted(was.defaulted()).withCureUntil(was.cureUntil());
        s.debt = s.debt.withCause(was.cause()).withDemanded(was.demanded()).withReleaseAsked(was.releaseAsked()).withGuarantee(
            was.guarantee()
        ).withValuation(Entries.resolve(entry, s.journal, debt.valuation()));
        if (s.debt.valuation() != was.valuation()) Securities.needsValuation(entry, s.debt, s.time); // rule 80
        if (marks & AmendmentMark.RENEWAL_COVENANT != 0) {
            s.security = s.security.withFlags(s.security.flags() | SecurityFlag.RENEWAL_COVENANT);
        }
        if (debt.maturity() > was.maturity()) Securities.needsRenewal(s.head, s.burden.rights(), s.debt, s.security); // rule 81
        _record(SecurityAmended.selector, by, s, papers);
    }

    /// @inheritdoc ISecurityChanges
    function assignSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 creditor, ChangePapers calldata papers
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securities.OPEN);
        _checkAssignee(by, s, creditor);
        s.burden = s.burden.withParty(creditor); // rule 87: the rank stays
        s.head = Entries.moved(s.head);
        _record(SecurityAssigned.selector, by, s, papers);
    }

    /// @inheritdoc ISecurityChanges
    function splitSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 creditor, ChangePapers calldata papers
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.PERFECTED);
        _checkAssignee(by, s, creditor);
        s.security = s.security.withSplitOf(s.number); // rule 87: the rank stays
        s.debt = s.debt.withGuarantee(0);
        (s.wasSecurity, s.wasDebt) = (Security.wrap(0), Debt.wrap(0)); // a new one: nothing stood under its number
        s.number = Journals.next(s.journal);
        s.burden = s.burden.withParty(creditor).withDay(Calendar.dayOf(s.time));
        s.head = Entries.moved(s.head.withBurdens(s.head.burdens() + 1));
        _record(SecuritySplit.selector, by, s, papers);
    }

    /// @inheritdoc ISecurityChanges
    function cedeRank(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 ahead, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securities.OPEN);
        uint256 other = Entries.resolve(entry, s.journal, ahead);
        Security first = Securities.load(entry, other);
        Securities.needsNoLease(entry, other, first); // rule 108
        if (!Securities.isOpen(first)) revert ISecurities.WrongSecurityState(entry, other, first.state());
        Securities.needsNoCircle(entry, s.number, other); // rule 76
        by.needsTwo(s.burden.party(), Power.RELEASE); // rules 3, 76
        by.needs(Burdens.load(entry, other).party(), Power.ACCEPT, entry); // rule 76
        _needsGuarantor(by, s, Acknowledgement.RANK); // rule 76
        Securities.needsOthers(by, entry, s.head, burdens, s.number, other); // rule 76
        by.needsRegistrar(s.head.registrar(), Power.RECORD); // rule 4
        Digests.known(alg); // rule 123
        Digests.present(document);
        s.security = s.security.withBehind(other);
        Securing.save(s);
        Entries.record(entry, s.journal, abi.encode(
            RankCeded.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.burden, s.security, alg, document
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// A creditor who may be one, apart from all others concerned; the old one by two persons. (rules 2, 3, 87)
    function _checkAssignee(Signatories by, Securing.Subject memory s, uint256 creditor) private view {
        uint256 registrar = Parties.keeper(s.head.registrar()); // rule 5
        if (Parties.includes(creditor, registrar)) revert ISecurities.RegistrarInterested(registrar); // rule 2
        bool apart = creditor != s.burden.party() && creditor != s.debt.debtor() && creditor != s.burden.ack()
            && !Parties.includes(s.head.holder(Entries.OPERATE), creditor);
        if (!apart) revert ChangeNotValid();
        bool counter = s.security.purpose() == SecurityPurpose.COUNTER_GUARANTEE;
        Parties.entitled(creditor, counter ? Role.GUARANTOR : Securities.CREDITORS); // rule 105
        Burdens.needsFree(s.burden.party()); // rule 115
        by.needsTwo(s.burden.party(), Power.RELEASE); // rules 3, 87
        by.needs(creditor, Power.ACCEPT, s.entry); // rule 87
        by.needsRegistrar(registrar, Power.RECORD); // rule 4
    }

    /// Every holder of a right it lies on now, whoever gave it: it follows them. (rule 63; Civil Code 406)
    function _needsOwners(Signatories by, Securing.Subject memory s) private view {
        for (uint256 r; r < 3; ++r) {
            if ((s.burden.rights() >> r) & 1 == 1) by.needs(s.head.holder(r), Power.CHARGE, s.entry);
        }
    }

    function _needsGuarantor(Signatories by, Securing.Subject memory s, uint256 what) private view {
        if (s.burden.acks() & what == 0) return;
        bool acknowledged = by.given(s.burden.ack(), Power.ACKNOWLEDGE, s.entry);
        if (!acknowledged) revert ISecurities.GuarantorAcknowledgementMissing(s.burden.ack());
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _record(bytes32 topic, Signatories by, Securing.Subject memory s, ChangePapers calldata papers) private {
        Digests.known(papers.alg); // rule 123
        Digests.present(papers.claim);
        Digests.present(papers.contractHash);
        Digests.present(papers.notice); // rule 87
        Securing.save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security, s.debt, papers
        ));
    }
}
