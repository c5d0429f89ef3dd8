// SPDX-License-Identifier: Apache-2.0
// Generated from licences.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant LICENCES = 0xe1a9e8191eac5f2a706ee8da1ee7e5d32eaf557bd50da83fc69052e778589300; // dpr.licences
}

/// LicenceKind, one code a value.
library LicenceKind {
    uint256 internal constant NON_EXCLUSIVE = 0; // 普通许可
    uint256 internal constant SOLE = 1; // 排他许可
    uint256 internal constant EXCLUSIVE = 2; // 独占许可
}

/// LicenceState, one code a value.
library LicenceState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant SUSPENDED = 2; // 中止
    uint256 internal constant ENDED = 3; // 已终止
    uint256 internal constant CLOSED = 4; // 已结清
}

/// EndReason, one code a value.
library EndReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant MUTUAL = 1; // 协商终止
    uint256 internal constant BREACH = 2; // 违约
    uint256 internal constant INSOLVENCY = 3; // 破产
    uint256 internal constant SOURCE_LOSS = 4; // 来源权利丧失
    uint256 internal constant ORDER = 5; // 生效文书
}

/// SuspendReason, one code a value.
library SuspendReason {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant BREACH = 1; // 违约
    uint256 internal constant VENUE = 2; // 交易场所决定
    uint256 internal constant AUTHORITY = 3; // 主管机关要求
    uint256 internal constant SOURCE_LOSS = 4; // 来源权利丧失
}

/// Template, one code a value.
library Template {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant GF_2025_2615 = 1; // 数据提供合同
    uint256 internal constant GF_2025_2616 = 2; // 数据委托处理服务合同
    uint256 internal constant GF_2025_2617 = 3; // 数据融合开发合同
    uint256 internal constant GF_2025_2618 = 4; // 数据中介服务合同
    uint256 internal constant OTHER = 5; // 其他合同
}

/// Action, one bit a value.
library Action {
    uint256 internal constant READ = 1 << 0; // 读取
    uint256 internal constant INDEX = 1 << 1; // 索引
    uint256 internal constant AGGREGATE = 1 << 2; // 汇聚
    uint256 internal constant DERIVE = 1 << 3; // 衍生
    uint256 internal constant EXTRACT = 1 << 4; // 抽取
    uint256 internal constant ANONYMISE = 1 << 5; // 匿名化
    uint256 internal constant MODIFY = 1 << 6; // 修改
    uint256 internal constant REPRODUCE = 1 << 7; // 复制
    uint256 internal constant DISTRIBUTE = 1 << 8; // 分发
    uint256 internal constant DISPLAY = 1 << 9; // 展示
    uint256 internal constant EXECUTE = 1 << 10; // 执行
    uint256 internal constant TRAIN = 1 << 11; // 训练
    uint256 internal constant FINE_TUNE = 1 << 12; // 微调
    uint256 internal constant EVALUATE = 1 << 13; // 评测
    uint256 internal constant RETRIEVE = 1 << 14; // 检索增强
}

/// Purpose, one bit a value.
library Purpose {
    uint256 internal constant RESEARCH = 1 << 0; // 科学研究
    uint256 internal constant MODEL_TRAINING = 1 << 1; // 模型训练
    uint256 internal constant HUMANOID_TRAINING = 1 << 2; // 人形机器人训练
    uint256 internal constant STAGE_PERFORMANCE = 1 << 3; // 舞台演出
    uint256 internal constant TEACHING = 1 << 4; // 教学
    uint256 internal constant FILM_AND_VIDEO = 1 << 5; // 影视制作
    uint256 internal constant MEDICAL_RESEARCH = 1 << 6; // 医学研发
    uint256 internal constant CREDIT_RISK = 1 << 7; // 信用风控
    uint256 internal constant SAFETY_ALERT = 1 << 8; // 安全预警
    uint256 internal constant MARKETING = 1 << 9; // 营销
    uint256 internal constant URBAN_GOVERNANCE = 1 << 10; // 城市治理
    uint256 internal constant TRAFFIC = 1 << 11; // 交通
    uint256 internal constant INTERNAL_OPERATION = 1 << 12; // 内部经营
}

