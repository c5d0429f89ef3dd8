// SPDX-License-Identifier: Apache-2.0
// Generated from entries.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldIndex, FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant ENTRIES = 0xa6995e7e9486dabe375fe571e79eff0d9ca020a38260b6b62b46087429a03100; // dpr.entries
}

/// SlotStatus, one code a value.
library SlotStatus {
    uint256 internal constant EMPTY = 0; // 空
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant CANCELLED = 2; // 已注销
}

/// Origin, one bit a value.
library Origin {
    uint256 internal constant COLLECTED = 1 << 0; // 采集生成
    uint256 internal constant CONTRACT = 1 << 1; // 协议取得
    uint256 internal constant NATURAL_PERSON = 1 << 2; // 自然人数据
    uint256 internal constant SCRAPED_PUBLIC = 1 << 3; // 公开收集
    uint256 internal constant FUSED = 1 << 4; // 融合开发
    uint256 internal constant DERIVED = 1 << 5; // 衍生创造
    uint256 internal constant PUBLIC_AUTHORISED = 1 << 6; // 公共数据授权运营
    uint256 internal constant UTILITY = 1 << 7; // 公用事业
    uint256 internal constant ENTRUSTED = 1 << 8; // 委托处理
    uint256 internal constant GOVERNMENT = 1 << 9; // 党政机关履职
}

/// Sensitivity, one bit a value.
library Sensitivity {
    uint256 internal constant PERSONAL = 1 << 0; // 个人信息
    uint256 internal constant SENSITIVE = 1 << 1; // 敏感个人信息
    uint256 internal constant IMPORTANT = 1 << 2; // 重要数据
    uint256 internal constant CORE = 1 << 3; // 核心数据
}

/// Limit, one bit a value.
library Limit {
    uint256 internal constant NO_RESALE = 1 << 0; // 不可转售
    uint256 internal constant NO_SUBLICENCE = 1 << 1; // 不可再许可
    uint256 internal constant NO_TRAINING = 1 << 2; // 不可训练
    uint256 internal constant NO_CROSS_BORDER = 1 << 3; // 不可出境
    uint256 internal constant NO_DERIVATION = 1 << 4; // 不可衍生
    uint256 internal constant QUALIFIED_BUYER = 1 << 5; // 买方须具资质
    uint256 internal constant NOT_PREMISES = 1 << 6; // 不可本地部署
    uint256 internal constant NOT_CLOUD = 1 << 7; // 不可云端部署
    uint256 internal constant NOT_CONNECTOR = 1 << 8; // 不可经连接器
    uint256 internal constant NOT_API = 1 << 9; // 不可经接口
}

/// Basis, one bit a value.
library Basis {
    uint256 internal constant CONTRACT_ALLOCATES = 1 << 0; // 合同约定
    uint256 internal constant PARTICIPANTS_CONSENT = 1 << 1; // 其他参与方同意
    uint256 internal constant NO_SUBSTITUTION = 1 << 2; // 不实质性替代声明
    uint256 internal constant PUBLIC_DATA_NUMBER = 1 << 3; // 公共数据资源登记号
    uint256 internal constant COMPLIANCE_OPINION = 1 << 4; // 合规意见
    uint256 internal constant SOURCE_RIGHT = 1 << 5; // 来源使用权
}

// 登记项头 Head: What is true of an entry now. Until the first anchoring only what its sources say: limits, the earliest end, and the edition.
// heads[entry], at map(entry, base+0) of dpr.entries
//
//      0–71  3 × 24  holder       party holding HOLD, USE, OPERATE
//    72–119  3 × 16  until        last legal day of the right
//   120–125   3 × 2  status       each right's slot; a lapse is derived from until
//   126–149      24  registrar    party keeping this entry (rule 31)
//   150–161      12  burdens      burdens not closed: proves lists complete
//   162–181      20  licences     licences not closed: proves lists complete
//   182–205      24  edition      moves when holders, validity, burdens, licences or data do; never comes back, for each move is a line
//   206–215      10  origins      where the data come from, a set
//   216–219       4  sensitivity  personal, important and core data
//   220–233      14  limits       what licences may not allow
//   234–249      16  sourceUntil  earliest end of a source's term, 0 = none
//   250–255       6  bases        evidence the registrar holds
type Head is uint256;

using HeadLib for Head global;

library HeadLib {
    function holder(Head word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Head.unwrap(word) >> (index * 24)) & 0xffffff;
        }
    }

    function withHolder(Head word, uint256 index, uint256 value) internal pure returns (Head) {
        if (index > 2) revert FieldIndex();
        if (value > 0xffffff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 24;
            return Head.wrap((Head.unwrap(word) & ~uint256(0xffffff << shift)) | (value << shift));
        }
    }

    function until(Head word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Head.unwrap(word) >> (72 + index * 16)) & 0xffff;
        }
    }

    function withUntil(Head word, uint256 index, uint256 value) internal pure returns (Head) {
        if (index > 2) revert FieldIndex();
        if (value > 0xffff) revert FieldOverflow();
        unchecked {
            uint256 shift = 72 + index * 16;
            return Head.wrap((Head.unwrap(word) & ~uint256(0xffff << shift)) | (value << shift));
        }
    }

    function status(Head word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Head.unwrap(word) >> (120 + index * 2)) & 0x3;
        }
    }

    function withStatus(Head word, uint256 index, uint256 value) internal pure returns (Head) {
        if (index > 2) revert FieldIndex();
        if (value > 0x3) revert FieldOverflow();
        unchecked {
            uint256 shift = 120 + index * 2;
            return Head.wrap((Head.unwrap(word) & ~uint256(0x3 << shift)) | (value << shift));
        }
    }

    function registrar(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 126) & 0xffffff;
    }

    function withRegistrar(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xffffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xffffff << 126)) | (value << 126));
    }

    function burdens(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 150) & 0xfff;
    }

    function withBurdens(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xfff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xfff << 150)) | (value << 150));
    }

    function licences(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 162) & 0xfffff;
    }

    function withLicences(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xfffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xfffff << 162)) | (value << 162));
    }

    function edition(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 182) & 0xffffff;
    }

    function withEdition(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xffffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xffffff << 182)) | (value << 182));
    }

    function origins(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 206) & 0x3ff;
    }

    function withOrigins(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0x3ff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0x3ff << 206)) | (value << 206));
    }

    function sensitivity(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 216) & 0xf;
    }

    function withSensitivity(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xf) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xf << 216)) | (value << 216));
    }

    function limits(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 220) & 0x3fff;
    }

    function withLimits(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0x3fff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0x3fff << 220)) | (value << 220));
    }

    function sourceUntil(Head word) internal pure returns (uint256) {
        return (Head.unwrap(word) >> 234) & 0xffff;
    }

    function withSourceUntil(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0xffff) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0xffff << 234)) | (value << 234));
    }

    function bases(Head word) internal pure returns (uint256) {
        return Head.unwrap(word) >> 250;
    }

    function withBases(Head word, uint256 value) internal pure returns (Head) {
        if (value > 0x3f) revert FieldOverflow();
        return Head.wrap((Head.unwrap(word) & ~uint256(0x3f << 250)) | (value << 250));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Head word) internal pure returns (bool) {
        return Head.unwrap(word) & 0x000003c000000000000000000000000000000000000000000000000000000000 == 0
            && status(word, 0) <= 2
            && status(word, 1) <= 2
            && status(word, 2) <= 2;
    }
}
