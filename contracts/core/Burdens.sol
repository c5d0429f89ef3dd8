// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState, Effect, Namespace} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Licence} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Calendar} from "./Calendar.sol";
import {Licensing} from "./Licensing.sol";

/// Everything that may stop an act. A disposing act lists all burdens not closed; the number in the head proves the list
/// complete, and each one that touches the act needs its party's assent or stops it.
library Burdens {
    using Assent for Signatories;

    /// @custom:storage-location erc7201:dpr.burdens
    struct Store {
        mapping(bytes32 subject => mapping(uint256 number => Burden)) burdens;
    }

    /// An act as burdens see it.
    struct Move {
        EntryId entry;
        uint256 rights; // mask of the rights it disposes of
        uint256 effects; // mask of what it does
        uint256 time; // its legal time
        Licence licence; // the licence to be granted, else zero
    }

    error NoSuchBurden(EntryId entry, uint256 number);
    error Burdened(EntryId entry, uint256 number, uint256 kind);
    error BurdenListIncomplete(EntryId entry, uint256 listed, uint256 unclosed);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.BURDENS;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Burden b) {
        b = store().burdens[EntryId.unwrap(entry)][number];
        if (b.state() == BurdenState.NONE) revert NoSuchBurden(entry, number);
    }

    function save(EntryId entry, uint256 number, Burden b) internal {
        store().burdens[EntryId.unwrap(entry)][number] = b;
    }

    /// No burden stands in the way, and none is left out. A listed one closed since is skipped. (rules 39, 46, 49)
    function clear(Signatories by, Move memory move, Head head, uint24[] calldata list) internal view {
        uint256 listed;
        uint256 last;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] <= last) revert Licensing.ListDisordered(list[i]);
            last = list[i];
            Burden b = load(move.entry, last);
            if (b.state() == BurdenState.CLOSED) continue;
            ++listed;
            if (!_touches(b, last, move)) continue;
            bool waived = b.waivable() != 0 && by.given(b.party(), Power.CONSENT, move.entry);
            if (!waived) revert Burdened(move.entry, last, b.kind());
        }
        if (listed != head.burdens()) revert BurdenListIncomplete(move.entry, listed, head.burdens());
    }

    /// It bites from the moment it is recorded, whatever legal time the act has, and is over only when its last day lies
    /// before both.
    function _touches(Burden b, uint256 number, Move memory move) private view returns (bool) {
        if (b.rights() & move.rights == 0 || b.effects() & move.effects == 0) return false;
        if (b.kind() == BurdenKind.EXCLUSIVE_LICENCE) {
            return Licensing.blocks(move.entry, number, Licensing.load(move.entry, number), move.licence, move.time); // rule 46
        }
        uint256 until = b.until();
        return until == 0 || until >= Calendar.dayOf(move.time) || until >= Calendar.today();
    }

    /// A burden that is simply there: open-ended, of a dependant with the same number.
    function open(uint256 kind, uint256 rights, uint256 effects, uint256 party, uint256 grantor, uint256 time)
        internal
        pure
        returns (Burden)
    {
        return Burden.wrap(0).withKind(kind).withState(BurdenState.OPEN).withRights(rights).withEffects(effects).withParty(
            party
        ).withGrantor(grantor).withSince(time).withDay(Calendar.dayOf(time));
    }

    function closed(Burden b, uint256 time) internal pure returns (Burden) {
        return b.withState(BurdenState.CLOSED).withSince(time);
    }

    /// What an exclusive or sole licence forbids.
    uint256 internal constant EXCLUSIVE_EFFECTS = Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY;
}
