// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Debt, ExternalFiling, Security} from "../types/words/Securities.sol";

/// Evidence of an external filing.
struct FilingPapers {
    uint8 alg; // of all digests here
    bytes32 number; // digest of the external registration number
    bytes32 description; // of the collateral, as filed
    bytes32 proof; // the register's certificate
}

/// Filings at other registers, which perfect securities (SM-6) and the titles of lessors. `ref` of every line is the security's
/// number. A word that an act leaves as it is stands as zero.
interface IPerfection {
    /// An external filing was entered by one person.
    event FilingImported(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Burden burden,
        Security security, ExternalFiling filing, FilingPapers papers
    );

    /// A second person found the filing true: it has priority from the time of the filing. (rules 67, 68)
    event SecurityPerfected(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Burden burden,
        Security security, ExternalFiling filing, FilingPapers papers
    );

    /// A second person found an amendment, extension or cancellation true.
    event FilingVerified(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Burden burden,
        Security security, ExternalFiling filing, FilingPapers papers
    );

    /// It does not fit; `code` is a MismatchReason.
    event FilingMismatched(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ExternalFiling filing, uint8 code, uint8 alg, bytes32 document
    );

    /// The filing's term is over; so is its priority. (rule 71)
    event SecurityLapsed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security
    );

    /// It was not perfected in time.
    event SecurityVoided(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security
    );

    error FilingNotValid();
    error FilingNotPending();
    error FilingDiffers();
    error FilingNotLater(uint256 day);
    error VerifierMissing(uint256 registrar, uint256 importer);

    /// Enters an external filing. One officer of the registrar. (rule 3)
    /// @param filing status, importer and papers are zero
    function importFiling(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) external;

    /// Finds an initial filing true. Another person of the registrar, who has the same facts and papers. (rules 3, 67)
    function perfect(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) external;

    /// Finds an amendment, extension or cancellation true. Another person of the registrar. (rules 3, 71, 90)
    function verifyFiling(
        Signatories by, uint40 at, EntryId entry, uint24 number, ExternalFiling filing, FilingPapers calldata papers
    ) external;

    /// Finds that a filing does not fit. Another person of the registrar. (rules 3, 67)
    function rejectFiling(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Notes that the filing's term is over. Anyone. (rule 71)
    function lapseSecurity(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Ends a security that was not perfected within ten working days. Anyone. (rule 67)
    function voidSecurity(Signatories by, uint40 at, EntryId entry, uint24 number) external;
}
