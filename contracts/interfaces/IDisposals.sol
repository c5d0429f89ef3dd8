// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Enforcement, Management} from "../types/words/Enforcements.sol";

/// How a sale came about.
struct SaleTerms {
    uint24 venue; // exchange that held the auction, 0 = none
    uint16 held; // legal day
    uint8 alg; // of all digests here
    bytes32 price; // Merkle root of the salted commitments to reserve and price
    bytes32 document;
}

/// Selling a right, or managing it for its creditors: what follows when the method of an enforcement is set. Words and errors are
/// as in IEnforcements; `ref` of every line is the enforcement's number.
interface IDisposals {
    /// Nobody bid, or the buyer did not pay; `code` is a RoundFailure.
    event RoundFailed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        uint24 venue, uint16 held, uint8 code, uint8 alg, bytes32 document
    );

    /// There is a buyer; title moves with the settlement only. (rules 65, 97)
    event RightSold(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        SaleTerms terms
    );

    /// The right is managed from now on.
    event RightTakenOver(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        Management management, uint8 alg, bytes32 document
    );

    /// @param income Merkle root of the salted commitments to income, costs, and what goes to the debt
    event IncomeReported(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        Management management, uint8 alg, bytes32 income, bytes32 document
    );

    /// The holder exercises the right again.
    event RightReturned(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        Management management, uint8 alg, bytes32 document
    );

    /// Notes that nobody bid, or that the buyer did not pay. The creditor, and of an auction its venue with RECORD; where a court
    /// had it set, the pair. (rule 96)
    /// @param venue exchange that held the auction, 0 = none
    /// @param held legal day it was held
    function failRound(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 venue, uint16 held, uint8 code, uint8 alg,
        bytes32 document
    ) external;

    /// Notes a sale, held five days or more after notice. As for a failed round, and the buyer with ACCEPT; at an agreed value
    /// the holders with DISPOSE as well. Unless by auction, the valuation is six months old at most. (rules 65, 95, 96, 99)
    function sellRight(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 buyer, SaleTerms calldata terms,
        uint24[] calldata burdens
    ) external;

    /// Lets an operator manage the right, within its term. The operator with ACCEPT, and the creditor, or the pair where a court
    /// had it set; an operator not agreed on in the security, the holders with DISPOSE as well. (rules 96, 99)
    /// @param until last legal day of the income period
    function takeOver(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 operator, uint16 until, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external;

    /// Reports the income of the days after the last report. The operator with LICENSE and the creditor with ENFORCE. (rule 85)
    function reportIncome(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 income, bytes32 document
    ) external;

    /// Returns the right to its holder. The creditor, or the pair where a court had it set; anyone after the income period.
    function returnRight(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;
}
