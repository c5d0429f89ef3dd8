// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ILeases} from "../interfaces/ILeases.sol";
import {EntryId} from "../types/EntryId.sol";
import {Burden, Effect} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Lease, LeaseFlag, LeaseState, Namespace} from "../types/words/Leases.sol";
import {Security} from "../types/words/Securities.sol";
import {Burdens} from "./Burdens.sol";
import {Calendar} from "./Calendar.sol";
import {Entries} from "./Entries.sol";
import {LegalTime} from "./LegalTime.sol";
import {Securities} from "./Securities.sol";

/// Finance leases as their chapters see them: where they are kept, who their parties are, when rents are so late that there is a
/// default.
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

    /// A lease being acted upon, and its lessor.
    struct Subject {
        EntryId entry;
        uint256 number;
        uint256 time;
        uint256 day;
        uint256 lessor;
        Journal journal;
        Head head;
        Burden burden;
        Security security; // zero unless it is written
        Lease lease;
    }

    /// What both attest of object and price. (rules 106, 107)
    uint256 internal constant ATTESTED = LeaseFlag.PRICE_WITHIN | LeaseFlag.INCOME_PRODUCING;

    /// States in which rents are owed, one bit each.
    uint256 internal constant PAYING =
        1 << LeaseState.IN_TERM | 1 << LeaseState.DEMANDED | 1 << LeaseState.ACCELERATED;

    error NoSuchLease(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.LEASES;
        assembly {
            s.slot := slot
        }
    }

    /// The lease, in one of `states` (bit = state), to be acted upon at legal time `at`.
    function load(EntryId entry, uint256 number, uint256 at, uint256 states) internal view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.lease = store().leases[entry][s.number];
        uint256 state = s.lease.state();
        if (state == LeaseState.NONE) revert NoSuchLease(entry, s.number);
        s.burden = Burdens.load(entry, s.number);
        s.head = Entries.headOf(entry);
        // The burden names both; whoever is not the lessee is the lessor.
        s.lessor = s.burden.party() == s.lease.lessee() ? s.burden.grantor() : s.burden.party();
        // What becomes of its filing is noted in the burden. (rule 124)
        s.time = LegalTime.resolve(at, s.lease.since() < s.burden.since() ? s.burden.since() : s.lease.since());
        s.day = Calendar.dayOf(s.time);
        if ((states >> state) & 1 == 0) revert ILeases.WrongLeaseState(entry, s.number, state);
        s.lease = s.lease.withSince(s.time);
    }

    function save(Subject memory s) internal {
        store().leases[s.entry][s.number] = s.lease;
        Burdens.save(s.entry, s.number, s.burden);
        if (Security.unwrap(s.security) != 0) Securities.store().securities[s.entry][s.number] = s.security;
        Entries.setHead(s.entry, s.head);
    }

    /// USE and OPERATE are `owner`'s: HOLD stays with whoever keeps the data. (rule 106)
    function needsTitle(Head head, uint256 owner) internal pure {
        for (uint256 r = Entries.USE; r <= Entries.OPERATE; ++r) {
            if (head.holder(r) != owner) revert ILeases.TitleElsewhere(r, head.holder(r));
        }
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
