// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Objection} from "../types/words/Objections.sol";
import {Case} from "../types/words/Registration.sol";

/// Objections: in the notice of a case, which cannot be anchored while one is open (rule 26), and after registration (SM-3),
/// where a complete one puts a DISPUTE burden of the same number on the entry (rule 39), which IDisputes carries on. `ref` is
/// the objection's number.
interface IObjections {
    /// In the notice. `caseNumber` says whose word `kase` is.
    event NoticeObjected(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint24 caseNumber, Case kase, uint8 alg, bytes32 evidence
    );

    /// After registration.
    event Objected(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 evidence
    );

    /// The material is not complete; `list` names all that is missing, asked for once.
    event ObjectionIncomplete(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 list
    );

    /// Handed in again with what was missing.
    event ObjectionRefiled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 evidence
    );

    /// The material is complete: the rights are in dispute from now on.
    event ObjectionCompleted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Objection objection, Burden burden, uint8 alg, bytes32 document
    );

    /// Decided in the notice. (rule 27)
    event NoticeObjectionResolved(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint24 caseNumber, Case kase, uint8 alg, bytes32 document
    );

    /// Withdrawn in the notice.
    event NoticeObjectionWithdrawn(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint24 caseNumber, Case kase, uint8 alg, bytes32 document
    );

    /// Withdrawn after registration; the dispute, if there was one, is over.
    event ObjectionWithdrawn(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Objection objection, Burden burden, uint8 alg, bytes32 document
    );

    /// Nobody supplemented it, or nobody sued after its conclusion, in time; the dispute, if there was one, is over.
    event ObjectionLapsed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Objection objection, Burden burden, uint8 alg, bytes32 document
    );

    error NoSuchObjection(EntryId entry, uint256 number);
    error WrongObjectionState(EntryId entry, uint256 number, uint256 state);
    error NoticeClosed(uint256 lastDay);
    error NotRegistered(EntryId entry);
    error AlreadyObjected(uint256 number);
    error DecidedBefore(uint256 number);
    error MaterialAskedBefore();
    error DaysNotValid(uint256 days_);
    error GroundUnknown(uint256 ground);
    error ConclusionUnknown(uint256 conclusion);
    error RightsNotInDispute(uint256 rights);

    /// Objects in the notice of case `number`, on each ground once at a time. The objector with OBJECT, or a reviewer as receipt.
    /// @param objector a party; one without officers is entered by the registrar
    function objectInNotice(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 objector, uint8 ground, uint8 alg, bytes32 evidence
    ) external;

    /// Decides an objection in the notice; UPHELD or PARTLY may narrow the rights passed. The pair. (rule 27)
    /// @param passed rights that still pass, a subset of those passed so far
    function resolveInNotice(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 conclusion, uint8 passed, uint8 alg, bytes32 document
    ) external;

    /// Objects to a registered entry: not twice at a time on one ground, and not again once that was decided. The objector with
    /// OBJECT, or a reviewer as receipt. (rule 38)
    function object(
        Signatories by, uint40 at, EntryId entry, uint24 objector, uint8 rights, uint8 ground, uint8 alg, bytes32 evidence
    ) external;

    /// Finds the material incomplete, once, and gives the objector so many working days, 1 to 63. A reviewer.
    /// @param list digest of the complete list of what is missing
    function findIncomplete(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 days_, uint8 alg, bytes32 list
    ) external;

    /// Hands in again within those days. The objector with OBJECT, or a reviewer as receipt.
    function refile(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 evidence) external;

    /// Finds the material complete: the rights are in dispute. The pair. (rules 38, 39)
    function complete(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Records that an objection was not supplemented in time, or that after its conclusion, or the rejection of it, nobody sued
    /// in time: then the conclusion is what remains. Anybody, at block time.
    function lapseObjection(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Takes an objection back, whatever its phase, as long as it has not ended. The objector with OBJECT, or the registrar's
    /// pair as receipt.
    function withdrawObjection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;
}
