// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Signatories} from "../types/Signatories.sol";
import {Parameters, Span, WorkingDays} from "../types/words/Book.sol";

/// What holds for everybody: parameters, the working calendar, daily anchors. All by two officers of the operator.
interface IBook {
    /// Parameters as they are from this block on. (E28)
    event ParametersSet(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Parameters parameters,
        uint8 alg, bytes32 document
    );

    /// Working days of [from, until] as they are now; `ref` is the group (day / 256) of the first word. (E27)
    event CalendarLoaded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Span span,
        WorkingDays first, WorkingDays second, WorkingDays third, uint16 from, uint16 until, uint8 alg, bytes32 document
    );

    /// The root of what services kept on `day`: audit logs, query logs. (rules 120, 122)
    event DayAnchored(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint16 day, uint8 alg,
        bytes32 root
    );

    /// Nothing can be known yet of what is kept on that day.
    error DayAhead(uint256 day);

    /// Sets all parameters; running clocks keep what they copied at their start.
    function setParameters(Signatories by, uint40 at, Parameters parameters, uint8 alg, bytes32 document) external;

    /// Loads the days after the last, at most three groups of 256 days at once, or corrects loaded ones.
    function loadCalendar(
        Signatories by, uint40 at, uint16 from, uint16 until, uint8 alg, bytes32 document, WorkingDays[] calldata workingDays
    ) external;

    /// Anchors what services kept on a day that has begun.
    function anchorDay(Signatories by, uint40 at, uint16 day, uint8 alg, bytes32 root) external;
}
