// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Debt, Security} from "../types/words/Securities.sol";

/// What the parties sign besides the terms of a change.
struct ChangePapers {
    uint8 alg; // of all digests here
    bytes32 claim; // Merkle root of the salted commitments to the claim, or the part, as it is now
    bytes32 contractHash;
    bytes32 notice; // to debtor and guarantor; for an amendment the grantor's authority
}

/// Changes of a security: its terms, its creditor, its rank (SM-6). `ref` of every line is the security's number, of a split
/// the new one's. A word that an act leaves as it is stands as zero.
interface ISecurityChanges {
    event SecurityAmended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ChangePapers papers
    );

    /// The claim went to another creditor, and the security with it. (rule 87)
    event SecurityAssigned(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ChangePapers papers
    );

    /// Part of the claim went to another creditor: a security of its own, of the same rank. (rule 87)
    event SecuritySplit(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, ChangePapers papers
    );

    /// It stands behind another by agreement. (rule 76)
    event RankCeded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Burden burden,
        Security security, uint8 alg, bytes32 document
    );

    error ChangeNotValid();

    /// Amends what is secured and until when. Grantor, creditor, debtor, a guarantor who must acknowledge it, every other
    /// creditor when it is adverse to juniors, and the registrar with RECORD. (rule 76)
    /// @param debt debtor, defaulted, cureUntil, cause, demanded, releaseAsked and guarantee are zero: they stay
    /// @param marks AmendmentMark: adverse to juniors; renewal of the rights agreed (rule 81)
    /// @param burdens every burden not closed, ascending, when it is adverse; else empty
    function amendSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, Debt debt, uint8 marks, ChangePapers calldata papers,
        uint24[] calldata burdens
    ) external;

    /// Gives the claim, and the security with it, to another creditor. Two persons of the creditor, the new one, and the
    /// registrar with RECORD; debtor and guarantor are notified. (rule 87)
    function assignSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 creditor, ChangePapers calldata papers
    ) external;

    /// Gives part of it. Who an assignment takes. (rule 87)
    function splitSecurity(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 creditor, ChangePapers calldata papers
    ) external;

    /// Lets another security stand ahead. Two persons of the creditor, the other creditor, a guarantor who must acknowledge it,
    /// the creditor of every further security, and the registrar with RECORD. (rule 76)
    /// @param burdens every burden not closed, ascending
    function cedeRank(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 ahead, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external;
}
