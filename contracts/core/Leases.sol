// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Burden, Effect} from "../types/words/Burdens.sol";
import {Lease, LeaseState, Namespace} from "../types/words/Leases.sol";

/// Where finance leases are kept, who their parties are, and when rents are so late that there is a default.
library Leases {
    /// When the contract is silent: so many rents overdue, or such a share of all. (rule 110)
    uint256 private constant SILENT_AFTER = 2;
    uint256 private constant SILENT_SHARE = 1500;

    /// What the holder of a leased object does only with the other's consent. (rule 109)
    uint256 internal constant EFFECTS = Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY
        | Effect.SUBLICENSE | Effect.PLEDGE | Effect.LEASE | Effect.CANCEL | Effect.UPDATE;

    /// @custom:storage-location erc7201:dpr.leases
    struct Store {
        mapping(EntryId => mapping(uint256 number => Lease)) leases;
    }

    error NoSuchLease(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.LEASES;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Lease l) {
        l = store().leases[entry][number];
        if (l.state() == LeaseState.NONE) revert NoSuchLease(entry, number);
    }

    /// The burden names both; whoever is not the lessee is the lessor.
    function lessor(Lease l, Burden b) internal pure returns (uint256) {
        return b.party() == l.lessee() ? b.grantor() : b.party();
    }

    /// The burden once `holder`, one of the two, has the title: it is the other's.
    function heldBy(Burden b, uint256 holder) internal pure returns (Burden) {
        return b.party() == holder ? b.withParty(b.grantor()).withGrantor(holder) : b;
    }

    /// What was agreed to be a default; where nothing was, two rents or fifteen percent of all. (rule 110)
    function isInDefault(Lease l) internal pure returns (bool) {
        (uint256 number, uint256 share) = (l.defaultAfter(), l.defaultShare());
        if (number == 0 && share == 0) (number, share) = (SILENT_AFTER, SILENT_SHARE);
        return (number != 0 && l.overdue() >= number) || (share != 0 && l.overdueBps() >= share);
    }
}
