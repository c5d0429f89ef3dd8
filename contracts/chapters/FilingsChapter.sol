// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Entries} from "../core/Entries.sol";
import {Filings} from "../core/Filings.sol";
import {IFilings} from "../interfaces/IFilings.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";

contract FilingsChapter is IFilings {
    /// @inheritdoc IFilings
    function pin(Signatories, EntryId entry, uint24 edition) external view {
        Entries.journalOf(entry);
        uint256 current = Entries.headOf(entry).edition();
        if (current != edition) revert Entries.EditionMoved(entry, current);
    }

    /// @inheritdoc IFilings
    function withdraw(Signatories by, Signatories signatories, uint256 nonce, uint40 deadline, bytes32 acts) external {
        for (Signatories left = by; !left.isEmpty(); left = left.rest()) {
            if (!signatories.includes(left.first())) revert NotASignatory(by);
        }
        bytes32 digest = Filings.digestOf(Filings.domainOf(address(this)), acts, signatories, nonce, deadline);
        // Only the first signatory may spend the nonce: others could name it in filings it never saw.
        if (by.first() == signatories.first()) {
            Filings.spend(by.first(), nonce);
        } else {
            Filings.unspent(signatories.first(), nonce); // carried already: nothing is left to withdraw
            Filings.store().withdrawn[digest] = true;
        }
        emit Withdrawn(digest, by);
    }
}
