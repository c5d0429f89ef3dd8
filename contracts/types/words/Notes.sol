// SPDX-License-Identifier: Apache-2.0
// Generated from notes.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

/// NoteKind, one code a value.
library NoteKind {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant ERASURE = 1; // 依法删除留存内容
    uint256 internal constant NOTIFICATION = 2; // 已送达通知
    uint256 internal constant PAYMENT_ELSEWHERE = 3; // 费用未入约定账户
    uint256 internal constant SOURCE_LOSS = 4; // 来源丧失
    uint256 internal constant QUALITY_DROP = 5; // 质量下降
    uint256 internal constant MASS_COPYING = 6; // 大量复制
    uint256 internal constant DELETION = 7; // 数据删除
    uint256 internal constant CO_HOLDER = 8; // 新增并行权利人
    uint256 internal constant COVERAGE = 9; // 担保覆盖不足
}
