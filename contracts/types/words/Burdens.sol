// SPDX-License-Identifier: Apache-2.0
// Generated from burdens.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant BURDENS = 0x029bcacf7f4a9cb3694db647408af4c9ba34e38e03752f9b66dd40df1c19d400; // dpr.burdens
}

/// BurdenKind, one code a value.
library BurdenKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant SECURITY = 1; // 担保
    uint256 internal constant LEASE = 2; // 融资租赁
    uint256 internal constant COURT_ORDER = 3; // 司法查封
    uint256 internal constant CONTROL = 4; // 行政管控
    uint256 internal constant DISPUTE = 5; // 异议争议
    uint256 internal constant BANKRUPTCY = 6; // 破产
    uint256 internal constant SOURCE_LOSS = 7; // 来源丧失
    uint256 internal constant SYNC_CONFLICT = 8; // 国家登记不一致
    uint256 internal constant CLAUSE = 9; // 约定限制
    uint256 internal constant EXCLUSIVE_LICENCE = 10; // 独占或排他许可
    uint256 internal constant PRIORITY_NOTICE = 11; // 优先权预告
}

/// BurdenState, one code a value.
library BurdenState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OPEN = 1; // 存续
    uint256 internal constant CLOSED = 2; // 已解除
    uint256 internal constant QUEUED = 3; // 轮候
}

/// Instrument, one code a value.
library Instrument {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant JUDGMENT = 1; // 判决
    uint256 internal constant RULING = 2; // 裁定
    uint256 internal constant AWARD = 3; // 仲裁裁决
    uint256 internal constant ORDER = 4; // 协助执行通知
    uint256 internal constant MEDIATION = 5; // 调解书
    uint256 internal constant NOTARIAL = 6; // 公证文书
}

/// Acknowledgement, one bit a value.
library Acknowledgement {
    uint256 internal constant RELEASE = 1 << 0; // 解除担保
    uint256 internal constant RANK = 1 << 1; // 变更顺位
    uint256 internal constant AMEND_UP = 1 << 2; // 加重债务
    uint256 internal constant DEBT_TRANSFER = 1 << 3; // 债务转移
    uint256 internal constant SUBSTITUTE = 1 << 4; // 替换担保
}

/// Effect, one bit a value.
library Effect {
    uint256 internal constant TRANSFER = 1 << 0; // 转让
    uint256 internal constant LICENCE_EXCLUSIVE = 1 << 1; // 独占排他许可
    uint256 internal constant LICENCE_ORDINARY = 1 << 2; // 普通许可
    uint256 internal constant SUBLICENSE = 1 << 3; // 再许可
    uint256 internal constant PLEDGE = 1 << 4; // 质押
    uint256 internal constant LEASE = 1 << 5; // 融资租赁
    uint256 internal constant CANCEL = 1 << 6; // 注销
    uint256 internal constant UPDATE = 1 << 7; // 变更
    uint256 internal constant PAYMENT = 1 << 8; // 付款
    uint256 internal constant ENFORCE = 1 << 9; // 实现担保
}

// 负担 Burden: Anything that may stop an act on an entry (or, keyed by party, on all a party holds).
// burdens[subject][number], at map(number, map(subject, base+0)) of dpr.burdens
//
//       0–4       5  kind      what it is
//       5–8       4  state     open or closed
//      9–11       3  rights    rights it lies on
//     12–23      12  effects   acts it forbids
//     24–24       1  waivable  1 when its party may consent
//     25–48      24  party     whose it is: creditor, objector, licensee
//     49–72      24  grantor   who gave it, 0 when nobody did; a transfer does not change who did
//    73–112      40  since     legal time of its last act
//   113–128      16  day       legal day it was recorded
//   129–144      16  until     last legal day, 0 = open-ended; while queued the days it will run once promoted (rule 114)
//   145–168      24  ack       party that must acknowledge some of its acts, a linked guarantor, 0 = nobody
//   169–173       5  acks      which
//   174–255      82            spare, always zero
type Burden is uint256;

using BurdenLib for Burden global;

library BurdenLib {
    function kind(Burden word) internal pure returns (uint256) {
        return Burden.unwrap(word) & 0x1f;
    }

    function withKind(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x1f) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x1f)) | value);
    }

    function state(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 5) & 0xf;
    }

    function withState(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xf) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xf << 5)) | (value << 5));
    }

    function rights(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 9) & 0x7;
    }

    function withRights(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x7) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x7 << 9)) | (value << 9));
    }

    function effects(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 12) & 0xfff;
    }

    function withEffects(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xfff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xfff << 12)) | (value << 12));
    }

    function waivable(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 24) & 0x1;
    }

    function withWaivable(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x1) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x1 << 24)) | (value << 24));
    }

    function party(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 25) & 0xffffff;
    }

    function withParty(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffff << 25)) | (value << 25));
    }

    function grantor(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 49) & 0xffffff;
    }

    function withGrantor(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffff << 49)) | (value << 49));
    }

    function since(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 73) & 0xffffffffff;
    }

    function withSince(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffffffff << 73)) | (value << 73));
    }

    function day(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 113) & 0xffff;
    }

    function withDay(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffff << 113)) | (value << 113));
    }

    function until(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 129) & 0xffff;
    }

    function withUntil(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffff << 129)) | (value << 129));
    }

    function ack(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 145) & 0xffffff;
    }

    function withAck(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0xffffff) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0xffffff << 145)) | (value << 145));
    }

    function acks(Burden word) internal pure returns (uint256) {
        return (Burden.unwrap(word) >> 169) & 0x1f;
    }

    function withAcks(Burden word, uint256 value) internal pure returns (Burden) {
        if (value > 0x1f) revert FieldOverflow();
        return Burden.wrap((Burden.unwrap(word) & ~uint256(0x1f << 169)) | (value << 169));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Burden word) internal pure returns (bool) {
        return Burden.unwrap(word) & 0xffffffffffffffffffffc0000000000000000000000000000000000000c00000 == 0
            && kind(word) <= 11
            && state(word) <= 3;
    }
}

// 轮候查封 Queue: Court orders on an entry that are not closed: the next one waits when there are any.
// queues[entry], at map(entry, base+1) of dpr.burdens
//
//      0–11      12  orders  court orders open or queued: proves their list complete (rule 114)
//     12–35      24  latest  the latest one, closed or not
//    36–255     220          spare, always zero
type Queue is uint256;

using QueueLib for Queue global;

library QueueLib {
    function orders(Queue word) internal pure returns (uint256) {
        return Queue.unwrap(word) & 0xfff;
    }

    function withOrders(Queue word, uint256 value) internal pure returns (Queue) {
        if (value > 0xfff) revert FieldOverflow();
        return Queue.wrap((Queue.unwrap(word) & ~uint256(0xfff)) | value);
    }

    function latest(Queue word) internal pure returns (uint256) {
        return (Queue.unwrap(word) >> 12) & 0xffffff;
    }

    function withLatest(Queue word, uint256 value) internal pure returns (Queue) {
        if (value > 0xffffff) revert FieldOverflow();
        return Queue.wrap((Queue.unwrap(word) & ~uint256(0xffffff << 12)) | (value << 12));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Queue word) internal pure returns (bool) {
        return Queue.unwrap(word) & 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffff000000000 == 0;
    }
}