/// Industry, one bit a value.
library Industry {
    uint256 internal constant A = 1 << 0; // 农林牧渔业
    uint256 internal constant B = 1 << 1; // 采矿业
    uint256 internal constant C = 1 << 2; // 制造业
    uint256 internal constant D = 1 << 3; // 电力热力燃气及水
    uint256 internal constant E = 1 << 4; // 建筑业
    uint256 internal constant F = 1 << 5; // 批发和零售业
    uint256 internal constant G = 1 << 6; // 交通运输仓储邮政
    uint256 internal constant H = 1 << 7; // 住宿和餐饮业
    uint256 internal constant I = 1 << 8; // 信息传输软件和信息技术
    uint256 internal constant J = 1 << 9; // 金融业
    uint256 internal constant K = 1 << 10; // 房地产业
    uint256 internal constant L = 1 << 11; // 租赁和商务服务业
    uint256 internal constant M = 1 << 12; // 科学研究和技术服务业
    uint256 internal constant N = 1 << 13; // 水利环境公共设施
    uint256 internal constant O = 1 << 14; // 居民服务
    uint256 internal constant P = 1 << 15; // 教育
    uint256 internal constant Q = 1 << 16; // 卫生和社会工作
    uint256 internal constant R = 1 << 17; // 文化体育娱乐
    uint256 internal constant S = 1 << 18; // 公共管理
    uint256 internal constant T = 1 << 19; // 国际组织
}

/// Region, one bit a value.
library Region {
    uint256 internal constant CN11 = 1 << 0; // 北京
    uint256 internal constant CN12 = 1 << 1; // 天津
    uint256 internal constant CN13 = 1 << 2; // 河北
    uint256 internal constant CN14 = 1 << 3; // 山西
    uint256 internal constant CN15 = 1 << 4; // 内蒙古
    uint256 internal constant CN21 = 1 << 5; // 辽宁
    uint256 internal constant CN22 = 1 << 6; // 吉林
    uint256 internal constant CN23 = 1 << 7; // 黑龙江
    uint256 internal constant CN31 = 1 << 8; // 上海
    uint256 internal constant CN32 = 1 << 9; // 江苏
    uint256 internal constant CN33 = 1 << 10; // 浙江
    uint256 internal constant CN34 = 1 << 11; // 安徽
    uint256 internal constant CN35 = 1 << 12; // 福建
    uint256 internal constant CN36 = 1 << 13; // 江西
    uint256 internal constant CN37 = 1 << 14; // 山东
    uint256 internal constant CN41 = 1 << 15; // 河南
    uint256 internal constant CN42 = 1 << 16; // 湖北
    uint256 internal constant CN43 = 1 << 17; // 湖南
    uint256 internal constant CN44 = 1 << 18; // 广东
    uint256 internal constant CN45 = 1 << 19; // 广西
    uint256 internal constant CN46 = 1 << 20; // 海南
    uint256 internal constant CN50 = 1 << 21; // 重庆
    uint256 internal constant CN51 = 1 << 22; // 四川
    uint256 internal constant CN52 = 1 << 23; // 贵州
    uint256 internal constant CN53 = 1 << 24; // 云南
    uint256 internal constant CN54 = 1 << 25; // 西藏
    uint256 internal constant CN61 = 1 << 26; // 陕西
    uint256 internal constant CN62 = 1 << 27; // 甘肃
    uint256 internal constant CN63 = 1 << 28; // 青海
    uint256 internal constant CN64 = 1 << 29; // 宁夏
    uint256 internal constant CN65 = 1 << 30; // 新疆
    uint256 internal constant CN71 = 1 << 31; // 台湾
    uint256 internal constant CN81 = 1 << 32; // 香港
    uint256 internal constant CN82 = 1 << 33; // 澳门
    uint256 internal constant ABROAD = 1 << 34; // 境外
}

/// Environment, one bit a value.
library Environment {
    uint256 internal constant PREMISES = 1 << 0; // 本地部署
    uint256 internal constant CLOUD = 1 << 1; // 云端
    uint256 internal constant CONNECTOR = 1 << 2; // 连接器
    uint256 internal constant API = 1 << 3; // 接口
    uint256 internal constant SANDBOX = 1 << 4; // 沙箱
    uint256 internal constant TRUSTED_HARDWARE = 1 << 5; // 可信执行环境
}

/// LicenceFlag, one bit a value.
library LicenceFlag {
    uint256 internal constant REDISTRIBUTE = 1 << 0;
    uint256 internal constant SUBLICENSE = 1 << 1;
    uint256 internal constant TRAIN = 1 << 2;
    uint256 internal constant KEEP_WEIGHTS = 1 << 3;
    uint256 internal constant CROSS_BORDER = 1 << 4;
    uint256 internal constant AUDIT = 1 << 5;
    uint256 internal constant SUSPENDED_BY_REGISTRAR = 1 << 6;
    uint256 internal constant NOTICED_BY_LICENSEE = 1 << 7;
    uint256 internal constant NOTICED_BY_LICENSOR = 1 << 8;
    uint256 internal constant LEASED_BACK = 1 << 9;
    uint256 internal constant BLIND = 1 << 10;
}

