// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IChanges} from "../interfaces/IChanges.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Head} from "../types/words/Entries.sol";
import {Licence, LicenceKind, LicenceState, Namespace, Recording} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Calendar} from "./Calendar.sol";
import {Enforcements} from "./Enforcements.sol";

/// Licences as conflict tests see them: sets of codes, where 0 means all, and dates.
library Licensing {
    using Assent for Signatories;

    /// Licences and burdens beyond this many together are refused: an act that must list them all is to stay within a block.
    uint256 internal constant MOST = 4000;

    /// The depth of sublicences that may be given.
    uint256 internal constant DEEPEST = 3;

    /// @custom:storage-location erc7201:dpr.licences
    struct Store {
        mapping(EntryId => mapping(uint256 number => Licence)) licences;
        mapping(EntryId => mapping(uint256 number => Recording)) recordings;
    }

    error NoSuchLicence(EntryId entry, uint256 number);
    error LicenceNotLive(EntryId entry, uint256 number);
    error ExclusivityConflict(EntryId entry, uint256 number);
    error LicenceListIncomplete(EntryId entry, uint256 listed, uint256 unclosed);
    error ListDisordered(uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.LICENCES;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Licence l) {
        l = store().licences[entry][number];
        if (l.state() == LicenceState.NONE) revert NoSuchLicence(entry, number);
    }

    function save(EntryId entry, uint256 number, Licence l) internal {
        store().licences[entry][number] = l;
    }

    /// In force on `day`, and so is every licence it was given under. (rule 54: children fall with their parent)
    function isLive(EntryId entry, Licence l, uint256 day) internal view returns (bool) {
        for (;;) {
            if (l.state() != LicenceState.ACTIVE || l.end() < day) return false;
            if (l.parent() == 0) return true;
            l = store().licences[entry][l.parent()];
        }
        return false;
    }

    /// Something it was given under is over, by legal time and by block time; so it is over too. (rule 54)
    function isOrphaned(EntryId entry, Licence l, uint256 day) internal view returns (bool) {
        while (l.parent() != 0) {
            l = store().licences[entry][l.parent()];
            if (l.state() == LicenceState.ENDED || l.state() == LicenceState.CLOSED) return true;
            if (l.end() < day && l.end() < Calendar.today()) return true;
        }
        return false;
    }

    /// Ended on `day`, early if need be.
    function ended(Licence l, uint256 day) internal pure returns (Licence) {
        return l.withState(LicenceState.ENDED).withLast(day).withEnd(l.end() < day ? l.end() : day);
    }

    function isExclusive(Licence l) internal pure returns (bool) {
        return l.kind() != LicenceKind.NON_EXCLUSIVE;
    }

    /// Whoever exercises OPERATE now, or the licensee of the parent.
    function licensor(EntryId entry, Head head, Licence l) internal view returns (uint256) {
        return l.parent() == 0 ? Enforcements.operator(entry, head) : load(entry, l.parent()).licensee();
    }

    /// The power it takes to give, change or end it.
    function power(Licence l) internal pure returns (uint256) {
        return isExclusive(l) ? Power.LICENSE_EXCLUSIVE : Power.LICENSE; // rule 47
    }

    /// Whether the same use could fall under both: every dimension meets and the licensees differ. It may answer yes too
    /// often, never too seldom. (rule 46)
    function meets(Licence a, Licence b) internal pure returns (bool) {
        return a.licensee() != b.licensee() && a.start() <= b.end() && b.start() <= a.end()
            && _meet(a.actions(), b.actions()) && _meet(a.purposes(), b.purposes()) && _meet(a.industries(), b.industries())
            && _meet(a.regions(), b.regions());
    }

    /// Whether everything `inner` allows, `outer` allows. (rule 44)
    function contains(Licence outer, Licence inner) internal pure returns (bool) {
        return inner.start() >= outer.start() && inner.end() <= outer.end() && within(inner.actions(), outer.actions())
            && within(inner.purposes(), outer.purposes()) && within(inner.industries(), outer.industries())
            && within(inner.regions(), outer.regions()) && within(inner.environments(), outer.environments());
    }

    /// Whether `l` was given, directly or through others, under licence `number`.
    function descends(EntryId entry, Licence l, uint256 number) internal view returns (bool) {
        while (l.parent() != 0) {
            if (l.parent() == number) return true;
            l = store().licences[entry][l.parent()];
        }
        return false;
    }

    /// Whether licence `number` stands in the way of `candidate` at legal time `time`; what it was given under does not, nor
    /// does one that fell with its parent, though nobody has closed it. (rules 46, 54)
    function blocks(EntryId entry, uint256 number, Licence l, Licence candidate, uint256 time) internal view returns (bool) {
        return meets(l, candidate) && !descends(entry, candidate, number) && !isOrphaned(entry, l, Calendar.dayOf(time));
    }

    /// `list` names, ascending, every licence of the entry that is not closed, and none still in force meets `candidate`.
    /// One that ended before is counted, not tested. (rule 46)
    function needsRoom(EntryId entry, uint256 unclosed, uint24[] calldata list, Licence candidate, uint256 time)
        internal
        view
    {
        uint256 listed;
        uint256 last;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] <= last) revert ListDisordered(list[i]);
            last = list[i];
            Licence l = load(entry, last);
            if (l.state() == LicenceState.CLOSED) continue;
            ++listed;
            if (blocks(entry, last, l, candidate, time)) revert ExclusivityConflict(entry, last);
        }
        if (listed != unclosed) revert LicenceListIncomplete(entry, listed, unclosed);
    }

    /// Whoever may still use the data under licence `number` agrees to what becomes of them.
    function needsAcknowledged(Signatories by, EntryId entry, uint256 number, uint256 day) internal view {
        Licence l = load(entry, number);
        bool over = l.state() == LicenceState.ENDED || l.state() == LicenceState.CLOSED
            || (l.end() < day && l.end() < Calendar.today());
        if (!over && !by.given(l.licensee(), Power.ACKNOWLEDGE, entry)) revert IChanges.LicenceInForce(entry, number);
    }

    function _meet(uint256 a, uint256 b) private pure returns (bool) {
        return a == 0 || b == 0 || a & b != 0;
    }

    /// Whether a set of codes lies in another, where 0 means all.
    function within(uint256 inner, uint256 outer) internal pure returns (bool) {
        return outer == 0 || (inner != 0 && inner & ~outer == 0);
    }
}
