// SPDX-License-Identifier: Apache-2.0
// Generated from journals.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant JOURNALS = 0x6027f5cc662ee2b2804236e91d8ef734c1e08a225ab94256054e371442fca600; // dpr.journals
}

// 日志 Journal: The rolling hash over all lines on one subject: replaying them must give this word.
// journals[subject], at map(subject, base+0) of dpr.journals
//
//      0–23      24  lines   how many lines the subject has; a line's number is an id
//    24–255     232  digest  the high 232 bits of the last link
type Journal is uint256;

using JournalLib for Journal global;

library JournalLib {
    function lines(Journal word) internal pure returns (uint256) {
        return Journal.unwrap(word) & 0xffffff;
    }

    function withLines(Journal word, uint256 value) internal pure returns (Journal) {
        if (value > 0xffffff) revert FieldOverflow();
        return Journal.wrap((Journal.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function digest(Journal word) internal pure returns (uint256) {
        return Journal.unwrap(word) >> 24;
    }

    function withDigest(Journal word, uint256 value) internal pure returns (Journal) {
        if (value > 0x000000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Journal.wrap((Journal.unwrap(word) & ~uint256(0x000000ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff << 24)) | (value << 24));
    }

    /// Every word is.
    function valid(Journal) internal pure returns (bool) {
        return true;
    }
}
