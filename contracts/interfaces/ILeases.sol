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

/// What lessor and lessee sign besides the terms.
struct LeasePapers {
    uint8 alg; // of all digests here
    bytes32 claim; // Merkle root of the salted commitments to price, rents and the price at the end
    bytes32 contractHash;
    bytes32 resolution; // the holder's internal authority
    bytes32 description; // of the object, as it will be filed
    bytes32 opinion; // on how the contract is to be characterised, 0 = none (rule 113)
}

/// What the value of a repossessed object is settled by.
struct SettlementPapers {
    uint8 alg; // of all digests here
    bytes32 amounts; // Merkle root of the salted commitments to value, arrears and surplus
    bytes32 settlement;
    bytes32 proof; // that the surplus was paid to the lessee, or that there is none
}

/// Finance leases of USE and OPERATE (SM-7). `ref` of every line is the lease's number; its burden, and the security that bears
/// its external filing, have the same: the filing is entered and found true by the acts of `ISecurities`. (rule 108)
/// A word that an act leaves as it is stands as zero; the numbers before words name those of others.
interface ILeases {
    event LeaseRecorded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Lease lease, LeasePapers papers
    );

    /// The lessor has the rights, and the lessee an exclusive licence of them.
    event TitleTaken(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        uint24 licenceNumber, Licence licence, Lease lease
    );

    event RentPaid(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Lease lease, uint8 alg,
        bytes32 document
    );

    event RentOverdue(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Lease lease, uint8 alg,
        bytes32 document
    );

    event OverdueContested(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Lease lease, uint8 alg,
        bytes32 document
    );

    /// From here the agreed days of grace run. (rule 110)
    event RentDemanded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Lease lease, uint8 alg,
        bytes32 document
    );

    /// All rents at once, or the object back: for good. (rule 110)
    event RemedyElected(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Lease lease, uint8 alg,
        bytes32 document
    );

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

    error LeaseTermsNotValid();
    error ObjectNotAttested();
    error ObjectNotFree(EntryId entry, uint256 number, uint256 kind);
    error TitleElsewhere(uint256 right, uint256 holder);
    error LicenceBackNotValid(uint256 licence);
    error LicenceBackStands(uint256 licence);
    error WrongLeaseState(EntryId entry, uint256 number, uint256 state);
    error LeaseCodeUnknown(uint256 code);
    error RentsNotValid(uint256 paid, uint256 instalments);
    error RentsOutstanding(uint256 paid, uint256 instalments);
    error NothingOverdue();
    error DefaultNotReached(uint256 overdue, uint256 overdueBps);
    error RemedyAlreadyElected(uint256 remedy);
    error OverdueInDispute();

    /// Records a lease. The holder with CHARGE — the lessee of a leaseback, the lessor of a direct lease —, the other of the
    /// two, and the registrar with RECORD. (rules 106, 107)
    /// @param terms state, remedy, paid, overdue, overdueBps, demanded, licenceBack and since are zero, CONTESTED is not set
    /// @param burdens every burden not closed, ascending
    function recordLease(
        Signatories by, uint40 at, EntryId entry, Lease terms, uint24 lessor, LeasePapers calldata papers,
        uint24[] calldata burdens
    ) external;

    /// Notes that the lessor has the rights and the lessee the exclusive licence. The lessee, and the registrar with RECORD.
    function takeTitle(Signatories by, uint40 at, EntryId entry, uint24 number, uint24 licenceBack) external;

    /// Records rents paid. The lessor.
    /// @param paid of the whole term, the new ones included; the oldest overdue are paid first
    function recordRent(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 paid, uint8 alg, bytes32 document
    ) external;

    /// States what is overdue. The lessor with ENFORCE. (rule 110)
    /// @param overdueBps share of all rents, rounded down; 0 when it is not said
    function noteOverdue(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 overdue, uint16 overdueBps, uint8 alg, bytes32 document
    ) external;

    /// Contests it: the lessor then ends the licence-back only by an instrument. The lessee with OBJECT.
    function contestOverdue(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Demands what is overdue. The lessor with ENFORCE, in default. (rule 110)
    function demandRent(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Elects one remedy, once, when the grace is over. Two persons of the lessor with ENFORCE. (rule 110)
    /// @param code Remedy
    function electRemedy(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

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
