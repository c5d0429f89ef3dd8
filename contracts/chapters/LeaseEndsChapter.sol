// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Attesting} from "../core/Attesting.sol";
import {Burdens} from "../core/Burdens.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {Leases} from "../core/Leases.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Order, Orders} from "../core/Orders.sol";
import {Securities} from "../core/Securities.sol";
import {ILeaseEnds, SettlementPapers} from "../interfaces/ILeaseEnds.sol";
import {ILeases} from "../interfaces/ILeases.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {AttestationKind, AttestationPurpose} from "../types/words/Attestations.sol";
import {Burden, BurdenKind} from "../types/words/Burdens.sol";
import {EndTitle, Lease, LeaseEnding, LeaseFlag, LeaseJudgment, LeaseState, Remedy} from "../types/words/Leases.sol";
import {Licence, LicenceState} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {Characterisation, Debt, SecurityState} from "../types/words/Securities.sol";

contract LeaseEndsChapter is ILeaseEnds {
    using Assent for Signatories;

    uint256 private constant AGREED = 1 << LeaseState.AGREED;
    uint256 private constant TERMINATED = 1 << LeaseState.TERMINATED;
    uint256 private constant REPOSSESSED = 1 << LeaseState.REPOSSESSED;

    // ------------------------------------------------------------------------------------------------ taking back

    /// @inheritdoc ILeaseEnds
    function repossess(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        Leases.Subject memory s = Leases.load(entry, number, at, TERMINATED);
        Leases.needsTitle(s.head, s.lessor);
        uint256 back = s.lease.licenceBack();
        Licence l;
        if (back != 0) l = Licensing.load(entry, back);
        bool stands = l.state() == LicenceState.ACTIVE || l.state() == LicenceState.SUSPENDED;
        bool agreed = _needsLesseeOrPair(by, s);
        if (stands && !agreed && s.lease.flags() & LeaseFlag.CONTESTED != 0) revert OverdueInDispute(); // rule 110
        // One burden is written: the licence's when there is one to end, else the lease's, if title went over only now.
        uint256 burdened = s.number;
        Burden b = Leases.heldBy(s.burden, s.lessor).withSince(s.time);
        if (stands) {
            if (s.day < l.last()) revert LegalTime.OutOfOrder(s.time, l.last()); // rule 124
            if (Licensing.isExclusive(l)) {
                (burdened, b) = (back, Burdens.closed(Burdens.load(entry, back), s.time));
                s.head = s.head.withBurdens(s.head.burdens() - 1);
            }
            l = Licensing.ended(l, s.day);
            Licensing.save(entry, back, l);
        } else {
            (back, l) = (0, Licence.wrap(0));
        }
        Burdens.save(entry, burdened, b);
        s.lease = s.lease.withState(LeaseState.REPOSSESSED);
        s.head = Entries.moved(s.head);
        Entries.setHead(entry, s.head);
        Leases.store().leases[entry][s.number] = s.lease;
        _present(alg, document);
        Entries.record(entry, s.journal, abi.encode(
            LeaseRepossessed.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, back, l, burdened, b,
            s.lease, alg, document
        ));
    }

    /// @inheritdoc ILeaseEnds
    function settleValue(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 valuation, SettlementPapers calldata papers
    ) external {
        Leases.Subject memory s = Leases.load(entry, number, at, REPOSSESSED);
        _needsLesseeOrPair(by, s);
        uint256 value = Entries.resolve(entry, s.journal, valuation);
        Attesting.needs(entry, value, AttestationKind.VALUATION, AttestationPurpose.DISPOSAL, s.time); // rule 112
        _present(papers.alg, papers.amounts); // rule 112
        Digests.present(papers.settlement); // rule 112
        Digests.present(papers.proof); // rule 112
        _close(s, LeaseState.SETTLED, s.lessor);
        Entries.record(entry, s.journal, abi.encode(
            ValueSettled.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security,
            s.lease, value, papers
        ));
    }

    // ------------------------------------------------------------------------------------------------ end

    /// @inheritdoc ILeaseEnds
    function settleTitle(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        if (code == LeaseEnding.NONE || code > LeaseEnding.BOUGHT_OUT) revert ILeases.LeaseCodeUnknown(code);
        bool matured = code == LeaseEnding.MATURED;
        uint256 states = matured ? Leases.PAYING : Leases.PAYING | AGREED | TERMINATED;
        Leases.Subject memory s = Leases.load(entry, number, at, states);
        Lease l = s.lease;
        if (matured && l.paid() != l.instalments()) revert RentsOutstanding(l.paid(), l.instalments()); // rule 111
        // Silence leaves the object with the lessor; a token price makes it the lessee's by paying the rents. (rule 111)
        uint256 end = matured ? l.end() : EndTitle.LESSEE_AGREED;
        uint256 owner = end == EndTitle.SILENT || end == EndTitle.LESSOR ? s.lessor : l.lessee();
        if (end == EndTitle.LESSEE_AGREED) by.needsTwo(s.lessor, Power.RELEASE); // rules 3, 111
        else by.needs(owner, Power.ACCEPT, entry); // rule 111
        if (l.state() == LeaseState.AGREED) {
            by.needs(l.lessee(), Power.ACCEPT, entry); // called off: the rights stay where they are
            owner = s.head.holder(Entries.OPERATE);
        }
        Leases.needsTitle(s.head, owner); // rule 111
        _needsLicenceOver(s);
        _present(alg, document);
        _close(s, owner == s.lessor ? LeaseState.TITLE_RETAINED : LeaseState.TITLE_RETURNED, owner);
        Entries.record(entry, s.journal, abi.encode(
            TitleSettled.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security,
            s.lease, code, alg, document
        ));
    }

    /// @inheritdoc ILeaseEnds
    function executeLeaseJudgment(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 character, uint16 maturity,
        Order calldata order
    ) external {
        bool terminated = code == LeaseJudgment.TERMINATED;
        uint256 states = terminated ? Leases.PAYING : Leases.PAYING | AGREED | TERMINATED | REPOSSESSED;
        Leases.Subject memory s = Leases.load(entry, number, at, states);
        Orders.check(by, order, s.head.registrar(), s.time); // rules 3, 4, 116
        if (code == LeaseJudgment.NONE || code > LeaseJudgment.TERMINATED) revert ILeases.LeaseCodeUnknown(code);
        Debt debt;
        if (code == LeaseJudgment.RECHARACTERISED) {
            bool known = character != Characterisation.NONE && character < Characterisation.FINANCE_LEASE;
            if (!known || maturity == 0) revert ILeases.LeaseTermsNotValid();
            debt = _recharacterise(s, character, maturity);
        } else {
            if (character != 0 || maturity != 0) revert ILeases.LeaseTermsNotValid();
            if (terminated) {
                // The court has decided what was contested. A judgment on all rents that was not paid may be followed by it.
                s.lease = s.lease.withState(LeaseState.TERMINATED).withRemedy(Remedy.TERMINATE).withFlags(Leases.ATTESTED);
                s.burden = s.burden.withSince(s.time);
                Leases.save(s);
            } else {
                _close(s, LeaseState.VOID, s.head.holder(Entries.OPERATE)); // rule 106
            }
        }
        Entries.record(entry, s.journal, abi.encode(
            LeaseJudged.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security, debt,
            s.lease, code, order
        ));
    }

    /// It goes on as a security of the lessor's, from the time of its filing. Whoever gives a security has the rights, and no
    /// creditor has the title: where the lessor took it, the judgment gives it back first. (rules 65, 68)
    function _recharacterise(Leases.Subject memory s, uint256 character, uint256 maturity) private returns (Debt debt) {
        Leases.needsTitle(s.head, s.lease.lessee()); // rule 65
        _needsLicenceOver(s);
        s.security = Securities.load(s.entry, s.number).withCharacter(character).withJudged(Journals.next(s.journal));
        debt = Debt.wrap(0).withDebtor(s.lease.lessee()).withMaturity(maturity).withValuation(s.lease.valuation());
        Securities.store().debts[s.entry][s.number] = debt;
        // As a record of today: whoever has not filed has ten working days. (rule 67)
        s.burden = Leases.heldBy(s.burden, s.lease.lessee()).withKind(BurdenKind.SECURITY).withEffects(
            Securities.effects(s.security)
        ).withSince(s.time).withDay(s.day);
        s.lease = s.lease.withState(LeaseState.RECHARACTERISED);
        s.head = Entries.moved(s.head);
        Leases.save(s);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The licence-back has ended or expired, by legal time and by block time.
    function _needsLicenceOver(Leases.Subject memory s) private view {
        uint256 back = s.lease.licenceBack();
        if (back == 0) return;
        Licence l = Licensing.load(s.entry, back);
        bool over = l.state() == LicenceState.ENDED || l.state() == LicenceState.CLOSED || Securities.isPast(l.end(), s.time);
        if (!over) revert LicenceBackStands(back);
    }

    /// The lessor does not take alone what the lessee has: the lessee agrees, or the registrar's pair has seen why.
    /// (rules 3, 112)
    function _needsLesseeOrPair(Signatories by, Leases.Subject memory s) private view returns (bool agreed) {
        by.needs(s.lessor, Power.ENFORCE, s.entry); // rule 112
        agreed = by.given(s.lease.lessee(), Power.ACCEPT, s.entry);
        if (!agreed) by.needsPair(s.head.registrar(), 0); // rules 3, 112
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    /// The lease is over and the rights are `owner`'s: burden and filing go. (rule 90)
    function _close(Leases.Subject memory s, uint256 state, uint256 owner) private {
        s.lease = s.lease.withState(state);
        s.security = Securities.ended(Securities.load(s.entry, s.number), SecurityState.RELEASED, s.day); // rule 90
        s.burden = Burdens.closed(Leases.heldBy(s.burden, owner), s.time);
        s.head = Entries.moved(s.head.withBurdens(s.head.burdens() - 1));
        Leases.save(s);
    }

    function _present(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }
}
