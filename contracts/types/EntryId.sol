// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// One data object of one applicant, for ever: keccak256(ENTRY, alg, contentRoot, applicant). It is also the journal
/// subject of the entry.
type EntryId is bytes32;

function sameEntry(EntryId a, EntryId b) pure returns (bool) {
    return EntryId.unwrap(a) == EntryId.unwrap(b);
}

using {sameEntry as ==} for EntryId global;