// 许可 Licence: A licence's terms that conflict tests read; 0 in a set of codes means all.
// licences[entry][number], at map(number, map(entry, base+0)) of dpr.licences
//
//      0–23      24  licensee      party licensed
//     24–25       2  kind          non-exclusive, sole or exclusive
//     26–28       3  state         SM-5; expiry is derived from end
//     29–44      16  start         first legal day
//     45–60      16  end           last legal day; an early end moves it
//     61–84      24  parent        licence it was given under, 0 = the right itself
//     85–87       3  depth         0 under the right, 1 under a licence, …
//    88–111      24  actions       what may be done
//   112–135      24  purposes      what for
//   136–155      20  industries    field of use, GB/T 4754 sections
//   156–190      35  regions       where, GB/T 2260 provinces and abroad
//   191–196       6  environments  in what surroundings
//   197–210      14  flags         what is expressly agreed; silence is no (rule 59)
//   211–218       8  deleteWithin  days after the end to certify deletion, 0 = no such duty
//   219–234      16  noticed       legal day of a notice of breach, 0 = none
//   235–250      16  last          legal day of its last act
//   251–255       5                spare, always zero
type Licence is uint256;

using LicenceLib for Licence global;

library LicenceLib {
    function licensee(Licence word) internal pure returns (uint256) {
        return Licence.unwrap(word) & 0xffffff;
    }

    function withLicensee(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function kind(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 24) & 0x3;
    }

    function withKind(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x3) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x3 << 24)) | (value << 24));
    }

    function state(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 26) & 0x7;
    }

    function withState(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x7) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x7 << 26)) | (value << 26));
    }

    function start(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 29) & 0xffff;
    }

    function withStart(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 29)) | (value << 29));
    }

    function end(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 45) & 0xffff;
    }

    function withEnd(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 45)) | (value << 45));
    }

    function parent(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 61) & 0xffffff;
    }

    function withParent(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff << 61)) | (value << 61));
    }

    function depth(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 85) & 0x7;
    }

    function withDepth(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x7) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x7 << 85)) | (value << 85));
    }

    function actions(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 88) & 0xffffff;
    }

    function withActions(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff << 88)) | (value << 88));
    }

    function purposes(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 112) & 0xffffff;
    }

    function withPurposes(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffffff << 112)) | (value << 112));
    }

    function industries(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 136) & 0xfffff;
    }

    function withIndustries(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xfffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xfffff << 136)) | (value << 136));
    }

    function regions(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 156) & 0x7ffffffff;
    }

    function withRegions(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x7ffffffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x7ffffffff << 156)) | (value << 156));
    }

    function environments(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 191) & 0x3f;
    }

    function withEnvironments(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x3f) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x3f << 191)) | (value << 191));
    }

    function flags(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 197) & 0x3fff;
    }

    function withFlags(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0x3fff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0x3fff << 197)) | (value << 197));
    }

    function deleteWithin(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 211) & 0xff;
    }

    function withDeleteWithin(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xff << 211)) | (value << 211));
    }

    function noticed(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 219) & 0xffff;
    }

    function withNoticed(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 219)) | (value << 219));
    }

    function last(Licence word) internal pure returns (uint256) {
        return (Licence.unwrap(word) >> 235) & 0xffff;
    }

    function withLast(Licence word, uint256 value) internal pure returns (Licence) {
        if (value > 0xffff) revert FieldOverflow();
        return Licence.wrap((Licence.unwrap(word) & ~uint256(0xffff << 235)) | (value << 235));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Licence word) internal pure returns (bool) {
        return Licence.unwrap(word) & 0xf80000000007000000000000000000ffe000ff80000000000000000000000000 == 0
            && kind(word) <= 2
            && state(word) <= 4;
    }
}

// 许可备案 Recording: When a licence was recorded among burdens, and what it needed their assent for: whether it survives a sale (rule 51). Zero when it met none.
// recordings[entry][number], at map(number, map(entry, base+1)) of dpr.licences
//
//      0–39      40  time     block time, unix seconds: legal time may be dated back before a filing, this may not
//     40–51      12  effects  what it did when it was granted
//    52–255     204           spare, always zero
type Recording is uint256;

using RecordingLib for Recording global;

library RecordingLib {
    function time(Recording word) internal pure returns (uint256) {
        return Recording.unwrap(word) & 0xffffffffff;
    }

    function withTime(Recording word, uint256 value) internal pure returns (Recording) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Recording.wrap((Recording.unwrap(word) & ~uint256(0xffffffffff)) | value);
    }

    function effects(Recording word) internal pure returns (uint256) {
        return (Recording.unwrap(word) >> 40) & 0xfff;
    }

    function withEffects(Recording word, uint256 value) internal pure returns (Recording) {
        if (value > 0xfff) revert FieldOverflow();
        return Recording.wrap((Recording.unwrap(word) & ~uint256(0xfff << 40)) | (value << 40));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Recording word) internal pure returns (bool) {
        return Recording.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffffffffffffffc000000000000 == 0;
    }
}
