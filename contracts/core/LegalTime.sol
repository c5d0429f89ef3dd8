// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Parameters} from "../types/words/Book.sol";
import {Book} from "./Book.sol";
import {Calendar} from "./Calendar.sol";

/// Legal time is a signed field of every act, never later than block time and a little, never older than a working day.
library LegalTime {
    error LegalTimeAhead(uint256 at, uint256 latest);
    error LegalTimeTooOld(uint256 at, uint256 lastDay);
    error OutOfOrder(uint256 at, uint256 since);
    error OnlyBlockTime(uint256 at);

    /// The legal time meant by `at`; 0 is block time. (rule 124)
    function resolve(uint256 at) internal view returns (uint256) {
        if (at == 0) return block.timestamp;
        Parameters p = Book.parameters();
        if (at > block.timestamp + p.tolerance()) revert LegalTimeAhead(at, block.timestamp + p.tolerance());
        if (at + p.tolerance() < block.timestamp) {
            uint256 last = Calendar.add(Calendar.dayOf(at), p.lateEntryDays());
            if (last < Calendar.today()) revert LegalTimeTooOld(at, last);
        }
        return at;
    }

    /// The same, and not before a dependant's own last time. (rule 124)
    function resolve(uint256 at, uint256 since) internal view returns (uint256 time) {
        time = resolve(at);
        if (time < since) revert OutOfOrder(time, since);
    }

    /// Acts of Book and Parties take only block time.
    function blockTime(uint256 at) internal view returns (uint256) {
        if (at != 0) revert OnlyBlockTime(at);
        return block.timestamp;
    }
}
