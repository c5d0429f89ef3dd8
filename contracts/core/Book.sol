// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Namespace, Parameters, Span, WorkingDays} from "../types/words/Book.sol";

/// What holds for everybody: parameters and the working calendar.
library Book {
    /// @custom:storage-location erc7201:dpr.book
    struct Store {
        Parameters parameters;
        Span span;
        mapping(uint256 group => WorkingDays) workingDays;
    }

    /// The party that keeps the platform.
    uint256 internal constant OPERATOR = 1;

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.BOOK;
        assembly {
            s.slot := slot
        }
    }

    function parameters() internal view returns (Parameters) {
        return store().parameters;
    }
}
