// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";

/// Acts upon filings themselves.
interface IFilings {
    /// A filing can no longer be carried.
    event Withdrawn(bytes32 indexed digest, Signatories by);

    error NotASignatory(Signatories by);

    /// Fails if holders, validity, burdens or licences of `entry` have changed since `edition`. Writes nothing.
    function pin(Signatories by, EntryId entry, uint24 edition) external;

    /// Takes back the signatures of `by` on a filing not yet carried; one signatory is enough to stop it. A carrier may be
    /// faster: what is carried first counts.
    /// @param acts keccak256 of the concatenated hashes of the acts
    function withdraw(Signatories by, Signatories signatories, uint256 nonce, uint40 deadline, bytes32 acts) external;
}
