// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Lease} from "../types/words/Leases.sol";
import {Licence} from "../types/words/Licences.sol";
import {Debt, Security} from "../types/words/Securities.sol";

/// What the value of a repossessed object is settled by.
struct SettlementPapers {
    uint8 alg; // of all digests here
    bytes32 amounts; // Merkle root of the salted commitments to value, arrears and surplus
    bytes32 settlement;
    bytes32 proof; // that the surplus was paid to the lessee, or that there is none
}

/// How finance leases end: taken back, settled, judged (SM-7). `ref` of every line is the lease's number. A word that an act
/// leaves as it is stands as zero; the numbers before words name those of others.
interface ILeaseEnds {
    /// The lessor has the object back; its value is to be settled. (rule 112)
    event LeaseRepossessed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        uint24 licenceNumber, Licence licence, uint24 burdenNumber, Burden burden, Lease lease, uint8 alg, bytes32 document
    );

    /// What it was worth above the arrears is the lessee's. (rule 112)
    event ValueSettled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Lease lease, uint24 valuation, SettlementPapers papers
    );

    /// The rights are where the contract or the law puts them; `code` is a LeaseEnding. (rule 111)
    event TitleSettled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Lease lease, uint8 code, uint8 alg, bytes32 document
    );

    /// `code` is a LeaseJudgment. Characterised as a security, it goes on as that, from the time of its filing.
    event LeaseJudged(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, Lease lease, uint8 code, Order order
    );

    error LicenceBackStands(uint256 licence);
    error RentsOutstanding(uint256 paid, uint256 instalments);
    error OverdueInDispute();

    /// Takes the object back, the rights being the lessor's: ends the licence-back. The lessor with ENFORCE, and the lessee or
    /// the registrar's pair. (rules 3, 112)
    /// @param document of the handover, or of the deletion
    function repossess(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Settles what the object is worth. The lessor with ENFORCE, and the lessee or the registrar's pair. (rules 3, 112)
    /// @param valuation attestation of value in force, for a disposal
    function settleValue(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 valuation, SettlementPapers calldata papers
    ) external;

    /// Ends a lease whose rents are paid, or that is bought out or called off, once the rights are whose they then are. Paid up:
    /// the new owner; where a price was agreed, bought out or called off: two persons of the lessor. (rule 111)
    /// @param code LeaseEnding
    function settleTitle(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Executes a judgment on the contract itself. The registrar's pair. (rules 3, 116)
    /// @param code LeaseJudgment
    /// @param character Characterisation, as the court found; 0 unless it is one
    /// @param maturity legal day what is secured then falls due, likewise
    function executeLeaseJudgment(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 character, uint16 maturity,
        Order calldata order
    ) external;
}
