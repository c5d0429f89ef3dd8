// SPDX-License-Identifier: Apache-2.0
// Generated from common.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

/// Algorithm, one code a value.
library Algorithm {
    uint256 internal constant NONE = 0; // 无
    uint256 internal constant KECCAK256 = 1; // KECCAK256
    uint256 internal constant SHA256 = 2; // SHA-256
    uint256 internal constant SM3 = 3; // SM3
}

/// Right, one bit a value.
library Right {
    uint256 internal constant HOLD = 1 << 0; // 持有权
    uint256 internal constant USE = 1 << 1; // 使用权
    uint256 internal constant OPERATE = 1 << 2; // 经营权
}
