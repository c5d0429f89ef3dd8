// SPDX-License-Identifier: Apache-2.0
// Generated from ledger.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant CHAPTERS = 0xd9e4265deb19fb7b16b016dee6d777d5b5b6822252f8922842fdc82c4a6d2100; // dpr.chapters
    bytes32 internal constant FILINGS = 0x6dfb49fa383ff7b97708b17dfae14b3c7ab41067cd8424410c15828d1433ca00; // dpr.filings
}

// 章节页 Page: Where an act is written: its chapter, and the shape of its calldata.
// pages[selector], at map(selector, base+0) of dpr.chapters
//
//     0–159     160  chapter  implementation address
//   160–167       8  words    32-byte words in the head of its arguments
//   168–175       8  lists    how many of them, the last ones, are offsets of lists
//   176–176       1  paused   1 while paused
//   177–255      79           spare, always zero
type Page is uint256;

using PageLib for Page global;

library PageLib {
    function chapter(Page word) internal pure returns (uint256) {
        return Page.unwrap(word) & 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff;
    }

    function withChapter(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff)) | value);
    }

    function words(Page word) internal pure returns (uint256) {
        return (Page.unwrap(word) >> 160) & 0xff;
    }

    function withWords(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0xff) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0xff << 160)) | (value << 160));
    }

    function lists(Page word) internal pure returns (uint256) {
        return (Page.unwrap(word) >> 168) & 0xff;
    }

    function withLists(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0xff) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0xff << 168)) | (value << 168));
    }

    function paused(Page word) internal pure returns (uint256) {
        return (Page.unwrap(word) >> 176) & 0x1;
    }

    function withPaused(Page word, uint256 value) internal pure returns (Page) {
        if (value > 0x1) revert FieldOverflow();
        return Page.wrap((Page.unwrap(word) & ~uint256(0x1 << 176)) | (value << 176));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Page word) internal pure returns (bool) {
        return Page.unwrap(word) & 0xfffffffffffffffffffe00000000000000000000000000000000000000000000 == 0;
    }
}

// 申请序号 Nonces: Which of 256 nonces of an officer are used; fill them lowest first.
// nonces[officer][group], at map(nonce / 256, map(officer, base+0)) of dpr.filings
//
//     0–255     256  used  one bit a nonce
type Nonces is uint256;

using NoncesLib for Nonces global;

library NoncesLib {
    function used(Nonces word) internal pure returns (uint256) {
        return Nonces.unwrap(word);
    }

    function withUsed(Nonces, uint256 value) internal pure returns (Nonces) {
        return Nonces.wrap(value);
    }

    /// Every word is.
    function valid(Nonces) internal pure returns (bool) {
        return true;
    }
}
