// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Enforcement} from "../types/words/Enforcements.sol";
import {Head} from "../types/words/Entries.sol";
import {Licence} from "../types/words/Licences.sol";
import {Security} from "../types/words/Securities.sol";

/// What a sale is settled on.
struct SalePapers {
    uint8 alg; // of all digests here
    bytes32 paid; // proof of payment
    bytes32 distribution; // Merkle root over who gets what: costs, by rank, the rest to the grantor (rules 85, 95)
    bytes32 national; // what the national system answered
}

/// What a sale does to the register: title moves, and in the same filing, step by step, everything falls that does not survive
/// it. "The pair" is the registrar's (rule 3).
interface IRealisations {
    /// The rights are the buyer's; securities lie on the price. `ref` is the enforcement's number. (rules 65, 97)
    event SaleSettled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Enforcement enforcement, Order order, SalePapers papers
    );

    /// A licence fell. `ref` is its number. (rule 51)
    event LicenceRemoved(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint24 enforcement, uint24 security, uint8 alg, bytes32 document
    );

    /// A burden left the rights that were sold; `result` is a SecurityState, 0 of what is no security. `ref` is its number. (rule
    /// 97)
    event BurdenCleared(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, uint24 enforcement, uint8 result, uint8 alg, bytes32 document
    );

    /// Nothing is left to clear; the security that was realised is over too. `ref` is the enforcement's number.
    event EnforcementCompleted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Enforcement enforcement, uint24 burdenNumber, Burden burden, uint24 securityNumber, Security security, uint8 alg,
        bytes32 document
    );

    error InstrumentMissing();
    error LicenceSurvives(EntryId entry, uint256 number);
    error NotOfThisSale(EntryId entry, uint256 number);
    error ResultNotValid(uint256 result);
    error SecurityNotCleared(EntryId entry, uint256 number);

    /// Settles a sale: the rights change hands in place, licences stay. The pair, and the creditor by two persons with ENFORCE
    /// and the buyer with ACCEPT, or an instrument of a court; where a court had the method set, an instrument. (rules 34, 65,
    /// 95, 97, 116)
    /// @param burdens every burden not closed, ascending
    /// @param licences every licence not closed, ascending: what the buyer takes over or sees fall
    function settleSale(
        Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order, SalePapers calldata papers,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external;

    /// Ends a licence that does not survive the settled sale. The pair. (rules 51, 54)
    /// @param security one, not cleared yet, that the licence came after without its creditor's consent
    function removeLicence(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 licence, uint24 security, uint8 alg, bytes32 document
    ) external;

    /// Takes another security, or what the holder agreed to later than the security realised, off the rights sold. The pair.
    /// (rule 97)
    /// @param result of a security REALISED, paid in full, or PARTLY_REALISED, what is missing being owed without security; else
    /// 0
    function clearBurden(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 burden, uint8 result, uint8 alg, bytes32 document
    ) external;

    /// Completes the enforcement when all other securities are cleared. The pair. (rule 97)
    /// @param result of the security realised
    /// @param burdens every burden not closed, ascending
    function completeEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 result, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external;
}
