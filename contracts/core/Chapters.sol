// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Namespace, Page} from "../types/words/Ledger.sol";

/// Where each act is written, and what its calldata must look like.
library Chapters {
    /// @custom:storage-location erc7201:dpr.chapters
    struct Store {
        mapping(bytes4 selector => Page) pages;
    }

    error NoSuchAct(bytes4 selector);
    error ActPaused(bytes4 selector);
    error NotCanonical(bytes4 selector);
    error NotAChapter(address chapter);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.CHAPTERS;
        assembly {
            s.slot := slot
        }
    }

    /// The chapter of an act whose calldata is exactly its canonical encoding: static words, then lists of words in order,
    /// then nothing. What is signed is then all that is journalled.
    function open(bytes calldata act) internal view returns (address) {
        if (act.length < 36) revert NoSuchAct(bytes4(0));
        bytes4 selector = bytes4(act);
        Page page = store().pages[selector];
        if (page.chapter() == 0) revert NoSuchAct(selector);
        if (page.paused() != 0) revert ActPaused(selector);
        uint256 words = page.words();
        uint256 end = 4 + 32 * words;
        bool canonical = act.length >= end;
        for (uint256 i = words - page.lists(); canonical && i < words; ++i) {
            uint256 offset;
            uint256 length;
            assembly ("memory-safe") {
                offset := calldataload(add(act.offset, add(4, mul(32, i))))
                length := calldataload(add(act.offset, end))
            }
            canonical = offset == end - 4 && length < 1 << 16;
            if (canonical) end += 32 + 32 * length;
        }
        if (!canonical || act.length != end) revert NotCanonical(selector);
        return address(uint160(page.chapter()));
    }
}
