// SPDX-License-Identifier: Apache-2.0
// Generated from sources.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldIndex, FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant SOURCES = 0x2f7b06ef5d40c45cc021fd9cb63d3fc02871e23544ebbe14c3fd89af95d00f00; // dpr.sources
}

/// SourceKind, one code a value.
library SourceKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant CONSENT_BATCH = 1; // 个人同意批次
    uint256 internal constant CONTRACT = 2; // 合同
    uint256 internal constant PUBLIC_SCRAPE_STATEMENT = 3; // 公开收集声明
    uint256 internal constant PUBLIC_AUTHORISATION = 4; // 公共数据授权
    uint256 internal constant OWN_OPERATION = 5; // 自有生产经营
    uint256 internal constant ETHICS = 6; // 伦理批件
    uint256 internal constant PURCHASE = 7; // 购买
}

/// SourceState, one code a value.
library SourceState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant PARTLY_REVOKED = 2; // 部分撤回
    uint256 internal constant REVOKED = 3; // 已撤回
    uint256 internal constant REPLACED = 4; // 已替代
    uint256 internal constant REMOVED = 5; // 数据已移除
}

/// LineageKind, one code a value.
library LineageKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant DERIVED = 1; // 衍生
    uint256 internal constant FUSED = 2; // 融合
    uint256 internal constant AGGREGATED = 3; // 汇聚
    uint256 internal constant TRAINED_ON = 4; // 训练
}

/// Standing, one bit a value.
library Standing {
    uint256 internal constant HOLD_WITHHELD = 1 << 0; // 有来源未给予持有权
    uint256 internal constant USE_WITHHELD = 1 << 1; // 有来源未给予使用权
    uint256 internal constant OPERATE_WITHHELD = 1 << 2; // 有来源未给予经营权
    uint256 internal constant SOURCE_LOST = 1 << 3; // 有来源已撤回
    uint256 internal constant SOURCED = 1 << 4; // 有来源依据或衍生关系
    uint256 internal constant ASSENTED = 1 << 5; // 有其他参与方同意
}

// 来源依据 Source: What data rest on: a contract, consents, an authorisation, … with its term and limits. An end by time alone is derived.
// sources[entry][number], at map(number, map(entry, base+0)) of dpr.sources
//
//       0–2       3  kind       what it is
//       3–5       3  state      whether it stands
//       6–8       3  rights     rights it gives; none for an ethics approval
//      9–22      14  limits     what licences may not allow under it
//     23–46      24  grantor    who gave it, 0 = nobody, or no party here: then its digest is in the line
//     47–70      24  declarant  who declared it
//     71–86      16  from       first legal day
//    87–102      16  until      last legal day, 0 = open-ended
//   103–106       4  place      place of its end in SourceEnds
//   107–122      16  revoked    legal day its loss was entered, 0 = never
//   123–146      24  successor  source that took its place, 0 = none
//   147–186      40  since      legal time of its last act
//   187–255      69             spare, always zero
type Source is uint256;

using SourceLib for Source global;

