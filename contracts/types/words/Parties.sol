// SPDX-License-Identifier: Apache-2.0
// Generated from parties.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldIndex, FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant PARTIES = 0x44f3d6f19b8cea5db2aa8a0eaeac5c79117a7eb1b9a5652e0c66484376093900; // dpr.parties
}

/// PartyKind, one code a value.
library PartyKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant LEGAL_PERSON = 1; // 法人
    uint256 internal constant NATURAL_PERSON = 2; // 自然人
    uint256 internal constant UNINCORPORATED = 3; // 非法人组织
    uint256 internal constant STATE_ORGAN = 4; // 国家机关
    uint256 internal constant JOINT = 5; // 共有
}

/// PartyStatus, one code a value.
library PartyStatus {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant SUSPENDED = 2; // 暂停
    uint256 internal constant EXITED = 3; // 退出
}

/// AccreditationKind, one code a value.
library AccreditationKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant REGISTRAR_CATALOGUE = 1; // 数据产权登记机构
    uint256 internal constant APPRAISAL_FILING = 2; // 资产评估备案
    uint256 internal constant LAW_FIRM = 3; // 律师事务所
    uint256 internal constant QUALITY_LAB = 4; // 质量检测机构
    uint256 internal constant SECURITY_LAB = 5; // 安全检测机构
    uint256 internal constant EXCHANGE = 6; // 数据交易场所
    uint256 internal constant LESSOR_LICENCE = 7; // 融资租赁
    uint256 internal constant GUARANTEE_LICENCE = 8; // 融资担保
    uint256 internal constant BANK_LICENCE = 9; // 银行
    uint256 internal constant ACCOUNTING_FIRM = 10; // 会计师事务所
    uint256 internal constant CAPABILITY_BODY = 11; // 能力评估机构
    uint256 internal constant ETHICS_BOARD = 12; // 伦理审查委员会
}

/// AccreditationStatus, one code a value.
library AccreditationStatus {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ACTIVE = 1; // 有效
    uint256 internal constant SUSPENDED = 2; // 暂停
    uint256 internal constant EXITING = 3; // 退出中
    uint256 internal constant HANDED_OVER = 4; // 已移交
    uint256 internal constant EXITED = 5; // 已退出
    uint256 internal constant REMOVED = 6; // 移出名录
}

/// MandateState, one code a value.
library MandateState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant GIVEN = 1; // 有效
    uint256 internal constant REVOKED = 2; // 已撤销
}

/// Role, one bit a value.
library Role {
    uint256 internal constant OPERATOR = 1 << 0; // 运营方
    uint256 internal constant REGISTRAR = 1 << 1; // 登记机构
    uint256 internal constant EXCHANGE = 1 << 2; // 数据交易场所
    uint256 internal constant FILING_AGENT = 1 << 3; // 申请代理
    uint256 internal constant HOLDER = 1 << 4; // 权利人
    uint256 internal constant MERCHANT = 1 << 5; // 数商
    uint256 internal constant BANK = 1 << 6; // 银行
    uint256 internal constant GUARANTOR = 1 << 7; // 担保机构
    uint256 internal constant LESSOR = 1 << 8; // 融资租赁公司
    uint256 internal constant ATTESTOR = 1 << 9; // 意见出具机构
    uint256 internal constant COURT = 1 << 10; // 法院
    uint256 internal constant REGULATOR = 1 << 11; // 监管机关
    uint256 internal constant CUSTODIAN = 1 << 12; // 托管人
    uint256 internal constant NOTARY = 1 << 13; // 公证机构
    uint256 internal constant AUDITOR = 1 << 14; // 审计机构
    uint256 internal constant NODE_OPERATOR = 1 << 15; // 节点运营方
}

/// Power, one bit a value.
library Power {
    uint256 internal constant GOVERN = 1 << 0; // 治理
    uint256 internal constant ADMIT = 1 << 1; // 准入
    uint256 internal constant BIND = 1 << 2; // 经办人管理
    uint256 internal constant MANDATE = 1 << 3; // 委托
    uint256 internal constant FILE = 1 << 4; // 申请登记
    uint256 internal constant DISPOSE = 1 << 5; // 处分
    uint256 internal constant CHARGE = 1 << 6; // 设定担保
    uint256 internal constant LICENSE = 1 << 7; // 普通许可
    uint256 internal constant LICENSE_EXCLUSIVE = 1 << 8; // 独占许可
    uint256 internal constant ACCEPT = 1 << 9; // 受让与受许可
    uint256 internal constant CONSENT = 1 << 10; // 作为权利人同意
    uint256 internal constant RELEASE = 1 << 11; // 解除担保
    uint256 internal constant ACKNOWLEDGE = 1 << 12; // 确认
    uint256 internal constant REVIEW = 1 << 13; // 审查
    uint256 internal constant APPROVE = 1 << 14; // 决定
    uint256 internal constant RECORD = 1 << 15; // 备案记录
    uint256 internal constant ATTEST = 1 << 16; // 出具意见
    uint256 internal constant OBJECT = 1 << 17; // 提出异议
    uint256 internal constant MACHINE = 1 << 18; // 机器(不计入双人)
    uint256 internal constant METER = 1 << 19; // 用量计量
    uint256 internal constant ENFORCE = 1 << 20; // 实现担保
}

