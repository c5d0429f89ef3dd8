// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Case} from "../types/words/Registration.sol";
import {Overdue} from "../types/words/Supervision.sol";

/// What keeps registrars to their duties: a case may go to another one (rule 31), and anybody may report a clock that ran out
/// (SM-1). `ref` is the number of the case or objection.
interface ISupervision {
    /// Another registrar decides the case from now on; `authority` is the regulator that ordered it, 0 when both registrars
    /// agreed. (rule 31)
    event CaseReassigned(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase,
        uint24 authority, uint8 alg, bytes32 document
    );

    /// A registrar's clock ran out: the regulator's business. Nothing else changes. (SM-1)
    event OverdueReported(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Overdue overdue
    );

    error AlreadyReported(EntryId entry, uint256 number);

    /// Gives a case that is not decided, or whose credential is not issued, to another registrar. The pairs of both; or two of a
    /// regulator with ADMIT. Its clock runs on; the entry stays with its registrar. (rules 2, 4, 31)
    /// @param authority the regulator, 0 when the registrars agree
    function reassign(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 successor, uint24 authority, uint8 alg,
        bytes32 document
    ) external;

    /// Reports, once a clock, that a registrar did not accept, decide or notify in time. Anybody, at block time. (SM-1)
    /// @param number of a case or objection
    function reportOverdue(Signatories by, uint40 at, EntryId entry, uint24 number) external;
}