library SourceLib {
    function kind(Source word) internal pure returns (uint256) {
        return Source.unwrap(word) & 0x7;
    }

    function withKind(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0x7) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0x7)) | value);
    }

    function state(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 3) & 0x7;
    }

    function withState(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0x7) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0x7 << 3)) | (value << 3));
    }

    function rights(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 6) & 0x7;
    }

    function withRights(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0x7) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0x7 << 6)) | (value << 6));
    }

    function limits(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 9) & 0x3fff;
    }

    function withLimits(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0x3fff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0x3fff << 9)) | (value << 9));
    }

    function grantor(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 23) & 0xffffff;
    }

    function withGrantor(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffffff << 23)) | (value << 23));
    }

    function declarant(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 47) & 0xffffff;
    }

    function withDeclarant(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffffff << 47)) | (value << 47));
    }

    function from(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 71) & 0xffff;
    }

    function withFrom(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffff << 71)) | (value << 71));
    }

    function until(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 87) & 0xffff;
    }

    function withUntil(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffff << 87)) | (value << 87));
    }

    function place(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 103) & 0xf;
    }

    function withPlace(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xf) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xf << 103)) | (value << 103));
    }

    function revoked(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 107) & 0xffff;
    }

    function withRevoked(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffff << 107)) | (value << 107));
    }

    function successor(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 123) & 0xffffff;
    }

    function withSuccessor(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffffff << 123)) | (value << 123));
    }

    function since(Source word) internal pure returns (uint256) {
        return (Source.unwrap(word) >> 147) & 0xffffffffff;
    }

    function withSince(Source word, uint256 value) internal pure returns (Source) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Source.wrap((Source.unwrap(word) & ~uint256(0xffffffffff << 147)) | (value << 147));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Source word) internal pure returns (bool) {
        return Source.unwrap(word) & 0xfffffffffffffffff80000000000000000000000000000000000000000780000 == 0
            && state(word) <= 5;
    }
}

// 来源期限 SourceEnds: The ends of all sources of an entry that are not closed: the earliest is found without a list.
// ends[entry], at map(entry, base+1) of dpr.sources
//
//     0–255  16 × 16  end  last legal day of the source in this place, 0 = free, 65535 = open-ended
type SourceEnds is uint256;

using SourceEndsLib for SourceEnds global;

library SourceEndsLib {
    function end(SourceEnds word, uint256 index) internal pure returns (uint256) {
        if (index > 15) revert FieldIndex();
        unchecked {
            return (SourceEnds.unwrap(word) >> (index * 16)) & 0xffff;
        }
    }

    function withEnd(SourceEnds word, uint256 index, uint256 value) internal pure returns (SourceEnds) {
        if (index > 15) revert FieldIndex();
        if (value > 0xffff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 16;
            return SourceEnds.wrap((SourceEnds.unwrap(word) & ~uint256(0xffff << shift)) | (value << shift));
        }
    }

    /// Every word is.
    function valid(SourceEnds) internal pure returns (bool) {
        return true;
    }
}

// 来源汇总 Provenance: What all sources of an entry come to: what registration asks.
// provenances[entry], at map(entry, base+2) of dpr.sources
//
//       0–5       6  standing  what the counts below come to
//      6–13       8  sources   sources not closed that give rights
//     14–37   3 × 8  without   of these, how many do not give HOLD, USE, OPERATE
//     38–45       8  assents   others who assented: parties that gave sources not closed, holders of fused entries (rule 16)
//     46–53       8  lost      sources revoked, in whole or in part, and not made good
//     54–61       8  parents   entries it was made from (rule 18)
//     62–85      24  children  entries made from it
//    86–101      16  until     earliest end of all sources not closed, 0 = none
//   102–255     154            spare, always zero
type Provenance is uint256;

using ProvenanceLib for Provenance global;