// 主体 Party: A legal person, a natural person or a joint holding.
// parties[number], at map(number, base+0) of dpr.parties
//
//      0–23      24  roles     what it may be here
//     24–35      12  burdens   burdens on all it holds, not closed
//     36–38       3  kind      what it is
//     39–40       2  status    whether it may act
//     41–80      40  kycUntil  identity verified until, unix seconds (rule 1)
//    81–255     175            spare, always zero
type Party is uint256;

using PartyLib for Party global;

library PartyLib {
    function roles(Party word) internal pure returns (uint256) {
        return Party.unwrap(word) & 0xffffff;
    }

    function withRoles(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0xffffff) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    function burdens(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 24) & 0xfff;
    }

    function withBurdens(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0xfff) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0xfff << 24)) | (value << 24));
    }

    function kind(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 36) & 0x7;
    }

    function withKind(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0x7) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0x7 << 36)) | (value << 36));
    }

    function status(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 39) & 0x3;
    }

    function withStatus(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0x3) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0x3 << 39)) | (value << 39));
    }

    function kycUntil(Party word) internal pure returns (uint256) {
        return (Party.unwrap(word) >> 41) & 0xffffffffff;
    }

    function withKycUntil(Party word, uint256 value) internal pure returns (Party) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Party.wrap((Party.unwrap(word) & ~uint256(0xffffffffff << 41)) | (value << 41));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Party word) internal pure returns (bool) {
        return Party.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffffffe00000000000000ff0000 == 0
            && kind(word) <= 5;
    }
}

// 经办人 Officer: One person, or one machine, signing for one party with one key at a time. Out of office: until = 0.
// officers[number], at map(number, base+1) of dpr.parties
//
//     0–159     160  key     low bits of keccak256 of the ERC-7913 signer
//   160–183      24  party   for whom
//   184–215      32  powers  for what
//   216–255      40  until   in office until, unix seconds
type Officer is uint256;

using OfficerLib for Officer global;

library OfficerLib {
    function key(Officer word) internal pure returns (uint256) {
        return Officer.unwrap(word) & 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff;
    }

    function withKey(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0x000000000000000000000000ffffffffffffffffffffffffffffffffffffffff)) | value);
    }

    function party(Officer word) internal pure returns (uint256) {
        return (Officer.unwrap(word) >> 160) & 0xffffff;
    }

    function withParty(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0xffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0xffffff << 160)) | (value << 160));
    }

    function powers(Officer word) internal pure returns (uint256) {
        return (Officer.unwrap(word) >> 184) & 0xffffffff;
    }

    function withPowers(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0xffffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0xffffffff << 184)) | (value << 184));
    }

    function until(Officer word) internal pure returns (uint256) {
        return Officer.unwrap(word) >> 216;
    }

    function withUntil(Officer word, uint256 value) internal pure returns (Officer) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Officer.wrap((Officer.unwrap(word) & ~uint256(0xffffffffff << 216)) | (value << 216));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Officer word) internal pure returns (bool) {
        return Officer.unwrap(word) & 0x0000000000ffe000000000000000000000000000000000000000000000000000 == 0;
    }
}

// 共有人 Members: The members of a joint holding, ascending, zero-terminated.
// members[number], at map(number, base+5) of dpr.parties
//
//     0–191  8 × 24  member  party number
//   192–255      64          spare, always zero
type Members is uint256;

using MembersLib for Members global;

library MembersLib {
    function member(Members word, uint256 index) internal pure returns (uint256) {
        if (index > 7) revert FieldIndex();
        unchecked {
            return (Members.unwrap(word) >> (index * 24)) & 0xffffff;
        }
    }

    function withMember(Members word, uint256 index, uint256 value) internal pure returns (Members) {
        if (index > 7) revert FieldIndex();
        if (value > 0xffffff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 24;
            return Members.wrap((Members.unwrap(word) & ~uint256(0xffffff << shift)) | (value << shift));
        }
    }

    /// Spare bits are zero and every code has a name.
    function valid(Members word) internal pure returns (bool) {
        return Members.unwrap(word) & 0xffffffffffffffff000000000000000000000000000000000000000000000000 == 0;
    }
}

// 共有份额 Shares: Voting weights of a joint holding's members and what each effect needs, in basis points.
// shares[number], at map(number, base+6) of dpr.parties
//
//     0–111  8 × 14  weight  basis points, in the order of members; they sum to 10 000
//   112–167  4 × 14  quorum  basis points needed: dispose, charge, exclusive, ordinary (rule 47)
//   168–255      88          spare, always zero
type Shares is uint256;

using SharesLib for Shares global;

