// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Mandate, MandateState, Members, Officer, Party, PartyKind, Power, Shares} from "../types/words/Parties.sol";
import {Parties} from "./Parties.sol";

/// The questions guards are written in. `by` is proven: every officer in it has signed.
library Assent {
    uint256 private constant ALL = 10_000;

    error AssentMissing(uint256 party, uint256 power);
    error TwoPersonsMissing(uint256 party, uint256 power);
    error PairMissing(uint256 registrar, uint256 reviewer);

    /// `party` agrees, by an officer of its own, or by an agent with a mandate for this entry or for all.
    function needs(Signatories by, uint256 party, uint256 power, EntryId entry) internal view {
        Parties.live(party); // rule 1, with the reason
        if (!given(by, party, power, entry)) revert AssentMissing(party, power);
    }

    /// The same, as a question: a party that may not act now has not agreed, and stops nobody else.
    function given(Signatories by, uint256 party, uint256 power, EntryId entry) internal view returns (bool) {
        if (!Parties.isLive(party)) return false; // rule 1
        Party p = Parties.store().parties[party];
        if (p.kind() == PartyKind.JOINT) return _jointly(by, party, power, entry); // rule 47
        return officerOf(by, party, power) != 0 || _agent(by, party, power, entry);
    }

    /// Two persons of `party` agree: for decisions that hurt if one errs.
    function needsTwo(Signatories by, uint256 party, uint256 power) internal view {
        Parties.live(party);
        if (!_two(by, party, power, power, 0)) revert TwoPersonsMissing(party, power);
    }

    /// The same, as a question.
    function givenByTwo(Signatories by, uint256 party, uint256 power) internal view returns (bool) {
        return Parties.isLive(party) && _two(by, party, power, power, 0);
    }

    /// A reviewer and an approver of an accredited registrar, two persons; the approver is not the case's `reviewer`. (rules 3, 4)
    function needsPair(Signatories by, uint256 registrar, uint256 reviewer) internal view {
        registrar = Parties.keeper(registrar); // rule 5
        Parties.accreditedRegistrar(registrar);
        if (!_two(by, registrar, Power.REVIEW, Power.APPROVE, reviewer)) revert PairMissing(registrar, reviewer);
    }

    /// An officer of an accredited registrar with `power`, and its number. (rule 4)
    function needsRegistrar(Signatories by, uint256 registrar, uint256 power) internal view returns (uint256 officer) {
        registrar = Parties.keeper(registrar); // rule 5
        Parties.accreditedRegistrar(registrar);
        officer = officerOf(by, registrar, power);
        if (officer == 0) revert AssentMissing(registrar, power);
    }

    /// A person of an accredited registrar with `power` who is not the officer `excluded`; 0 when there is none. (rules 3, 4)
    function secondPerson(Signatories by, uint256 registrar, uint256 power, uint256 excluded)
        internal
        view
        returns (uint256)
    {
        Parties.accreditedRegistrar(registrar); // rule 4
        for (; !by.isEmpty(); by = by.rest()) {
            Officer o = Parties.store().officers[by.first()];
            bool fits = o.party() == registrar && o.powers() & power != 0 && o.powers() & Power.MACHINE == 0;
            if (fits && by.first() != excluded && _inOffice(o)) return by.first(); // rule 3
        }
        return 0;
    }

    /// The first officer in `by` who signs for `party` with `power`, 0 when there is none.
    function officerOf(Signatories by, uint256 party, uint256 power) internal view returns (uint256) {
        for (; !by.isEmpty(); by = by.rest()) {
            Officer o = Parties.store().officers[by.first()];
            if (o.party() == party && o.powers() & power != 0 && _inOffice(o)) return by.first();
        }
        return 0;
    }

    /// Whether any officer in `by` signs for `party`.
    function takesPart(Signatories by, uint256 party) internal view returns (bool) {
        return officerOf(by, party, type(uint32).max) != 0;
    }

    /// Asked again at every act: an earlier act of the same filing may have put the officer out of office.
    function _inOffice(Officer o) private view returns (bool) {
        return o.until() >= block.timestamp;
    }

    /// Two different persons of `party`, one with `first`, the other with `second` and not the officer `excluded`. Both can
    /// be found iff each set has a member and together they have two. Machines never count.
    function _two(Signatories by, uint256 party, uint256 first, uint256 second, uint256 excluded)
        private
        view
        returns (bool)
    {
        uint256 a;
        uint256 b;
        uint256 either;
        for (; !by.isEmpty(); by = by.rest()) {
            Officer o = Parties.store().officers[by.first()];
            if (o.party() != party || o.powers() & Power.MACHINE != 0 || !_inOffice(o)) continue;
            bool isFirst = o.powers() & first != 0;
            bool isSecond = o.powers() & second != 0 && by.first() != excluded;
            unchecked {
                if (isFirst) ++a;
                if (isSecond) ++b;
                if (isFirst || isSecond) ++either;
            }
        }
        return a != 0 && b != 0 && either > 1;
    }

    /// Some other party in `by`, with the power itself, holds a mandate of `principal` for this entry or for all.
    function _agent(Signatories by, uint256 principal, uint256 power, EntryId entry) private view returns (bool) {
        for (; !by.isEmpty(); by = by.rest()) {
            Officer o = Parties.store().officers[by.first()];
            if (o.powers() & power == 0 || !_inOffice(o)) continue;
            mapping(EntryId => Mandate) storage mandates = Parties.store().mandates[principal][o.party()];
            if (!_covers(mandates[entry], power) && !_covers(mandates[EntryId.wrap(0)], power)) continue;
            if (Parties.isLive(o.party())) return true;
        }
        return false;
    }

    function _covers(Mandate m, uint256 power) private view returns (bool) {
        return m.state() == MandateState.GIVEN && m.powers() & power == power && m.from() <= block.timestamp
            && block.timestamp <= m.until();
    }

    /// Enough of a joint holding's members agree, by weight.
    function _jointly(Signatories by, uint256 party, uint256 power, EntryId entry) private view returns (bool) {
        Members members = Parties.store().members[party];
        Shares shares = Parties.store().shares[party];
        uint256 weight;
        for (uint256 i; i < 8 && members.member(i) != 0; ++i) {
            if (given(by, members.member(i), power, entry)) weight += shares.weight(i);
        }
        return weight >= _quorum(shares, power);
    }

    /// What an act of this power needs; whatever is not listed needs every member.
    function _quorum(Shares shares, uint256 power) private pure returns (uint256) {
        if (power == Power.DISPOSE) return shares.quorum(0);
        if (power == Power.CHARGE) return shares.quorum(1);
        if (power == Power.LICENSE_EXCLUSIVE) return shares.quorum(2);
        if (power == Power.LICENSE) return shares.quorum(3);
        return ALL;
    }
}
