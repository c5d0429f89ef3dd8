// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Lease} from "../types/words/Leases.sol";
import {Licence} from "../types/words/Licences.sol";
import {Security} from "../types/words/Securities.sol";

/// What lessor and lessee sign besides the terms.
struct LeasePapers {
    uint8 alg; // of all digests here
    bytes32 claim; // Merkle root of the salted commitments to price, rents and the price at the end
    bytes32 contractHash;
    bytes32 resolution; // the holder's internal authority
    bytes32 description; // of the object, as it will be filed
    bytes32 opinion; // on how the contract is to be characterised, 0 = none (rule 113)
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

    error LeaseTermsNotValid();
    error ObjectNotAttested();
    error ObjectNotFree(EntryId entry, uint256 number, uint256 kind);
    error TitleElsewhere(uint256 right, uint256 holder);
    error LicenceBackNotValid(uint256 licence);
    error WrongLeaseState(EntryId entry, uint256 number, uint256 state);
    error LeaseCodeUnknown(uint256 code);
    error RentsNotValid(uint256 paid, uint256 instalments);
    error NothingOverdue();
    error DefaultNotReached(uint256 overdue, uint256 overdueBps);
    error RemedyAlreadyElected(uint256 remedy);

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
}
