// SPDX-License-Identifier: Apache-2.0
// Generated from listings.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant LISTINGS = 0x49ef74b2438a84ae74fb2ae146df1a6243292619563754fee20707e71e158d00; // dpr.listings
}

/// ListingState, one code a value.
library ListingState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant LISTED = 1; // 在架
    uint256 internal constant SUSPENDED = 2; // 暂停
    uint256 internal constant DELISTED = 3; // 已下架
}

/// ListingReason, one code a value.
library ListingReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant RIGHT_LAPSED = 1; // 凭证失效
    uint256 internal constant SOURCE_LOSS = 2; // 来源权利丧失
    uint256 internal constant FREEZE = 3; // 查封冻结
    uint256 internal constant ATTESTATION_EXPIRED = 4; // 意见失效
    uint256 internal constant VENUE_RULES = 5; // 违反场所规则
    uint256 internal constant BY_HOLDER = 6; // 权利人申请
}

/// Delivery, one bit a value.
library Delivery {
    uint256 internal constant API = 1 << 0; // 接口
    uint256 internal constant FILE = 1 << 1; // 文件
    uint256 internal constant SANDBOX = 1 << 2; // 沙箱
    uint256 internal constant REPORT = 1 << 3; // 报告
    uint256 internal constant CONNECTOR = 1 << 4; // 连接器
    uint256 internal constant MODEL = 1 << 5; // 模型
}

// 上架 Listing: A product offered on an exchange (SM-11).
// listings[entry][number], at map(number, map(entry, base+0)) of dpr.listings
//
//       0–2       3  state       SM-11
//      3–26      24  venue       the exchange
//     27–50      24  lister      who held OPERATE when it was listed
//     51–58       8  delivery    how the product may be had
//     59–62       4  code        why it is suspended or delisted
//     63–78      16  listed      legal day it was listed
//    79–118      40  since       legal time of its last act
//   119–142      24  compliance  compliance opinion it relies on, an attestation of the entry (rule 119)
//   143–255     113              spare, always zero
type Listing is uint256;

using ListingLib for Listing global;

library ListingLib {
    function state(Listing word) internal pure returns (uint256) {
        return Listing.unwrap(word) & 0x7;
    }

    function withState(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0x7) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0x7)) | value);
    }

    function venue(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 3) & 0xffffff;
    }

    function withVenue(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xffffff) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xffffff << 3)) | (value << 3));
    }

    function lister(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 27) & 0xffffff;
    }

    function withLister(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xffffff) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xffffff << 27)) | (value << 27));
    }

    function delivery(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 51) & 0xff;
    }

    function withDelivery(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xff) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xff << 51)) | (value << 51));
    }

    function code(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 59) & 0xf;
    }

    function withCode(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xf) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xf << 59)) | (value << 59));
    }

    function listed(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 63) & 0xffff;
    }

    function withListed(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xffff) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xffff << 63)) | (value << 63));
    }

    function since(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 79) & 0xffffffffff;
    }

    function withSince(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xffffffffff << 79)) | (value << 79));
    }

    function compliance(Listing word) internal pure returns (uint256) {
        return (Listing.unwrap(word) >> 119) & 0xffffff;
    }

    function withCompliance(Listing word, uint256 value) internal pure returns (Listing) {
        if (value > 0xffffff) revert FieldOverflow();
        return Listing.wrap((Listing.unwrap(word) & ~uint256(0xffffff << 119)) | (value << 119));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Listing word) internal pure returns (bool) {
        return Listing.unwrap(word) & 0xffffffffffffffffffffffffffff800000000000000000000600000000000000 == 0
            && state(word) <= 3
            && code(word) <= 6;
    }
}
