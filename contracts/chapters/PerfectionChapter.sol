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
import {FilingPapers, IPerfection} from "../interfaces/IPerfection.sol";
import {ISecurities} from "../interfaces/ISecurities.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Power} from "../types/words/Parties.sol";
import {
    ExternalFiling, FilingAct, FilingStatus, FilingVenue, MismatchReason, Security, SecurityFlag, SecurityState
} from "../types/words/Securities.sol";

contract PerfectionChapter is IPerfection {
    using Assent for Signatories;

    uint256 private constant ENFORCING = 1 << SecurityState.ENFORCING;

    /// Whatever may have a filing.
    uint256 private constant FILED = Securities.OPEN | Securing.OVER | Securing.LEASE;

    /// @inheritdoc IPerfection
    function importFiling(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, FILED);
        uint256 importer = by.needsRegistrar(s.head.registrar(), Power.RECORD); // rules 3, 4
        bool blank = filing.valid() && filing.status() == 0 && filing.importer() == 0 && filing.papers() == 0;
        bool known = filing.kind() != FilingAct.NONE && filing.kind() <= FilingAct.CANCEL
            && filing.venue() != FilingVenue.NONE && filing.venue() <= FilingVenue.OTHER_EXCHANGE;
        if (!blank || !known || filing.filedAt() == 0 || filing.filedAt() > s.time) revert FilingNotValid();
        if (filing.kind() != FilingAct.CANCEL && filing.until() < Calendar.today()) revert FilingNotValid(); // rule 71
        if (Securities.isLease(s.security) && filing.venue() != FilingVenue.ZDW_CAT4) revert FilingNotValid(); // rule 108
        _checkFits(s, filing);
        _checkPapers(papers);
        s.filing = filing.withStatus(FilingStatus.UNVERIFIED).withImporter(importer).withPapers(_digestOf(papers));
        _recordFiling(FilingImported.selector, by, s, papers);
    }

    /// @inheritdoc IPerfection
    function perfect(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) external {
        Securing.Subject memory s = _verified(by, at, entry, number, filing, papers);
        if (filing.kind() != FilingAct.INITIAL) revert FilingNotValid();
        // Re-filed after a lapse it has the time of the new filing, never the old one. (rules 68, 71)
        s.security = _published(s.security).withVenue(filing.venue()).withFiledAt(filing.filedAt())
            .withSequence(filing.sequence()).withUntil(filing.until()); // rule 67
        _recordFiling(SecurityPerfected.selector, by, s, papers);
    }

    /// @inheritdoc IPerfection
    function verifyFiling(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) external {
        Securing.Subject memory s = _verified(by, at, entry, number, filing, papers);
        if (filing.kind() == FilingAct.INITIAL) revert FilingNotValid();
        if (filing.kind() == FilingAct.EXTEND) {
            s.security = _published(s.security).withUntil(filing.until()); // rule 71
        }
        if (filing.kind() == FilingAct.CANCEL) {
            s.security = s.security.withFlags(s.security.flags() | SecurityFlag.CANCEL_FILED); // rule 90
        }
        _recordFiling(FilingVerified.selector, by, s, papers);
    }

    /// @inheritdoc IPerfection
    function rejectFiling(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        Securing.Subject memory s = Securing.load(entry, number, at, FILED);
        if (code == MismatchReason.NONE || code > MismatchReason.PROOF) revert ISecurities.SecurityCodeUnknown(code);
        _checkSecondPerson(by, s);
        s.filing = s.filing.withStatus(FilingStatus.MISMATCH); // rule 67
        Securities.store().filings[entry][s.number] = s.filing;
        Securing.step(FilingMismatched.selector, by, s, code, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ by time alone

    /// @inheritdoc IPerfection
    function lapseSecurity(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.PERFECTED | Securing.LEASE);
        if (!Securities.isPast(s.security.until(), s.time)) revert ISecurities.TermRunning(s.security.until()); // rule 71
        s.security = s.security.withState(SecurityState.LAPSED);
        _poke(SecurityLapsed.selector, by, s);
    }

    /// @inheritdoc IPerfection
    function voidSecurity(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.RECORDED);
        uint256 last = Calendar.add(s.burden.day(), Securities.PERFECT_DAYS);
        if (!Securities.isPast(last, s.time)) revert ISecurities.TermRunning(last); // rule 67
        s.security = s.security.withState(SecurityState.VOIDED).withClosed(Calendar.dayOf(s.time));
        s.burden = Burdens.closed(s.burden, s.time);
        s.head = s.head.withBurdens(s.head.burdens() - 1); // does not move the edition: nobody can spoil a signed filing
        _poke(SecurityVoided.selector, by, s);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The pending filing, found true by a second person who has the same facts before him. (rules 3, 67)
    function _verified(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) private view returns (Securing.Subject memory s) {
        s = Securing.load(entry, number, at, FILED);
        _checkSecondPerson(by, s);
        ExternalFiling seen = filing.withStatus(FilingStatus.UNVERIFIED).withImporter(s.filing.importer()).withPapers(
            _digestOf(papers)
        );
        if (ExternalFiling.unwrap(seen) != ExternalFiling.unwrap(s.filing)) revert FilingDiffers(); // rule 67
        _checkFits(s, filing);
        s.filing = seen.withStatus(FilingStatus.VERIFIED);
    }

    function _checkSecondPerson(Signatories by, Securing.Subject memory s) private view {
        s.filing = Securities.store().filings[s.entry][s.number];
        if (s.filing.status() != FilingStatus.UNVERIFIED) revert FilingNotPending();
        uint256 registrar = Parties.keeper(s.head.registrar()); // rule 5
        uint256 importer = s.filing.importer();
        if (by.secondPerson(registrar, Power.APPROVE, importer) == 0) revert VerifierMissing(registrar, importer); // rules 3, 67
    }

    /// What may be filed in which state: anew only after a lapse and later than it, an extension only before the end. (rule 71)
    function _checkFits(Securing.Subject memory s, ExternalFiling filing) private pure {
        uint256 kind = filing.kind();
        uint256 fitting = kind == FilingAct.INITIAL
            ? Securing.RECORDED | Securing.LAPSED | ENFORCING
            : kind == FilingAct.EXTEND
                ? Securing.PERFECTED | Securing.LAPSED | ENFORCING
                : kind == FilingAct.AMEND ? Securing.PERFECTED | ENFORCING : Securing.OVER;
        uint256 state = s.security.state();
        if ((fitting >> state) & 1 == 0) revert ISecurities.WrongSecurityState(s.entry, s.number, state);
        uint256 day = Calendar.dayOf(filing.filedAt());
        uint256 until = s.security.until();
        bool later = kind == FilingAct.INITIAL
            ? day > until && filing.until() >= day
            : kind != FilingAct.EXTEND || (day <= until && filing.until() > until);
        if (!later || filing.filedAt() < s.security.filedAt()) revert FilingNotLater(until); // rule 71
    }

    /// Perfected, or still being realised.
    function _published(Security s) private pure returns (Security) {
        return s.state() == SecurityState.ENFORCING ? s : s.withState(SecurityState.PERFECTED);
    }

    function _checkPapers(FilingPapers calldata papers) private pure {
        Digests.known(papers.alg); // rule 123
        Digests.present(papers.number); // rule 67
        Digests.present(papers.description); // rule 67
        Digests.present(papers.proof); // rule 67
    }

    function _digestOf(FilingPapers calldata papers) private pure returns (uint256) {
        return uint96(uint256(keccak256(abi.encode(papers))));
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _recordFiling(bytes32 topic, Signatories by, Securing.Subject memory s, FilingPapers calldata papers) private {
        Securities.store().filings[s.entry][s.number] = s.filing;
        Securing.save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.burden, s.security, s.filing, papers
        ));
    }

    function _poke(bytes32 topic, Signatories by, Securing.Subject memory s) private {
        Securing.save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security
        ));
    }
}
