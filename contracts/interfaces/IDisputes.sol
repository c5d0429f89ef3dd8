// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Objection} from "../types/words/Objections.sol";

/// What becomes of a complete objection after registration (SM-3, rule 38): the holder hears of it, admits or contests; the
/// registrar investigates and concludes; both accept, or a court decides. The rights are in dispute until the end (rule 39).
/// `ref` is the objection's number.
///
/// Giving in takes everybody who holds a right in dispute, with DISPOSE; standing up takes one of them, with OBJECT, be it a
/// member of a joint holding: whoever contests keeps what all have.
interface IDisputes {
    /// The holder was told; from now on it has so many working days to answer. (rule 38)
    event HolderNotified(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 document
    );

    /// The holder admitted or contested, or its silence counts as contest (then without document).
    event ObjectionAnswered(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 document
    );

    /// The registrar investigates; a mark tells whether the sides are in mediation.
    event ObjectionInvestigated(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 document
    );

    /// The registrar concluded, for `reasons`.
    event ObjectionConcluded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 reasons
    );

    /// A side, or both, accepted the conclusion.
    event ConclusionAccepted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 alg, bytes32 document
    );

    /// A side rejected the conclusion: whoever wants it decided sues within so many working days.
    event ConclusionRejected(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 side, uint8 alg, bytes32 document
    );

    /// A court or an arbitral body has it.
    event ObjectionLitigated(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Objection objection,
        uint8 side, uint8 alg, bytes32 docket
    );

    /// What was admitted or accepted has been carried out; the dispute is over.
    event ObjectionResolved(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Objection objection, Burden burden, uint8 alg, bytes32 document
    );

    /// An effective instrument has decided and been carried out; the dispute is over. (rules 38, 116)
    event ObjectionResolvedByOrder(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Objection objection, Burden burden, Order order
    );

    error ResponseUnknown(uint256 response);
    error MarkUnknown(uint256 marks);
    error SideNotOpen(uint256 side);
    error OutcomeNotFitting(uint256 outcome);
    error ChangeNotDone(EntryId entry, uint256 number);

    /// Notes that the holder was told. Late is late and stands in the line. A reviewer. (rule 38)
    /// @param document digest of the notice and the proof that it arrived
    function notifyHolder(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// The holder answers. To admit takes everybody who holds a right in dispute, with DISPOSE; to contest one of them with
    /// OBJECT, or a reviewer as receipt.
    /// @param response ADMIT or CONTEST
    function respond(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 response, uint8 alg, bytes32 document
    ) external;

    /// Records that the holder was silent until its days were over, which counts as contest. Anybody, at block time.
    function deemContested(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Begins or goes on to investigate what is contested. A reviewer.
    /// @param marks MEDIATING when the sides are in mediation, 0 when they are not, or not any more
    function investigate(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 marks, uint8 alg, bytes32 document
    ) external;

    /// Concludes. The pair.
    function conclude(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 conclusion, uint8 alg, bytes32 reasons
    ) external;

    /// Accepts the conclusion. The objector with OBJECT, or the pair as receipt; of the holders each, with DISPOSE.
    /// @param sides one side or both
    function acceptConclusion(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 sides, uint8 alg, bytes32 document
    ) external;

    /// Rejects the conclusion in time. The objector or one of the holders with OBJECT, or the pair as receipt.
    /// @param side one side, which has not accepted
    function rejectConclusion(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 side, uint8 alg, bytes32 document
    ) external;

    /// Notes that a side sued: in time after the conclusion or its rejection, or at any time because what was admitted or
    /// accepted is not carried out. That side with OBJECT, or the pair as receipt.
    /// @param docket digest of the court's or arbitral body's case number
    function litigate(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 side, uint8 alg, bytes32 docket
    ) external;

    /// Ends a dispute as the holder admitted it or both sides accepted it. The pair. (rule 38)
    /// @param outcome CHANGED, CANCELLED or STANDS, as the conclusion has it; what was admitted does not stand
    /// @param change the completed case that was applied for after the objection, or the line of a later correction; 0 when the
    /// entry stands
    function resolveObjection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 outcome, uint24 change, uint8 alg, bytes32 document
    ) external;

    /// Ends a dispute as an effective instrument decided it, whatever step it was at. The pair. (rules 38, 116)
    /// @param change as above, or the line by which the instrument was executed
    function resolveByOrder(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 outcome, uint24 change, Order calldata order
    ) external;
}
