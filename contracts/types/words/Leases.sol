// SPDX-License-Identifier: Apache-2.0
// Generated from leases.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant LEASES = 0x425ffc68d3d1c6779b9478ba548092f7fc81b5b855972b9c24c829b212f96400; // dpr.leases
}

/// LeaseState, one code a value.
library LeaseState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant AGREED = 1; // 已约定
    uint256 internal constant IN_TERM = 2; // 租赁期内
    uint256 internal constant DEMANDED = 3; // 已催告
    uint256 internal constant ACCELERATED = 4; // 租金加速到期
    uint256 internal constant TERMINATED = 5; // 已解除待收回
    uint256 internal constant REPOSSESSED = 6; // 已收回
    uint256 internal constant SETTLED = 7; // 价值已清算
    uint256 internal constant TITLE_RETURNED = 8; // 权属归承租人
    uint256 internal constant TITLE_RETAINED = 9; // 权属归出租人
    uint256 internal constant RECHARACTERISED = 10; // 已另行定性
    uint256 internal constant VOID = 11; // 无效
}

/// LeaseStructure, one code a value.
library LeaseStructure {
    uint256 internal constant DIRECT = 0; // 直租
    uint256 internal constant LEASEBACK = 1; // 售后回租
}

/// TitleMode, one code a value.
library TitleMode {
    uint256 internal constant NOTED = 0; // 仅记载所有权
    uint256 internal constant TRANSFERRED = 1; // 权利转让至出租人
}

/// EndTitle, one code a value.
library EndTitle {
    uint256 internal constant SILENT = 0; // 未约定
    uint256 internal constant LESSEE_TOKEN = 1; // 象征性价款归承租人
    uint256 internal constant LESSEE_AGREED = 2; // 约定价款归承租人
    uint256 internal constant LESSOR = 3; // 归出租人
}

/// Remedy, one code a value.
library Remedy {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACCELERATE = 1; // 请求支付全部租金
    uint256 internal constant TERMINATE = 2; // 解除合同收回租赁物
}

/// LeaseEnding, one code a value.
library LeaseEnding {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant MATURED = 1; // 租金付清
    uint256 internal constant BOUGHT_OUT = 2; // 提前留购或合意终止
}

/// LeaseJudgment, one code a value.
library LeaseJudgment {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant VOID = 1; // 合同无效
    uint256 internal constant RECHARACTERISED = 2; // 另行定性为担保
    uint256 internal constant TERMINATED = 3; // 判令解除
}

/// LeaseFlag, one bit a value.
library LeaseFlag {
    uint256 internal constant PRICE_WITHIN = 1 << 0;
    uint256 internal constant INCOME_PRODUCING = 1 << 1;
    uint256 internal constant CONTESTED = 1 << 2;
}

// 融资租赁 Lease: A finance lease of USE and OPERATE (SM-7). Its LEASE burden has the same number and names lessor and lessee: as party whichever of them is not the holder. Its filing stands in the Security of the same number.
// leases[entry][number], at map(number, map(entry, base+0)) of dpr.leases
//
//       0–3       4  state         SM-7; whether it is filed stands in its Security (rule 108)
//       4–4       1  structure     whose the object was
//       5–5       1  title         whether the rights go to the lessor
//       6–7       2  end           whose they are after the term (rule 111)
//       8–9       2  remedy        what the lessor elected on default: one, once (rule 110)
//     10–17       8  instalments   rents of the whole term
//     18–25       8  paid          rents paid
//     26–33       8  overdue       rents overdue, as the lessor last said
//     34–47      14  overdueBps    overdue share of all rents, basis points, rounded down; 0 = not said since the last payment
//     48–63      16  demanded      legal day of the demand, 0 = none
//     64–71       8  grace         days after a demand that the lessee has to pay, as agreed
//     72–95      24  licenceBack   exclusive licence to the lessee of what the lessor holds, 0 = none
//    96–119      24  lessee        who has the use
//   120–125       6  flags         what both attest, and whether the lessee contests what is said to be overdue
//   126–149      24  valuation     attestation of value relied on (rule 107)
//   150–173      24  bookValue     attestation of book value relied on (rule 107)
//   174–189      16  until         last legal day of the term
//   190–229      40  since         legal time of its last act; what becomes of its filing has the burden's
//   230–233       4  defaultAfter  overdue rents that are a default, 0 = nothing agreed (rule 110)
//   234–247      14  defaultShare  overdue share of all rents that is one, basis points, likewise
//   248–255       8                spare, always zero
type Lease is uint256;

using LeaseLib for Lease global;

library LeaseLib {
    function state(Lease word) internal pure returns (uint256) {
        return Lease.unwrap(word) & 0xf;
    }

    function withState(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xf) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xf)) | value);
    }

    function structure(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 4) & 0x1;
    }

    function withStructure(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x1) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x1 << 4)) | (value << 4));
    }

    function title(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 5) & 0x1;
    }

    function withTitle(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x1) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x1 << 5)) | (value << 5));
    }

    function end(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 6) & 0x3;
    }

    function withEnd(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x3) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x3 << 6)) | (value << 6));
    }

    function remedy(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 8) & 0x3;
    }

    function withRemedy(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x3) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x3 << 8)) | (value << 8));
    }

    function instalments(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 10) & 0xff;
    }

    function withInstalments(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xff << 10)) | (value << 10));
    }

    function paid(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 18) & 0xff;
    }

    function withPaid(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xff << 18)) | (value << 18));
    }

    function overdue(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 26) & 0xff;
    }

    function withOverdue(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xff << 26)) | (value << 26));
    }

    function overdueBps(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 34) & 0x3fff;
    }

    function withOverdueBps(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x3fff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x3fff << 34)) | (value << 34));
    }

    function demanded(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 48) & 0xffff;
    }

    function withDemanded(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffff << 48)) | (value << 48));
    }

    function grace(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 64) & 0xff;
    }

    function withGrace(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xff << 64)) | (value << 64));
    }

    function licenceBack(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 72) & 0xffffff;
    }

    function withLicenceBack(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffffff << 72)) | (value << 72));
    }

    function lessee(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 96) & 0xffffff;
    }

    function withLessee(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffffff << 96)) | (value << 96));
    }

    function flags(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 120) & 0x3f;
    }

    function withFlags(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x3f) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x3f << 120)) | (value << 120));
    }

    function valuation(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 126) & 0xffffff;
    }

    function withValuation(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffffff << 126)) | (value << 126));
    }

    function bookValue(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 150) & 0xffffff;
    }

    function withBookValue(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffffff << 150)) | (value << 150));
    }

    function until(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 174) & 0xffff;
    }

    function withUntil(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffff << 174)) | (value << 174));
    }

    function since(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 190) & 0xffffffffff;
    }

    function withSince(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xffffffffff << 190)) | (value << 190));
    }

    function defaultAfter(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 230) & 0xf;
    }

    function withDefaultAfter(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0xf) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0xf << 230)) | (value << 230));
    }

    function defaultShare(Lease word) internal pure returns (uint256) {
        return (Lease.unwrap(word) >> 234) & 0x3fff;
    }

    function withDefaultShare(Lease word, uint256 value) internal pure returns (Lease) {
        if (value > 0x3fff) revert FieldOverflow();
        return Lease.wrap((Lease.unwrap(word) & ~uint256(0x3fff << 234)) | (value << 234));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Lease word) internal pure returns (bool) {
        return Lease.unwrap(word) & 0xff00000000000000000000000000000038000000000000000000000000000000 == 0
            && state(word) <= 11
            && remedy(word) <= 2;
    }
}