library SharesLib {
    function weight(Shares word, uint256 index) internal pure returns (uint256) {
        if (index > 7) revert FieldIndex();
        unchecked {
            return (Shares.unwrap(word) >> (index * 14)) & 0x3fff;
        }
    }

    function withWeight(Shares word, uint256 index, uint256 value) internal pure returns (Shares) {
        if (index > 7) revert FieldIndex();
        if (value > 0x3fff) revert FieldOverflow();
        unchecked {
            uint256 shift = index * 14;
            return Shares.wrap((Shares.unwrap(word) & ~uint256(0x3fff << shift)) | (value << shift));
        }
    }

    function quorum(Shares word, uint256 index) internal pure returns (uint256) {
        if (index > 3) revert FieldIndex();
        unchecked {
            return (Shares.unwrap(word) >> (112 + index * 14)) & 0x3fff;
        }
    }

    function withQuorum(Shares word, uint256 index, uint256 value) internal pure returns (Shares) {
        if (index > 3) revert FieldIndex();
        if (value > 0x3fff) revert FieldOverflow();
        unchecked {
            uint256 shift = 112 + index * 14;
            return Shares.wrap((Shares.unwrap(word) & ~uint256(0x3fff << shift)) | (value << shift));
        }
    }

    /// Spare bits are zero and every code has a name.
    function valid(Shares word) internal pure returns (bool) {
        return Shares.unwrap(word) & 0xffffffffffffffffffffff000000000000000000000000000000000000000000 == 0;
    }
}

// 机构资质 Accreditation: A licence to practise: registrars, appraisers, law firms, laboratories (SM-13).
// accreditations[party][kind], at map(kind, map(party, base+7)) of dpr.parties
//
//       0–2       3  status     SM-13
//      3–42      40  from       valid from, unix seconds
//     43–82      40  until      valid until, unix seconds
//    83–106      24  successor  party that took over a registrar's cases and files (rule 5)
//   107–146      40  exiting    when its exit was announced, unix seconds, 0 = it was not
//   147–255     109             spare, always zero
type Accreditation is uint256;

using AccreditationLib for Accreditation global;

library AccreditationLib {
    function status(Accreditation word) internal pure returns (uint256) {
        return Accreditation.unwrap(word) & 0x7;
    }

    function withStatus(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0x7) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0x7)) | value);
    }

    function from(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 3) & 0xffffffffff;
    }

    function withFrom(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffffffff << 3)) | (value << 3));
    }

    function until(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 43) & 0xffffffffff;
    }

    function withUntil(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffffffff << 43)) | (value << 43));
    }

    function successor(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 83) & 0xffffff;
    }

    function withSuccessor(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffff << 83)) | (value << 83));
    }

    function exiting(Accreditation word) internal pure returns (uint256) {
        return (Accreditation.unwrap(word) >> 107) & 0xffffffffff;
    }

    function withExiting(Accreditation word, uint256 value) internal pure returns (Accreditation) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Accreditation.wrap((Accreditation.unwrap(word) & ~uint256(0xffffffffff << 107)) | (value << 107));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Accreditation word) internal pure returns (bool) {
        return Accreditation.unwrap(word) & 0xfffffffffffffffffffffffffff8000000000000000000000000000000000000 == 0
            && status(word) <= 6;
    }
}

// 委托 Mandate: A principal lets an agent's officers act for it: on one entry, or on all.
// mandates[principal][agent][entry or 0], at map(entry, map(agent, map(principal, base+9))) of dpr.parties
//
//      0–31      32  powers  for what
//     32–71      40  from    from, unix seconds
//    72–111      40  until   until, unix seconds
//   112–113       2  state   given or revoked
//   114–255     142          spare, always zero
type Mandate is uint256;

using MandateLib for Mandate global;

library MandateLib {
    function powers(Mandate word) internal pure returns (uint256) {
        return Mandate.unwrap(word) & 0xffffffff;
    }

    function withPowers(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0xffffffff) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0xffffffff)) | value);
    }

    function from(Mandate word) internal pure returns (uint256) {
        return (Mandate.unwrap(word) >> 32) & 0xffffffffff;
    }

    function withFrom(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0xffffffffff << 32)) | (value << 32));
    }

    function until(Mandate word) internal pure returns (uint256) {
        return (Mandate.unwrap(word) >> 72) & 0xffffffffff;
    }

    function withUntil(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0xffffffffff << 72)) | (value << 72));
    }

    function state(Mandate word) internal pure returns (uint256) {
        return (Mandate.unwrap(word) >> 112) & 0x3;
    }

    function withState(Mandate word, uint256 value) internal pure returns (Mandate) {
        if (value > 0x3) revert FieldOverflow();
        return Mandate.wrap((Mandate.unwrap(word) & ~uint256(0x3 << 112)) | (value << 112));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Mandate word) internal pure returns (bool) {
        return Mandate.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffc00000000000000000000ffe00000 == 0
            && state(word) <= 2;
    }
}
