// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Listing, ListingState, Namespace} from "../types/words/Listings.sol";

/// Where listings are kept.
library Listings {
    /// @custom:storage-location erc7201:dpr.listings
    struct Store {
        mapping(EntryId => mapping(uint256 number => Listing)) listings;
    }

    error NoSuchListing(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.LISTINGS;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Listing l) {
        l = store().listings[entry][number];
        if (l.state() == ListingState.NONE) revert NoSuchListing(entry, number);
    }

    function save(EntryId entry, uint256 number, Listing l) internal {
        store().listings[entry][number] = l;
    }
}
