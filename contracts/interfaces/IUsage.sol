// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Batch, Meter, Statement} from "../types/words/Usage.sol";

/// What is used under a licence, counted in batches and settled in statements (SM-12). The lines stand in the licence's own
/// journal, which chains every root to all before it; they are also the feed that connectors follow. (rules 53, 56)
/// `ref` is the number of the batch or statement on that journal, 0 for the meter; `licenceNumber` is the licence's on its entry.
interface IUsage {
    event MeterSet(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 document
    );

    event MeterAmended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 document
    );

    /// The document is the root of the gateway's log.
    event BatchSubmitted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Batch batch, EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 document
    );

    event BatchCountersigned(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Batch batch, EntryId entry, uint24 licenceNumber
    );

    /// The licensee was silent.
    event BatchDeemed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Batch batch, EntryId entry, uint24 licenceNumber
    );

    /// The document is the root of the licensee's log; `counted` is what it found.
    event BatchDisputed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Batch batch, EntryId entry, uint24 licenceNumber, uint48 counted, uint8 alg, bytes32 document
    );

    /// The document proves by leaves of the log what was counted wrong.
    event BatchReconciled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Batch batch, EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 document
    );

    /// `commitment` is the root of the salted commitments to amount, tax and shares.
    event StatementIssued(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Statement statement, EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 commitment
    );

    event StatementConfirmed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Statement statement, EntryId entry, uint24 licenceNumber
    );

    /// The licensee was silent.
    event StatementDeemed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Statement statement, EntryId entry, uint24 licenceNumber
    );

    event StatementRefused(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Statement statement, EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 document
    );

    /// Paid, by the route that now stands in the statement; where it is not the one due, the secured party is concerned. (rule 50)
    event StatementPaid(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Meter meter,
        Statement statement, EntryId entry, uint24 licenceNumber, uint8 alg, bytes32 document
    );

    error MeterThere(bytes32 subject);
    error MeterNotValid();
    error LicenceOver(EntryId entry, uint256 number);
    error PeriodNotContiguous(uint256 from, uint256 through);
    error PeriodNotValid(uint256 to);
    error TooManyOpen();
    error WrongBatchState(bytes32 subject, uint256 number, uint256 state);
    error WindowClosed(uint256 lastDay);
    error SilenceNotOver(uint256 lastDay);
    error DisputeCodeUnknown(uint256 code);
    error StatementOpen(uint256 number);
    error BatchesNotInRow(uint256 number);
    error WrongStatementState(bytes32 subject, uint256 number, uint256 state);
    error RouteUnknown(uint256 route);

    /// Agrees how usage is counted. Licensor and licensee; once a licence.
    /// @param licence number of a licence that is active or suspended
    /// @param gateway party that counts; not the licensee
    /// @param from where the first batch begins, unix seconds, not before the licence's first day
    function setMeter(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint48 quota, uint8 window, uint8 unit, uint24 gateway,
        uint40 from, uint8 alg, bytes32 document
    ) external;

    /// Agrees on another quota or gateway; what was counted stays. Licensor and licensee.
    function amendMeter(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint48 quota, uint8 window, uint24 gateway, uint8 alg,
        bytes32 document
    ) external;

    /// Reports the usage of the period after the last one. The gateway or the licensor with METER, machines too. (rule 56)
    /// @param from where the last period ended
    /// @param to end of this one, not part of it; not in the future, not after the licence's last day
    /// @param root Merkle root of the gateway's log
    function submitBatch(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint40 from, uint40 to, uint48 accepted, uint40 rejected,
        uint8 alg, bytes32 root
    ) external;

    /// Agrees with a batch. The licensee with ACCEPT or METER. (rule 56)
    function countersignBatch(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch) external;

    /// Records that the licensee was silent for five working days. Anyone; block time only. (rule 56)
    function deemBatch(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch) external;

    /// Contests a batch within five working days. The licensee with ACCEPT or METER. (rule 56)
    /// @param counted what the licensee counted
    /// @param root Merkle root of its own log
    function disputeBatch(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch, uint8 code, uint48 counted, uint8 alg,
        bytes32 root
    ) external;

    /// Agrees what a contested batch counts. Licensor and licensee. (rule 56)
    /// @param proof digest of the proof by leaves
    function reconcileBatch(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 batch, uint48 accepted, uint8 alg, bytes32 proof
    ) external;

    /// States what is owed for batches in a row, all agreed on, after the last statement's. The licensor. (rule 50)
    /// @param route where it is to be paid; while a burden forbids payment, only to the court
    /// @param burdens every burden of the entry not closed, ascending
    /// @param batches the batches, in their order
    function issueStatement(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint8 route, uint8 alg, bytes32 commitment,
        uint24[] calldata burdens, uint24[] calldata batches
    ) external;

    /// Agrees with a statement. The licensee.
    function confirmStatement(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement) external;

    /// Records that the licensee was silent for five working days. Anyone; block time only.
    function deemStatement(Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement) external;

    /// Sends a statement back within five working days; its batches may be stated anew. The licensee.
    function refuseStatement(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement, uint8 alg, bytes32 document
    ) external;

    /// Records the payment and the way it took. Licensor and licensee. (rule 50)
    /// @param document digest of the payment's reference
    function markPaid(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 statement, uint8 route, uint8 alg, bytes32 document
    ) external;
}
