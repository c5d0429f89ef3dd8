// SPDX-License-Identifier: Apache-2.0
// Generated from changes.toml by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;

import {FieldOverflow} from "../Fields.sol";

/// First storage slot of each namespace (ERC-7201).
library Namespace {
    bytes32 internal constant CHANGES = 0x35247249780e77fc3f3ef44afb8e49e20dd7a11c9bf701b9a64df29835345100; // dpr.changes
}

// 转让 Transfer: To whom the rights of a transfer case go. Beside the case, whose word is full.
// transfers[entry][number], at map(number, map(entry, base+0)) of dpr.changes
//
//      0–23      24  transferee  party the rights go to
//    24–255     232              spare, always zero
type Transfer is uint256;

using TransferLib for Transfer global;

library TransferLib {
    function transferee(Transfer word) internal pure returns (uint256) {
        return Transfer.unwrap(word) & 0xffffff;
    }

    function withTransferee(Transfer word, uint256 value) internal pure returns (Transfer) {
        if (value > 0xffffff) revert FieldOverflow();
        return Transfer.wrap((Transfer.unwrap(word) & ~uint256(0xffffff)) | value);
    }

    /// Spare bits are zero and every code has a name.
    function valid(Transfer word) internal pure returns (bool) {
        return Transfer.unwrap(word) & 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000 == 0;
    }
}
