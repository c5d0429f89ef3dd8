// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState, Effect, Namespace, Queue} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Licence} from "../types/words/Licences.sol";
import {Members, Power} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Calendar} from "./Calendar.sol";
import {Consents} from "./Consents.sol";
import {Journals} from "./Journals.sol";
import {Licensing} from "./Licensing.sol";
import {Parties} from "./Parties.sol";

/// Everything that may stop an act. A disposing act lists all burdens not closed; the number in the head proves the list
/// complete, and each one that touches the act needs its party's assent or stops it.
library Burdens {
    using Assent for Signatories;

    /// @custom:storage-location erc7201:dpr.burdens
    struct Store {
        mapping(bytes32 subject => mapping(uint256 number => Burden)) burdens;
        mapping(EntryId => Queue) queues;
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
    error PartyFrozen(uint256 party, uint256 burdens);

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

    /// No burden stands in the way, and none is left out. A listed one closed since is skipped. What its party may waive, the
    /// party waives by signing, or by a consent to exactly this act. (rules 39, 46, 49)
    function clear(Signatories by, Move memory move, Head head, uint24[] calldata list) internal view {
        _clear(by, move, head, list, _unforeseen);
    }

    /// The same for a licence or a refresh, which may also fit what the burden's party agreed to beforehand. (rules 49, 73)
    function clearForeseen(Signatories by, Move memory move, Head head, uint24[] calldata list) internal view {
        _clear(by, move, head, list, _foreseen);
    }

    /// Nobody has frozen all that `party` holds, nor what a member of it holds. (rule 115)
    function needsFree(uint256 party) internal view {
        _needsFree(party);
        Members members = Parties.store().members[party];
        for (uint256 i; i < 8 && members.member(i) != 0; ++i) _needsFree(members.member(i));
    }

    /// Nor what any holder of `rights` holds. (rule 115)
    function needsFreeHolders(Head head, uint256 rights) internal view {
        for (uint256 r; r < 3; ++r) {
            if ((rights >> r) & 1 == 1) needsFree(head.holder(r));
        }
    }

    /// Its last day lies before both legal time and block time. What waits in the queue does not run, so it never expires.
    /// (rule 114)
    function isOver(Burden b, uint256 time) internal view returns (bool) {
        uint256 until = b.until();
        if (b.state() == BurdenState.QUEUED || until == 0) return false;
        return until < Calendar.dayOf(time) && until < Calendar.today();
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

    /// Kinds that stand until whoever ordered them lifts them.
    uint256 internal constant ORDERS = (1 << BurdenKind.COURT_ORDER) | (1 << BurdenKind.CONTROL);

    /// Every effect there is.
    uint256 internal constant ALL_EFFECTS = (Effect.ENFORCE << 1) - 1;

    function _clear(
        Signatories by, Move memory move, Head head, uint24[] calldata list,
        function(uint256, Burden, Move memory, Head) internal view returns (bool) foreseen
    ) private view {
        uint256 listed;
        uint256 last;
        uint256 used;
        uint256 earliest = type(uint256).max;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] <= last) revert Licensing.ListDisordered(list[i]);
            last = list[i];
            Burden b = load(move.entry, last);
            if (b.state() == BurdenState.CLOSED) continue;
            ++listed;
            if (!_touches(b, last, move)) continue;
            if (b.waivable() == 0) revert Burdened(move.entry, last, b.kind());
            if (by.given(b.party(), Power.CONSENT, move.entry) || foreseen(last, b, move, head)) continue; // rule 49
            uint256 line = Consents.exercised(move.entry, last, b.party(), move.effects & b.effects(), move.time);
            if (line == 0) revert Burdened(move.entry, last, b.kind());
            ++used;
            if (line < earliest) earliest = line;
        }
        if (listed != head.burdens()) revert BurdenListIncomplete(move.entry, listed, head.burdens());
        // Consents are used by the lines right before this act's: no other act can use them again.
        if (used != 0 && earliest + used != Journals.next(Journals.current(EntryId.unwrap(move.entry)))) {
            revert Consents.ConsentSpent(move.entry, earliest);
        }
    }

    function _touches(Burden b, uint256 number, Move memory move) private view returns (bool) {
        if (b.rights() & move.rights == 0 || b.effects() & move.effects == 0) return false;
        if (b.kind() == BurdenKind.EXCLUSIVE_LICENCE) {
            return Licensing.blocks(move.entry, number, Licensing.load(move.entry, number), move.licence, move.time); // rule 46
        }
        // It bites from the moment it is recorded, whatever legal time the act has.
        return !isOver(b, move.time);
    }

    function _foreseen(uint256 number, Burden b, Move memory move, Head head) private view returns (bool) {
        uint256 effects = move.effects & b.effects();
        return Consents.fits(move.entry, number, effects, move.licence, head.licences(), move.time);
    }

    function _unforeseen(uint256, Burden, Move memory, Head) private pure returns (bool) {
        return false;
    }

    function _needsFree(uint256 party) private view {
        uint256 burdens = Parties.store().parties[party].burdens();
        if (burdens != 0) revert PartyFrozen(party, burdens); // rule 115
    }
}
