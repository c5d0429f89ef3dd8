// SPDX-License-Identifier: Apache-2.0
// Generated from usage.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant USAGE = 0x53e3e866d95f36f2694cb13e235d2e5efeffe8b12320128661a4ff5af433e700; // dpr.usage
}

/// UsageUnit, one code a value.
library UsageUnit {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant CALL = 1; // 次
    uint256 internal constant ROW = 2; // 条
    uint256 internal constant MEGABYTE = 3; // 兆字节
    uint256 internal constant FILE = 4; // 个文件
    uint256 internal constant HOUR = 5; // 小时
    uint256 internal constant SEQUENCE = 6; // 段
    uint256 internal constant TOKEN = 7; // 词元
}

/// QuotaWindow, one code a value.
library QuotaWindow {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant DAY = 1; // 每日
    uint256 internal constant MONTH = 2; // 每月
    uint256 internal constant YEAR = 3; // 每年
    uint256 internal constant TERM = 4; // 全期
}

/// BatchState, one code a value.
library BatchState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant SUBMITTED = 1; // 已提交
    uint256 internal constant COUNTERSIGNED = 2; // 已会签
    uint256 internal constant DEEMED = 3; // 默示认可
    uint256 internal constant DISPUTED = 4; // 有争议
    uint256 internal constant RECONCILED = 5; // 已核对
}

/// DisputeCode, one code a value.
library DisputeCode {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant COUNT = 1; // 数量不符
    uint256 internal constant DUPLICATES = 2; // 重复计数
    uint256 internal constant PERIOD = 3; // 期间不符
    uint256 internal constant QUALITY = 4; // 质量不符
    uint256 internal constant NOT_OURS = 5; // 非本方使用
}

/// StatementState, one code a value.
library StatementState {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ISSUED = 1; // 已出具
    uint256 internal constant CONFIRMED = 2; // 已确认
    uint256 internal constant REFUSED = 3; // 已退回
    uint256 internal constant PAID = 4; // 已支付
}

/// PaymentRoute, one code a value.
library PaymentRoute {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant OWN = 1; // 许可方账户
    uint256 internal constant PLEDGE_ACCOUNT = 2; // 质押监管账户
    uint256 internal constant LESSOR = 3; // 出租人
    uint256 internal constant COURT = 4; // 法院
}

// 用量计 Meter: How the usage of a licence is counted, and how far it has been (rule 56).
// meters[subject], at map(subject, base+0) of dpr.usage
//
//      0–47      48  quota      units allowed in each window, 0 = no quota (rule 53)
//     48–50       3  window     what the quota is for
//     51–54       4  unit       what is counted; never changes
//    55–102      48  total      units both sides stand by; only grows
//   103–142      40  through    usage is reported up to here, unix seconds
//   143–150       8  open       batches neither accepted nor reconciled
//   151–174      24  gateway    party whose machine counts
//   175–190      16  last       legal day of the last act
//   191–230      40  settled    statements reach up to here, unix seconds
//   231–254      24  statement  the statement not answered yet, 0 = none
//   255–255       1             spare, always zero
type Meter is uint256;

using MeterLib for Meter global;

library MeterLib {
    function quota(Meter word) internal pure returns (uint256) {
        return Meter.unwrap(word) & 0xffffffffffff;
    }

    function withQuota(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffffffffffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffffffffffff)) | value);
    }

    function window(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 48) & 0x7;
    }

    function withWindow(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0x7) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0x7 << 48)) | (value << 48));
    }

    function unit(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 51) & 0xf;
    }

    function withUnit(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xf) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xf << 51)) | (value << 51));
    }

    function total(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 55) & 0xffffffffffff;
    }

    function withTotal(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffffffffffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffffffffffff << 55)) | (value << 55));
    }

    function through(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 103) & 0xffffffffff;
    }

    function withThrough(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffffffffff << 103)) | (value << 103));
    }

    function open(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 143) & 0xff;
    }

    function withOpen(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xff << 143)) | (value << 143));
    }

    function gateway(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 151) & 0xffffff;
    }

    function withGateway(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffffff << 151)) | (value << 151));
    }

    function last(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 175) & 0xffff;
    }

    function withLast(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffff << 175)) | (value << 175));
    }

    function settled(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 191) & 0xffffffffff;
    }

    function withSettled(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffffffffff << 191)) | (value << 191));
    }

    function statement(Meter word) internal pure returns (uint256) {
        return (Meter.unwrap(word) >> 231) & 0xffffff;
    }

    function withStatement(Meter word, uint256 value) internal pure returns (Meter) {
        if (value > 0xffffff) revert FieldOverflow();
        return Meter.wrap((Meter.unwrap(word) & ~uint256(0xffffff << 231)) | (value << 231));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Meter word) internal pure returns (bool) {
        return Meter.unwrap(word) & 0x8000000000000000000000000000000000000000000000000000000000000000 == 0
            && window(word) <= 4
            && unit(word) <= 7;
    }
}

