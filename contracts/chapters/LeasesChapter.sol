// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Attesting} from "../core/Attesting.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {Leases} from "../core/Leases.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {ILeases, LeasePapers} from "../interfaces/ILeases.sol";
import {ILicences} from "../interfaces/ILicences.sol";
import {ISecurities} from "../interfaces/ISecurities.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {AttestationKind, AttestationPurpose} from "../types/words/Attestations.sol";
import {Burden, BurdenKind, BurdenState, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Lease, LeaseFlag, LeaseState, LeaseStructure, Remedy, TitleMode} from "../types/words/Leases.sol";
import {Licence, LicenceFlag, LicenceKind, LicenceState} from "../types/words/Licences.sol";
import {Power, Role} from "../types/words/Parties.sol";
import {Characterisation, Security, SecurityState} from "../types/words/Securities.sol";

contract LeasesChapter is ILeases {
    using Assent for Signatories;

    uint256 private constant AGREED = 1 << LeaseState.AGREED;
    uint256 private constant IN_TERM = 1 << LeaseState.IN_TERM;
    uint256 private constant DEMANDED = 1 << LeaseState.DEMANDED;
    uint256 private constant ACCELERATED = 1 << LeaseState.ACCELERATED;
    uint256 private constant TERMINATED = 1 << LeaseState.TERMINATED;

    /// What is leased. HOLD stays with whoever keeps the data. (rule 106)
    uint256 private constant OBJECT = Right.USE | Right.OPERATE;

    // ------------------------------------------------------------------------------------------------ beginning

    /// @inheritdoc ILeases
    function recordLease(
        Signatories by, uint40 at, EntryId entry, Lease terms, uint24 lessor, LeasePapers calldata papers,
        uint24[] calldata burdens
    ) external {
        Leases.Subject memory s;
        s.entry = entry;
        s.time = LegalTime.resolve(at);
        s.day = Calendar.dayOf(s.time);
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.lessor = lessor;
        s.head = Entries.headOf(entry);
        s.lease = terms.withValuation(Entries.resolve(entry, s.journal, terms.valuation())).withBookValue(
            Entries.resolve(entry, s.journal, terms.bookValue())
        );
        _checkTerms(s);
        _checkPapers(papers);
        bool direct = terms.structure() == LeaseStructure.DIRECT;
        uint256 holder = direct ? s.lessor : terms.lessee();
        uint256 other = direct ? terms.lessee() : s.lessor;
        _checkObject(s, holder);
        _checkParties(by, s, holder, other);
        _checkFree(by, s, burdens);
        s.security = Security.wrap(0).withState(SecurityState.RECORDED).withCharacter(Characterisation.FINANCE_LEASE); // rule 108
        s.lease = s.lease.withSince(s.time).withState(
            terms.title() == TitleMode.TRANSFERRED ? LeaseState.AGREED : LeaseState.IN_TERM
        );
        s.burden = Burdens.open(BurdenKind.LEASE, OBJECT, Leases.EFFECTS, other, holder, s.time).withWaivable(1); // rule 109
        s.head = Entries.moved(s.head.withBurdens(s.head.burdens() + 1));
        Leases.save(s);
        Entries.record(entry, s.journal, abi.encode(
            LeaseRecorded.selector, entry, s.number, s.number, by, s.time, s.head, s.burden, s.security, s.lease, papers
        ));
    }

    /// @inheritdoc ILeases
    function takeTitle(Signatories by, uint40 at, EntryId entry, uint24 number, uint24 licenceBack) external {
        Leases.Subject memory s = Leases.load(entry, number, at, AGREED);
        by.needs(s.lease.lessee(), Power.ACCEPT, entry);
        by.needsRegistrar(s.head.registrar(), Power.RECORD); // rule 4
        Leases.needsTitle(s.head, s.lessor);
        uint256 back = Entries.resolve(entry, s.journal, licenceBack);
        Licence l = Licensing.load(entry, back);
        bool fits = l.state() == LicenceState.ACTIVE && l.kind() == LicenceKind.EXCLUSIVE && l.parent() == 0
            && l.licensee() == s.lease.lessee() && l.noticed() == 0 && l.start() <= s.day && l.end() >= s.lease.until();
        if (!fits) revert LicenceBackNotValid(back);
        if (s.day < l.last()) revert LegalTime.OutOfOrder(s.time, l.last()); // rule 124
        l = l.withFlags(l.flags() | LicenceFlag.LEASED_BACK).withLast(s.day); // rule 110
        s.lease = s.lease.withState(LeaseState.IN_TERM).withLicenceBack(back);
        s.burden = Leases.heldBy(s.burden, s.lessor).withSince(s.time);
        s.head = Entries.moved(s.head);
        Licensing.save(entry, back, l);
        Leases.save(s);
        Entries.record(entry, s.journal, abi.encode(
            TitleTaken.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, back, l, s.lease
        ));
    }

    // ------------------------------------------------------------------------------------------------ rents

    /// @inheritdoc ILeases
    function recordRent(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 paid, uint8 alg, bytes32 document
    ) external {
        Leases.Subject memory s = Leases.load(entry, number, at, Leases.PAYING);
        by.needs(s.lessor, Power.ACCEPT, entry);
        Lease l = s.lease;
        if (paid <= l.paid() || paid > l.instalments()) revert RentsNotValid(l.paid(), l.instalments());
        uint256 more = paid - l.paid();
        uint256 overdue = l.overdue() > more ? l.overdue() - more : 0;
        // The share was of more: the lessor says it anew.
        s.lease = _overdue(l.withPaid(paid), overdue, 0);
        _step(RentPaid.selector, by, s, alg, document);
    }

    /// @inheritdoc ILeases
    function noteOverdue(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 overdue, uint16 overdueBps, uint8 alg, bytes32 document
    ) external {
        Leases.Subject memory s = Leases.load(entry, number, at, IN_TERM | DEMANDED);
        by.needs(s.lessor, Power.ENFORCE, entry); // rule 110
        Lease l = s.lease;
        bool possible = l.paid() + overdue <= l.instalments() && overdueBps <= 10_000 && (overdue != 0 || overdueBps == 0);
        if (!possible) revert RentsNotValid(l.paid(), l.instalments());
        s.lease = _overdue(l, overdue, overdueBps);
        _step(RentOverdue.selector, by, s, alg, document);
    }

    /// @inheritdoc ILeases
    function contestOverdue(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        Leases.Subject memory s = Leases.load(entry, number, at, Leases.PAYING | TERMINATED);
        by.needs(s.lease.lessee(), Power.OBJECT, entry);
        if (s.lease.overdue() == 0) revert NothingOverdue();
        s.lease = s.lease.withFlags(s.lease.flags() | LeaseFlag.CONTESTED);
        _step(OverdueContested.selector, by, s, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ default

    /// @inheritdoc ILeases
    function demandRent(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        Leases.Subject memory s = Leases.load(entry, number, at, IN_TERM);
        by.needs(s.lessor, Power.ENFORCE, entry); // rule 110
        _needsDefault(s); // rule 110
        // Nobody is given notice by a line that is not written yet, whatever day it bears.
        uint256 day = s.day < Calendar.today() ? Calendar.today() : s.day;
        s.lease = s.lease.withState(LeaseState.DEMANDED).withDemanded(day);
        _step(RentDemanded.selector, by, s, alg, document);
    }

    /// @inheritdoc ILeases
    function electRemedy(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        Leases.Subject memory s = Leases.load(entry, number, at, DEMANDED | ACCELERATED | TERMINATED);
        by.needsTwo(s.lessor, Power.ENFORCE); // rules 3, 110
        if (s.lease.remedy() != Remedy.NONE) revert RemedyAlreadyElected(s.lease.remedy()); // rule 110
        if (code == Remedy.NONE || code > Remedy.TERMINATE) revert LeaseCodeUnknown(code); // rule 110
        _needsDefault(s); // rule 110
        uint256 last = s.lease.demanded() + s.lease.grace();
        if (!Securities.isPast(last, s.time)) revert ISecurities.TermRunning(last); // rule 110
        s.lease = s.lease.withRemedy(code).withState(
            code == Remedy.ACCELERATE ? LeaseState.ACCELERATED : LeaseState.TERMINATED
        );
        _step(RemedyElected.selector, by, s, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Whatever an act will say later is not said yet; object and price are attested. (rules 106, 107)
    function _checkTerms(Leases.Subject memory s) private pure {
        Lease l = s.lease;
        if (l.flags() != Leases.ATTESTED) revert ObjectNotAttested(); // rules 106, 107
        bool blank = l.valid() && l.state() == 0 && l.remedy() == 0 && l.paid() == 0 && l.overdue() == 0
            && l.overdueBps() == 0 && l.demanded() == 0 && l.licenceBack() == 0 && l.since() == 0;
        bool whole = l.instalments() != 0 && l.grace() != 0 && l.defaultShare() <= 10_000 && l.until() >= s.day;
        bool held = l.structure() == LeaseStructure.LEASEBACK || l.title() == TitleMode.TRANSFERRED;
        if (!blank || !whole || !held) revert LeaseTermsNotValid();
    }

    function _checkPapers(LeasePapers calldata papers) private pure {
        _present(papers.alg, papers.claim);
        Digests.present(papers.contractHash);
        Digests.present(papers.resolution);
        Digests.present(papers.description); // rule 106
    }

    /// The object exists for the whole term and is the holder's, no state organ's; its value and its book value are attested by
    /// opinions in force, made for this. (rules 64, 106, 107)
    function _checkObject(Leases.Subject memory s, uint256 holder) private view {
        Leases.needsTitle(s.head, holder); // rule 106
        // The later of the two days decides: neither an early nor a late `at` keeps a right in force. (rule 28)
        uint256 day = s.day < Calendar.today() ? Calendar.today() : s.day;
        for (uint256 r = Entries.USE; r <= Entries.OPERATE; ++r) {
            if (!Entries.isLive(s.entry, s.head, r, day)) revert Entries.RightNotLive(s.entry, r); // rule 106
            uint256 latest = s.head.until(r);
            if (s.lease.until() > latest) revert ILicences.TermTooLong(s.lease.until(), latest); // rule 106
        }
        bool organ = Securities.isStateOrgan(s.lease.lessee());
        if (organ) revert ISecurities.StateOrganGrants(s.lease.lessee()); // rule 64
        Attesting.needs(s.entry, s.lease.valuation(), AttestationKind.VALUATION, AttestationPurpose.LEASE, s.time); // rule 107
        Attesting.needs(s.entry, s.lease.bookValue(), AttestationKind.ACCOUNTING, AttestationPurpose.BOOKING, s.time); // rule 107
    }

    /// Lessor and lessee agree; the registrar is none of them. (rules 1–4, 115)
    function _checkParties(Signatories by, Leases.Subject memory s, uint256 holder, uint256 other) private view {
        uint256 registrar = Parties.keeper(s.head.registrar()); // rule 5
        bool interested = Parties.includes(holder, registrar) || Parties.includes(other, registrar);
        if (interested) revert ISecurities.RegistrarInterested(registrar); // rule 2
        if (Parties.includes(holder, other) || Parties.includes(other, holder)) revert LeaseTermsNotValid();
        Parties.entitled(s.lessor, Role.LESSOR);
        Burdens.needsFree(holder); // rule 115
        by.needs(holder, Power.CHARGE, s.entry); // rule 106
        by.needs(other, Power.ACCEPT, s.entry);
        by.needsRegistrar(registrar, Power.RECORD); // rule 4
    }

    /// Neither charged nor leased, with or without consent; and nothing else that forbids a lease. (rules 39, 106)
    function _checkFree(Signatories by, Leases.Subject memory s, uint24[] calldata burdens) private view {
        for (uint256 i; i < burdens.length; ++i) {
            Burden b = Burdens.load(s.entry, burdens[i]);
            bool charged = (b.kind() == BurdenKind.SECURITY || b.kind() == BurdenKind.LEASE) && b.rights() & OBJECT != 0;
            if (charged && b.state() != BurdenState.CLOSED) revert ObjectNotFree(s.entry, burdens[i], b.kind()); // rule 106
        }
        Burdens.clear(
            by,
            Burdens.Move({entry: s.entry, rights: OBJECT, effects: Effect.LEASE, time: s.time, licence: Licence.wrap(0)}),
            s.head,
            burdens
        ); // rule 39
    }

    function _needsDefault(Leases.Subject memory s) private pure {
        if (!Leases.isInDefault(s.lease)) revert DefaultNotReached(s.lease.overdue(), s.lease.overdueBps()); // rule 110
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    /// What is overdue now; when nothing is, there is no demand and no dispute about it any more.
    function _overdue(Lease l, uint256 overdue, uint256 share) private pure returns (Lease) {
        l = l.withOverdue(overdue).withOverdueBps(share);
        if (overdue != 0) return l;
        if (l.state() == LeaseState.DEMANDED) l = l.withState(LeaseState.IN_TERM).withDemanded(0);
        return l.withFlags(l.flags() & ~LeaseFlag.CONTESTED);
    }

    function _step(bytes32 topic, Signatories by, Leases.Subject memory s, uint256 alg, bytes32 document) private {
        _present(alg, document);
        Leases.store().leases[s.entry][s.number] = s.lease;
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.lease, alg, document
        ));
    }

    function _present(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }
}
