// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Journal, Namespace} from "../types/words/Journals.sol";

/// One word per subject, from which a reader who replays the subject's events learns that none is missing.
///
/// A line is the one event an act emits for the subject: always four topics (event, subject, line number, the number of
/// the dependant it is about) and static data. The word after it is
/// `keccak256(word ‖ keccak256(t0 ‖ t1 ‖ t2 ‖ t3 ‖ data))` with its low 24 bits replaced by the number of lines.
library Journals {
    /// Kinds of subject; a subject is keccak256(kind ‖ key…), 32 bytes each. An entry's subject is its id.
    uint256 internal constant ENTRY = 1;
    uint256 internal constant LICENCE = 2;
    uint256 internal constant PARTY = 3;
    uint256 internal constant CONTENT = 4;
    uint256 internal constant BOOK = 5;

    /// keccak256(abi.encode(BOOK))
    bytes32 internal constant BOOK_SUBJECT = 0x036b6384b5eca791c62761152d0c79bb0604c104a5fb6f4eb0703f3154bb3db0;

    /// A number with this bit set means so many lines back on the journal that numbers this kind of thing.
    uint256 internal constant RELATIVE = 0x800000;

    /// @custom:storage-location erc7201:dpr.journals
    struct Store {
        mapping(bytes32 subject => Journal) journals;
    }

    error NoSuchLine(bytes32 subject, uint256 number);
    error JournalFull(bytes32 subject);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.JOURNALS;
        assembly {
            s.slot := slot
        }
    }

    function current(bytes32 subject) internal view returns (Journal) {
        return store().journals[subject];
    }

    function partySubject(uint256 party) internal pure returns (bytes32) {
        return keccak256(abi.encode(PARTY, party));
    }

    /// Of a licence: its usage. (rule 56)
    function licenceSubject(EntryId entry, uint256 number) internal pure returns (bytes32) {
        return keccak256(abi.encode(LICENCE, entry, number));
    }

    function contentSubject(uint256 alg, bytes32 root) internal pure returns (bytes32) {
        return keccak256(abi.encode(CONTENT, alg, root));
    }

    /// The number the next line will have.
    function next(Journal journal) internal pure returns (uint256) {
        return journal.lines() + 1;
    }

    /// Turns a relative number into the number meant: k lines back, 1 being the latest.
    function resolve(Journal journal, bytes32 subject, uint256 number) internal pure returns (uint256) {
        if (number & RELATIVE == 0) return number;
        uint256 back = number ^ RELATIVE;
        if (back == 0 || back > journal.lines()) revert NoSuchLine(subject, number);
        return journal.lines() + 1 - back;
    }

    /// The word after one more line whose hash is `line`.
    function link(Journal journal, bytes32 line) internal pure returns (Journal) {
        uint256 lines = journal.lines() + 1;
        uint256 digest;
        assembly ("memory-safe") {
            mstore(0, journal)
            mstore(32, line)
            digest := keccak256(0, 64)
        }
        return Journal.wrap((digest & ~uint256(0xffffff)) | lines);
    }

    /// Emits the line and moves the word; no act takes a line away or writes it anew. (rule 7) `line` is abi.encode of the four topics and the data, hashed as it is logged.
    function record(bytes32 subject, Journal journal, bytes memory line) internal {
        if (journal.lines() + 1 >= RELATIVE) revert JournalFull(subject);
        bytes32 digest;
        assembly ("memory-safe") {
            let start := add(line, 32)
            let size := mload(line)
            digest := keccak256(start, size)
            log4(
                add(start, 128),
                sub(size, 128),
                mload(start),
                mload(add(start, 32)),
                mload(add(start, 64)),
                mload(add(start, 96))
            )
        }
        store().journals[subject] = link(journal, digest);
    }
}