// 用量批次 Batch: What was used in a period (SM-12).
// batches[subject][number], at map(number, map(subject, base+1)) of dpr.usage
//
//      0–47      48  accepted   units delivered; after a reconciliation those agreed on
//     48–87      40  rejected   units refused by the gateway
//    88–127      40  from       start of the period, unix seconds
//   128–167      40  to         its end, not part of it
//   168–183      16  submitted  legal day from which silence counts
//   184–186       3  state      SM-12
//   187–191       5  window     working days of silence that accept it (rule 56)
//   192–195       4  code       why it is or was disputed
//   196–235      40  since      legal time of its last act
//   236–255      20             spare, always zero
type Batch is uint256;

using BatchLib for Batch global;

library BatchLib {
    function accepted(Batch word) internal pure returns (uint256) {
        return Batch.unwrap(word) & 0xffffffffffff;
    }

    function withAccepted(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xffffffffffff) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xffffffffffff)) | value);
    }

    function rejected(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 48) & 0xffffffffff;
    }

    function withRejected(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xffffffffff << 48)) | (value << 48));
    }

    function from(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 88) & 0xffffffffff;
    }

    function withFrom(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xffffffffff << 88)) | (value << 88));
    }

    function to(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 128) & 0xffffffffff;
    }

    function withTo(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xffffffffff << 128)) | (value << 128));
    }

    function submitted(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 168) & 0xffff;
    }

    function withSubmitted(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xffff) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xffff << 168)) | (value << 168));
    }

    function state(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 184) & 0x7;
    }

    function withState(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0x7) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0x7 << 184)) | (value << 184));
    }

    function window(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 187) & 0x1f;
    }

    function withWindow(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0x1f) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0x1f << 187)) | (value << 187));
    }

    function code(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 192) & 0xf;
    }

    function withCode(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xf) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xf << 192)) | (value << 192));
    }

    function since(Batch word) internal pure returns (uint256) {
        return (Batch.unwrap(word) >> 196) & 0xffffffffff;
    }

    function withSince(Batch word, uint256 value) internal pure returns (Batch) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Batch.wrap((Batch.unwrap(word) & ~uint256(0xffffffffff << 196)) | (value << 196));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Batch word) internal pure returns (bool) {
        return Batch.unwrap(word) & 0xfffff00000000000000000000000000000000000000000000000000000000000 == 0
            && state(word) <= 5
            && code(word) <= 5;
    }
}

// 结算单 Statement: A statement of settlement over batches in a row; amounts are committed to, not written (E17).
// statements[subject][number], at map(number, map(subject, base+2)) of dpr.usage
//
//       0–2       3  state     SM-12
//       3–5       3  route     where the money is to go; once paid, where it went
//       6–8       3  due       where the burdens of the entry want it (rule 50)
//      9–56      48  quantity  units it is over
//     57–96      40  from      start of the first batch, unix seconds
//    97–136      40  to        end of the last
//   137–152      16  issued    legal day from which silence counts
//   153–157       5  window    working days of silence that confirm it
//   158–197      40  since     legal time of its last act
//   198–255      58            spare, always zero
type Statement is uint256;

using StatementLib for Statement global;

library StatementLib {
    function state(Statement word) internal pure returns (uint256) {
        return Statement.unwrap(word) & 0x7;
    }

    function withState(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0x7) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0x7)) | value);
    }

    function route(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 3) & 0x7;
    }

    function withRoute(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0x7) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0x7 << 3)) | (value << 3));
    }

    function due(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 6) & 0x7;
    }

    function withDue(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0x7) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0x7 << 6)) | (value << 6));
    }

    function quantity(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 9) & 0xffffffffffff;
    }

    function withQuantity(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0xffffffffffff) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0xffffffffffff << 9)) | (value << 9));
    }

    function from(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 57) & 0xffffffffff;
    }

    function withFrom(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0xffffffffff << 57)) | (value << 57));
    }

    function to(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 97) & 0xffffffffff;
    }

    function withTo(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0xffffffffff << 97)) | (value << 97));
    }

    function issued(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 137) & 0xffff;
    }

    function withIssued(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0xffff) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0xffff << 137)) | (value << 137));
    }

    function window(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 153) & 0x1f;
    }

    function withWindow(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0x1f) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0x1f << 153)) | (value << 153));
    }

    function since(Statement word) internal pure returns (uint256) {
        return (Statement.unwrap(word) >> 158) & 0xffffffffff;
    }

    function withSince(Statement word, uint256 value) internal pure returns (Statement) {
        if (value > 0xffffffffff) revert FieldOverflow();
        return Statement.wrap((Statement.unwrap(word) & ~uint256(0xffffffffff << 158)) | (value << 158));
    }

    /// Spare bits are zero and every code has a name.
    function valid(Statement word) internal pure returns (bool) {
        return Statement.unwrap(word) & 0xffffffffffffffc0000000000000000000000000000000000000000000000000 == 0
            && state(word) <= 4
            && route(word) <= 4
            && due(word) <= 4;
    }
}