library ProvenanceLib {
    function standing(Provenance word) internal pure returns (uint256) {
        return Provenance.unwrap(word) & 0x3f;
    }

    function withStanding(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0x3f) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0x3f)) | value);
    }

    function sources(Provenance word) internal pure returns (uint256) {
        return (Provenance.unwrap(word) >> 6) & 0xff;
    }

    function withSources(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0xff) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xff << 6)) | (value << 6));
    }

    function without(Provenance word, uint256 index) internal pure returns (uint256) {
        if (index > 2) revert FieldIndex();
        unchecked {
            return (Provenance.unwrap(word) >> (14 + index * 8)) & 0xff;
        }
    }

    function withWithout(Provenance word, uint256 index, uint256 value) internal pure returns (Provenance) {
        if (index > 2) revert FieldIndex();
        if (value > 0xff) revert FieldOverflow();
        unchecked {
            uint256 shift = 14 + index * 8;
            return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xff << shift)) | (value << shift));
        }
    }

    function assents(Provenance word) internal pure returns (uint256) {
        return (Provenance.unwrap(word) >> 38) & 0xff;
    }

    function withAssents(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0xff) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xff << 38)) | (value << 38));
    }

    function lost(Provenance word) internal pure returns (uint256) {
        return (Provenance.unwrap(word) >> 46) & 0xff;
    }

    function withLost(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0xff) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xff << 46)) | (value << 46));
    }

    function parents(Provenance word) internal pure returns (uint256) {
        return (Provenance.unwrap(word) >> 54) & 0xff;
    }

    function withParents(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0xff) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xff << 54)) | (value << 54));
    }

    function children(Provenance word) internal pure returns (uint256) {
        return (Provenance.unwrap(word) >> 62) & 0xffffff;
    }

    function withChildren(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0xffffff) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xffffff << 62)) | (value << 62));
    }

    function until(Provenance word) internal pure returns (uint256) {
        return (Provenance.unwrap(word) >> 86) & 0xffff;
    }

    function withUntil(Provenance word, uint256 value) internal pure returns (Provenance) {
        if (value > 0xffff) revert FieldOverflow();
        return Provenance.wrap((Provenance.unwrap(word) & ~uint256(0xffff << 86)) | (value << 86));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Provenance word) internal pure returns (bool) {
        return Provenance.unwrap(word) & 0xffffffffffffffffffffffffffffffffffffffc0000000000000000000000000 == 0;
    }
}

// 衍生关系 Lineage: An entry was made from another, under whose right. The other entry stands in the line.
// lineages[entry][number], at map(number, map(entry, base+3)) of dpr.sources
//
//       0–2       3  kind      how
//      3–26      24  user      who had the right to use the other entry
//     27–50      24  licence   licence on the other entry it was made under, 0 = the right to use it
//     51–74      24  assenter  who operates the other entry and assented to the fusion, 0 = nobody was asked
//    75–114      40  since     legal time it was declared
//   115–255     141            spare, always zero
type Lineage is uint256;

using LineageLib for Lineage global;

library LineageLib {
    function kind(Lineage word) internal pure returns (uint256) {
        return Lineage.unwrap(word) & 0x7;
    }

    function withKind(Lineage word, uint256 value) internal pure returns (Lineage) {
        if (value > 0x7) revert FieldOverflow();
        return Lineage.wrap((Lineage.unwrap(word) & ~uint256(0x7)) | value);
    }

    function user(Lineage word) internal pure returns (uint256) {
        return (Lineage.unwrap(word) >> 3) & 0xffffff;
    }

    function withUser(Lineage word, uint256 value) internal pure returns (Lineage) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lineage.wrap((Lineage.unwrap(word) & ~uint256(0xffffff << 3)) | (value << 3));
    }

    function licence(Lineage word) internal pure returns (uint256) {
        return (Lineage.unwrap(word) >> 27) & 0xffffff;
    }

    function withLicence(Lineage word, uint256 value) internal pure returns (Lineage) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lineage.wrap((Lineage.unwrap(word) & ~uint256(0xffffff << 27)) | (value << 27));
    }

    function assenter(Lineage word) internal pure returns (uint256) {
        return (Lineage.unwrap(word) >> 51) & 0xffffff;
    }

    function withAssenter(Lineage word, uint256 value) internal pure returns (Lineage) {
        if (value > 0xffffff) revert FieldOverflow();
        return Lineage.wrap((Lineage.unwrap(word) & ~uint256(0xffffff << 51)) | (value << 51));
    }

    function since(Lineage word) internal pure returns (uint256) {
        return (Lineage.unwrap(word) >> 75) & 0xffffffffff;
    }

    function withSince(Lineage word, uint256 value) internal pure returns (Lineage) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Lineage.wrap((Lineage.unwrap(word) & ~uint256(0xffffffffff << 75)) | (value << 75));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Lineage word) internal pure returns (bool) {
        return Lineage.unwrap(word) & 0xfffffffffffffffffffffffffffffffffff80000000000000000000000000000 == 0
            && kind(word) <= 4;
    }
}
