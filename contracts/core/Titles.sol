// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IChanges} from "../interfaces/IChanges.sol";
import {EntryId} from "../types/EntryId.sol";
import {Head, SlotStatus} from "../types/words/Entries.sol";
import {Applications} from "./Applications.sol";
import {Calendar} from "./Calendar.sol";
import {Entries} from "./Entries.sol";
import {Parties} from "./Parties.sol";

/// Title to registered rights, for whatever moves it: transfers, instruments, sales.
library Titles {
    /// The rights' holder changes in place; nothing of them stays with whoever had them. (rule 34)
    function given(Head head, uint256 rights, uint256 party) internal pure returns (Head) {
        for (uint256 r; r < 3; ++r) {
            if ((rights >> r) & 1 == 1) head = head.withHolder(r, party);
        }
        return head;
    }

    /// The rights are over; the slot remembers whose they were.
    function ended(Head head, uint256 rights) internal pure returns (Head) {
        for (uint256 r; r < 3; ++r) {
            if ((rights >> r) & 1 == 1) head = head.withStatus(r, SlotStatus.CANCELLED);
        }
        return head;
    }

    /// Each of `rights` is in force. The later of legal day and block day decides: neither an early nor a late `at` keeps a right
    /// in force. (rules 28, 32)
    function needsLive(EntryId entry, Head head, uint256 rights, uint256 day) internal view {
        if (day < Calendar.today()) day = Calendar.today();
        for (uint256 r; r < 3; ++r) {
            bool lapsed = (rights >> r) & 1 == 1 && !Entries.isLive(entry, head, r, day);
            if (lapsed) revert Entries.RightNotLive(entry, r);
        }
    }

    /// Whoever gets rights without an application: a live party, not the registrar, holding none of them yet. (rules 1, 2)
    function needsTaker(Head head, uint256 rights, uint256 taker) internal view {
        Parties.live(taker); // rule 1
        Applications.notOf(taker, head.registrar()); // rule 2
        for (uint256 r; r < 3; ++r) {
            bool holds = (rights >> r) & 1 == 1 && head.holder(r) == taker;
            if (holds) revert IChanges.TransfereeHolds(taker);
        }
    }
}
