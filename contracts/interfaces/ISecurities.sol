// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Debt, ExternalFiling, Security} from "../types/words/Securities.sol";

/// What the parties of a security sign besides its terms. (rules 66, 82)
struct SecurityPapers {
    uint8 alg; // of all digests here
    bytes32 claim; // Merkle root of the salted commitments to kind, amount and term of the claim
    bytes32 contractHash;
    bytes32 resolution; // the grantor's internal authority
    bytes32 description; // of the collateral, as it will be filed
    bytes32 snapshot; // Merkle root over the licences in force
    bytes32 representation; // no other licences or interests
}

/// Securities over the rights of an entry (SM-6). `ref` of every line is the security's number; its burden has the same.
/// A word that an act leaves as it is stands as zero.
interface ISecurities {
    /// Recorded here: it binds whoever acts here and gives no priority. (rule 67)
    event SecurityRecorded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, SecurityPapers papers
    );

    /// Released for good. (rule 89)
    event SecurityReleased(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    event ReleaseRequested(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    /// The external filing stands although the security was released. (rule 90)
    event CancellationOverdue(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    /// `code` is a DefaultEvent. (rule 94)
    event DefaultNoticed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    event DefaultCured(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    /// The holder demands that the security be realised. (rule 93)
    event RealisationDemanded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    /// A maximum was fixed; `code` is a CrystallisationCause. (rule 88)
    event ClaimCrystallised(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    error SecurityTermsNotValid();
    error OperateNotIncluded();
    error RenewalNotAgreed(uint256 right, uint256 until, uint256 needed);
    error RightNotChargeable(EntryId entry, uint256 right);
    error NotOneHolder(uint256 right);
    error StateOrganGrants(uint256 party);
    error ForfeitureNotExcluded();
    error RegistrarInterested(uint256 registrar);
    error WrongSecurityState(EntryId entry, uint256 number, uint256 state);
    error GuarantorAcknowledgementMissing(uint256 guarantor);
    error SecurityCodeUnknown(uint256 code);
    error TermRunning(uint256 lastDay);
    error AlreadyDone();
    error NotInDefault();
    error NotAMaximum();
    error CancellationNotDue();

    /// Records a security. The holder with CHARGE (all joint holders their agreement asks for), the creditor, a debtor who is
    /// not the holder, a linked guarantor, and the registrar with RECORD. (rules 62–66, 73–75, 82)
    /// @param terms rights, party (the creditor), ack and acks (a linked guarantor and what it must acknowledge); all else zero
    /// @param security state, venue, filedAt, sequence, until, behind, splitOf, crystallised, closed, cancelDays, CANCEL_FILED and
    /// ESCALATED are zero
    /// @param debt defaulted, cureUntil, cause, demanded, releaseAsked and guarantee are zero
    /// @param burdens every burden not closed, ascending
    function recordSecurity(
        Signatories by, uint40 at, EntryId entry, Burden terms, Security security, Debt debt, SecurityPapers calldata papers,
        uint24[] calldata burdens
    ) external;

    /// Asks for release. The holder of OPERATE with CHARGE, whoever gave the security, or the debtor.
    function requestRelease(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Releases for good. Two persons of the creditor, and a linked guarantor. (rules 3, 89)
    function releaseSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Complains that the filing still stands. The holder of OPERATE, from the eleventh working day. (rule 90)
    function escalateCancellation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Gives notice of default. The creditor with ENFORCE. (rule 94)
    function noticeDefault(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint16 cureUntil, uint8 alg, bytes32 document
    ) external;

    /// Notes that a default was cured. The creditor with ENFORCE. (rule 94)
    function cureDefault(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Demands realisation. The holder of OPERATE, after maturity. (rule 93)
    function demandRealisation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Fixes a maximum. The creditor with ENFORCE, or the registrar's pair with proof that the creditor was notified. (rule 88)
    function crystallise(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;
}
