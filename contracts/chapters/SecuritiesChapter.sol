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
import {Securing} from "../core/Securing.sol";
import {Securities} from "../core/Securities.sol";
import {ISecurities, SecurityPapers} from "../interfaces/ISecurities.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Acknowledgement, Burden, BurdenKind, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {Licence} from "../types/words/Licences.sol";
import {
    Characterisation,
    ClaimType,
    CrystallisationCause,
    Debt,
    DefaultEvent,
    Provider,
    Security,
    SecurityFlag,
    SecurityPurpose,
    SecurityState
} from "../types/words/Securities.sol";

contract SecuritiesChapter is ISecurities {
    using Assent for Signatories;

    /// Flags that tell what happened, not what was agreed.
    uint256 private constant HAPPENED = SecurityFlag.CANCEL_FILED | SecurityFlag.ESCALATED;

    // ------------------------------------------------------------------------------------------------ recording

    /// @inheritdoc ISecurities
    function recordSecurity(
        Signatories by, uint40 at, EntryId entry, Burden terms, Security security, Debt debt, SecurityPapers calldata papers,
        uint24[] calldata burdens
    ) external {
        Securing.Subject memory s;
        s.entry = entry;
        s.time = LegalTime.resolve(at);
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.head = Entries.headOf(entry);
        s.burden = terms;
        s.security = security;
        s.debt = debt.withValuation(Entries.resolve(entry, s.journal, debt.valuation()));
        _checkBlank(s);
        uint256 grantor = _checkObject(s);
        _checkClaim(s, grantor, papers);
        Burdens.needsFree(grantor); // rule 115
        _checkParties(by, s, grantor);
        Burdens.clear(
            by,
            Burdens.Move({
                entry: entry, rights: terms.rights(), effects: Effect.PLEDGE, time: s.time, licence: Licence.wrap(0)
            }),
            s.head,
            burdens
        ); // rules 39, 75
        s.security = security.withState(SecurityState.RECORDED); // rule 67
        s.burden = Burdens.open(
            BurdenKind.SECURITY, terms.rights(), Securities.effects(security), terms.party(), grantor, s.time
        ).withWaivable(1).withAck(terms.ack()).withAcks(terms.acks()); // rules 73, 74
        s.head = Entries.moved(s.head.withBurdens(s.head.burdens() + 1));
        Securities.store().debts[entry][s.number] = s.debt;
        Securities.store().securities[entry][s.number] = s.security;
        Burdens.save(entry, s.number, s.burden);
        Entries.setHead(entry, s.head);
        Entries.record(entry, s.journal, abi.encode(
            SecurityRecorded.selector, entry, s.number, s.number, by, s.time, s.head, s.burden, s.security, s.debt, papers
        ));
    }

    /// Whatever an act will say later is not said yet.
    function _checkBlank(Securing.Subject memory s) private pure {
        Burden b = s.burden;
        Security y = s.security;
        Debt d = s.debt;
        Burden named = Burden.wrap(0).withRights(b.rights()).withParty(b.party()).withAck(b.ack()).withAcks(b.acks());
        Security kept = y.withState(0).withVenue(0).withFiledAt(0).withSequence(0).withUntil(0).withBehind(0).withSplitOf(0);
        kept = kept.withCrystallised(0).withClosed(0).withCancelDays(0).withJudged(0).withFlags(y.flags() & ~HAPPENED);
        Debt plain = d.withDefaulted(0).withCureUntil(0).withCause(0).withDemanded(0).withReleaseAsked(0).withGuarantee(0);
        bool blank = Burden.unwrap(named) == Burden.unwrap(b) && Security.unwrap(kept) == Security.unwrap(y)
            && Debt.unwrap(plain) == Debt.unwrap(d) && y.valid() && d.valid();
        if (!blank || b.acks() > Acknowledgement.SUBSTITUTE * 2 - 1) revert SecurityTermsNotValid();
        bool known = y.character() != Characterisation.NONE && y.character() <= Characterisation.TITLE_TRANSFER_68;
        // Nobody agrees away what other creditors have a right to.
        if (!known || y.clause() & Effect.ENFORCE != 0) revert SecurityTermsNotValid();
        bool delivered = y.flags() & SecurityFlag.PURCHASE_MONEY != 0;
        if (delivered != (y.delivered() != 0)) revert SecurityTermsNotValid();
    }

    /// Live rights of one holder, OPERATE among them, who is no state organ. (rules 62–65)
    function _checkObject(Securing.Subject memory s) private view returns (uint256 grantor) {
        if (s.burden.rights() & Right.OPERATE == 0) revert OperateNotIncluded(); // rule 62
        grantor = s.head.holder(Entries.OPERATE);
        uint256 day = Calendar.dayOf(s.time);
        for (uint256 r; r < 3; ++r) {
            if ((s.burden.rights() >> r) & 1 == 0) continue;
            bool live = Entries.isLive(s.entry, s.head, r, day) && Entries.isLive(s.entry, s.head, r, Calendar.today());
            if (!live) revert RightNotChargeable(s.entry, r);
            if (s.head.holder(r) != grantor) revert NotOneHolder(r); // rule 63
        }
        if (Securities.isStateOrgan(grantor)) revert StateOrganGrants(grantor); // rule 64
        if (s.security.flags() & SecurityFlag.FORFEITURE_FREE == 0) revert ForfeitureNotExcluded(); // rule 65
    }

    /// Claim and collateral are committed to and described; a maximum has a window, a single claim has none; a valuation that
    /// is relied upon serves, and the rights last or will be renewed. (rules 66, 80, 81)
    function _checkClaim(Securing.Subject memory s, uint256 grantor, SecurityPapers calldata papers) private view {
        Debt d = s.debt;
        bool window = Securities.hasWindow(s.security, d);
        bool own = s.security.provider() == Provider.DEBTOR;
        if (d.place() == 0) revert SecurityTermsNotValid(); // rule 98
        if (!window || d.maturity() < Calendar.dayOf(s.time) || own != (d.debtor() == grantor)) revert SecurityTermsNotValid();
        Securities.needsValuation(s.entry, d, s.time); // rule 80
        Securities.needsRenewal(s.head, s.burden.rights(), d, s.security); // rule 81
        Digests.known(papers.alg); // rule 123
        Digests.present(papers.claim); // rule 66
        Digests.present(papers.contractHash); // rule 66
        Digests.present(papers.resolution); // rule 66
        Digests.present(papers.description); // rule 66
        Digests.present(papers.snapshot); // rule 82
        Digests.present(papers.representation); // rule 82
    }

    /// Grantor, creditor, a third party's debtor, a linked guarantor, and the registrar, who is none of them. (rules 2, 63, 66, 105)
    function _checkParties(Signatories by, Securing.Subject memory s, uint256 grantor) private view {
        uint256 creditor = s.burden.party();
        uint256 guarantor = s.burden.ack();
        uint256 registrar = Parties.keeper(s.head.registrar()); // rule 5
        _checkDisinterested(registrar, creditor); // rule 2
        _checkDisinterested(registrar, guarantor); // rule 2
        bool apart = !Parties.includes(grantor, creditor) && creditor != s.debt.debtor() && guarantor != creditor
            && !Parties.includes(grantor, guarantor) && (guarantor == 0 || guarantor != s.debt.debtor());
        if (!apart) revert SecurityTermsNotValid();
        bool counter = s.security.purpose() == SecurityPurpose.COUNTER_GUARANTEE;
        Parties.entitled(creditor, counter ? Role.GUARANTOR : Securities.CREDITORS); // rule 105
        by.needs(grantor, Power.CHARGE, s.entry); // rule 63
        by.needs(creditor, Power.ACCEPT, s.entry); // rule 66
        if (s.debt.debtor() != grantor) by.needs(s.debt.debtor(), Power.ACCEPT, s.entry); // rule 66
        bool linked = s.burden.acks() & Acknowledgement.RELEASE != 0;
        if (guarantor == 0 ? s.burden.acks() != 0 : !linked) revert SecurityTermsNotValid(); // rule 89
        if (guarantor != 0) {
            Parties.entitled(guarantor, Role.GUARANTOR);
            by.needs(guarantor, Power.ACKNOWLEDGE, s.entry);
        }
        if (s.debt.takeover() != 0) Parties.live(s.debt.takeover());
        by.needsRegistrar(registrar, Power.RECORD); // rule 4
    }

    function _checkDisinterested(uint256 registrar, uint256 party) private view {
        if (Parties.includes(party, registrar)) revert RegistrarInterested(registrar); // rule 2
    }

    // ------------------------------------------------------------------------------------------------ release

    /// @inheritdoc ISecurities
    function requestRelease(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securities.OPEN);
        if (!by.given(s.debt.debtor(), Power.ACCEPT, entry)) _needsOwner(by, s);
        if (s.debt.releaseAsked() != 0) revert AlreadyDone();
        s.debt = s.debt.withReleaseAsked(Calendar.dayOf(s.time));
        Securing.step(ReleaseRequested.selector, by, s, 0, alg, document);
    }

    /// @inheritdoc ISecurities
    function releaseSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.RESTING);
        by.needsTwo(s.burden.party(), Power.RELEASE); // rules 3, 89
        uint256 guarantor = s.burden.acks() & Acknowledgement.RELEASE == 0 ? 0 : s.burden.ack();
        bool acknowledged = guarantor == 0 || Guarantees.isPaidOut(entry, s.debt.guarantee())
            || by.given(guarantor, Power.ACKNOWLEDGE, entry);
        if (!acknowledged) revert GuarantorAcknowledgementMissing(guarantor); // rule 89
        Securing.end(s, SecurityState.RELEASED); // rule 90
        Securing.step(SecurityReleased.selector, by, s, 0, alg, document);
    }

    /// @inheritdoc ISecurities
    function escalateCancellation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.OVER | Securing.LEASE);
        _needsOwner(by, s); // rule 90
        if (s.security.cancelDays() == 0 || s.security.flags() & HAPPENED != 0) revert CancellationNotDue(); // rule 90
        uint256 last = Calendar.add(s.security.closed(), s.security.cancelDays());
        if (!Securities.isPast(last, s.time)) revert TermRunning(last); // rule 90
        s.security = s.security.withFlags(s.security.flags() | SecurityFlag.ESCALATED);
        Securing.step(CancellationOverdue.selector, by, s, 0, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ default

    /// @inheritdoc ISecurities
    function noticeDefault(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint16 cureUntil, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.RESTING);
        by.needs(s.burden.party(), Power.ENFORCE, entry); // rule 94
        if (code == DefaultEvent.NONE || code > DefaultEvent.OTHER) revert SecurityCodeUnknown(code); // rule 94
        if (s.debt.defaulted() != 0) revert AlreadyDone();
        // Nobody is given notice by a line that is not written yet, whatever day it bears.
        uint256 day = Calendar.dayOf(s.time) < Calendar.today() ? Calendar.today() : Calendar.dayOf(s.time);
        if (cureUntil < day) revert SecurityTermsNotValid(); // rule 94
        s.debt = s.debt.withDefaulted(day).withCureUntil(cureUntil).withCause(code);
        Securing.step(DefaultNoticed.selector, by, s, code, alg, document);
    }

    /// @inheritdoc ISecurities
    function cureDefault(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.RESTING);
        by.needs(s.burden.party(), Power.ENFORCE, entry); // rule 94
        if (s.debt.defaulted() == 0) revert NotInDefault();
        s.debt = s.debt.withDefaulted(0).withCureUntil(0).withCause(0);
        Securing.step(DefaultCured.selector, by, s, 0, alg, document);
    }

    /// @inheritdoc ISecurities
    function demandRealisation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.RESTING);
        _needsOwner(by, s); // rule 93
        if (!Securities.isPast(s.debt.maturity(), s.time)) revert TermRunning(s.debt.maturity()); // rule 93
        if (s.debt.demanded() != 0) revert AlreadyDone();
        s.debt = s.debt.withDemanded(Calendar.dayOf(s.time));
        Securing.step(RealisationDemanded.selector, by, s, 0, alg, document);
    }

    /// @inheritdoc ISecurities
    function crystallise(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securities.OPEN);
        if (s.security.claim() != ClaimType.MAX_AMOUNT) revert NotAMaximum(); // rule 88
        if (code == CrystallisationCause.NONE || code > CrystallisationCause.OTHER) revert SecurityCodeUnknown(code);
        if (!by.given(s.burden.party(), Power.ENFORCE, entry)) by.needsPair(s.head.registrar(), 0); // rules 3, 88
        if (s.security.crystallised() != 0) revert AlreadyDone();
        s.security = s.security.withCrystallised(Calendar.dayOf(s.time)); // rule 88
        Securing.step(ClaimCrystallised.selector, by, s, code, alg, document);
    }

    /// Whoever holds the right to operate now: a security follows it, whoever gave it. (Civil Code 406)
    function _needsOwner(Signatories by, Securing.Subject memory s) private view {
        by.needs(s.head.holder(Entries.OPERATE), Power.CHARGE, s.entry);
    }
}
