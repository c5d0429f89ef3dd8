// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Head, Namespace, SlotStatus} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Cases} from "./Cases.sol";
import {Journals} from "./Journals.sol";

/// The folio: one data object of one applicant, with its three rights in slots.
library Entries {
    uint256 internal constant HOLD = 0;
    uint256 internal constant USE = 1;
    uint256 internal constant OPERATE = 2;

    /// @custom:storage-location erc7201:dpr.entries
    struct Store {
        mapping(EntryId => Head) heads;
    }

    error NoSuchEntry(EntryId entry);
    error EntryExists(EntryId entry);
    error NotThisEntry(EntryId entry);
    error EditionMoved(EntryId entry, uint256 edition);
    error RightNotLive(EntryId entry, uint256 right);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.ENTRIES;
        assembly {
            s.slot := slot
        }
    }

    /// keccak256(ENTRY, alg, contentRoot, applicant), 32 bytes each.
    function idOf(uint256 alg, bytes32 root, uint256 applicant) internal pure returns (EntryId) {
        return EntryId.wrap(keccak256(abi.encode(Journals.ENTRY, alg, root, applicant)));
    }

    function headOf(EntryId entry) internal view returns (Head) {
        return store().heads[entry];
    }

    function setHead(EntryId entry, Head head) internal {
        store().heads[entry] = head;
    }

    /// The journal of an entry that has been opened.
    function journalOf(EntryId entry) internal view returns (Journal journal) {
        journal = Journals.current(EntryId.unwrap(entry));
        if (journal.lines() == 0) revert NoSuchEntry(entry);
    }

    /// The number of a dependant of the entry, made absolute.
    function resolve(EntryId entry, Journal journal, uint256 number) internal pure returns (uint256) {
        return Journals.resolve(journal, EntryId.unwrap(entry), number);
    }

    function record(EntryId entry, Journal journal, bytes memory line) internal {
        Journals.record(EntryId.unwrap(entry), journal, line);
    }

    /// The right is registered and not past its last day, or its timely renewal is not decided yet. (rules 28, 32)
    function isLive(EntryId entry, Head head, uint256 right, uint256 day) internal view returns (bool) {
        if (head.status(right) != SlotStatus.ACTIVE) return false;
        return head.until(right) >= day || Cases.renewal(entry, right, head.holder(right)) != 0;
    }

    /// The rights that are, as a mask.
    function live(EntryId entry, Head head, uint256 day) internal view returns (uint256 rights) {
        for (uint256 r; r < 3; ++r) {
            if (isLive(entry, head, r, day)) rights |= 1 << r;
        }
    }

    /// What pins look at has changed: holders, validity, burdens or licences. Each move is a line, and a journal is full before
    /// an edition could come back to one that somebody has pinned.
    function moved(Head head) internal pure returns (Head) {
        return head.withEdition(head.edition() + 1);
    }
}
