// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState, Effect} from "../types/words/Burdens.sol";
import {Enforcement, EnforcementBasis, EnforcementState, Management, Namespace} from "../types/words/Enforcements.sol";
import {Head} from "../types/words/Entries.sol";
import {Power} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Burdens} from "./Burdens.sol";
import {Calendar} from "./Calendar.sol";
import {Entries} from "./Entries.sol";
import {Licensing} from "./Licensing.sol";

/// Where enforcements are kept, what stops one, and who operates a right that is managed.
library Enforcements {
    using Assent for Signatories;

    /// @custom:storage-location erc7201:dpr.enforcements
    struct Store {
        mapping(EntryId => mapping(uint256 number => Enforcement)) enforcements;
        mapping(EntryId => Management) managements;
    }

    error NoSuchEnforcement(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.ENFORCEMENTS;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Enforcement e) {
        e = store().enforcements[entry][number];
        if (e.state() == EnforcementState.NONE) revert NoSuchEnforcement(entry, number);
    }

    /// Who exercises the right to operate: its holder, or whoever manages it for the creditors, in the income period. What is
    /// managed secures something, so an entry without burdens is not looked up.
    function operator(EntryId entry, Head head) internal view returns (uint256) {
        if (head.burdens() != 0) {
            Management m = store().managements[entry];
            if (m.operator() != 0 && m.over() == 0 && Calendar.today() <= m.until()) return m.operator();
        }
        return head.holder(Entries.OPERATE);
    }

    /// `list` names, ascending, every burden not closed, and none forbids to realise the rights: no order but that of the court
    /// whose instrument is followed, and no bankruptcy, unless its administrator agrees or an instrument came later. Nor are
    /// disputed rights sold without a court. (rules 39, 97, 99, 115)
    function needsWay(
        Signatories by, EntryId entry, Head head, Enforcement e, uint24[] calldata list, uint256 time
    ) internal view {
        uint256 listed;
        uint256 last;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] <= last) revert Licensing.ListDisordered(list[i]);
            last = list[i];
            Burden b = Burdens.load(entry, last);
            if (b.state() == BurdenState.CLOSED) continue;
            ++listed;
            if (_stops(e, b, last, time) && !(b.waivable() == 1 && by.given(b.party(), Power.CONSENT, entry))) {
                revert Burdens.Burdened(entry, last, b.kind()); // rules 99, 115
            }
        }
        if (listed != head.burdens()) revert Burdens.BurdenListIncomplete(entry, listed, head.burdens()); // rule 97
    }

    /// Whether an open burden forbids the enforcement. What waits in the queue binds nobody yet.
    function _stops(Enforcement e, Burden b, uint256 number, uint256 time) private view returns (bool) {
        if (b.state() != BurdenState.OPEN || b.rights() & e.rights() == 0 || Burdens.isOver(b, time)) return false;
        bool agreed = e.basis() == EnforcementBasis.AGREEMENT || e.basis() == EnforcementBasis.SELF_HELP;
        if (b.kind() == BurdenKind.DISPUTE && agreed) return b.effects() & (Effect.TRANSFER | Effect.ENFORCE) != 0; // rule 39
        if (b.effects() & Effect.ENFORCE == 0) return false;
        if (b.kind() == BurdenKind.BANKRUPTCY) return number > e.ordered(); // rule 99
        return e.court() == 0 || b.party() != e.court() || (Burdens.ORDERS >> b.kind()) & 1 == 0;
    }
}
