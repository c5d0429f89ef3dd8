// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Algorithm} from "../types/words/Common.sol";

/// Every digest carries the algorithm that made it. Documents, names and amounts stand on chain as digests only, for acts and
/// lines have no other room for them. (rule 10)
library Digests {
    error UnknownAlgorithm(uint256 alg);
    error DigestMissing();

    /// `alg` is one the ledger knows. (rule 123)
    function known(uint256 alg) internal pure {
        if (alg == Algorithm.NONE || alg > Algorithm.SM3) revert UnknownAlgorithm(alg);
    }

    /// A document that must be there.
    function present(bytes32 digest) internal pure {
        if (digest == 0) revert DigestMissing();
    }
}
