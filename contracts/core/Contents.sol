// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Head, SlotStatus} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Members, PartyKind} from "../types/words/Parties.sol";
import {Entries} from "./Entries.sol";
import {Journals} from "./Journals.sol";
import {Parties} from "./Parties.sol";

/// The folios on one content root, anchored on it or refreshed to it: a small journal whose lines are the entries themselves, so that the list of
/// entries recomputes the word. It proves parallel holders, and that nobody registers one right twice.
library Contents {
    /// Puts `entry` on the list, unless it is there already. `siblings` are all folios on the content, in order; none of them
    /// gives one of `rights` to whoever holds it by `head`, live or lapsed. A lapsed right is registered again where its burdens
    /// are. (rules 11, 13)
    /// @return parallel how many are other folios
    function join(bytes32 subject, EntryId entry, EntryId[] calldata siblings, uint256 rights, Head head)
        internal
        returns (uint256 parallel)
    {
        Journal j = Journal.wrap(0);
        bool known;
        for (uint256 i; i < siblings.length; ++i) {
            j = Journals.link(j, _line(subject, i + 1, siblings[i]));
            if (siblings[i] == entry) {
                known = true;
                continue;
            }
            ++parallel;
            _checkSibling(siblings[i], rights, head);
        }
        if (Journal.unwrap(j) != Journal.unwrap(Journals.current(subject))) revert IRegistration.SiblingsIncomplete();
        if (known) return parallel;
        Journals.record(
            subject, j, abi.encode(IRegistration.ContentAnchored.selector, subject, Journals.next(j), entry)
        );
    }

    function _line(bytes32 subject, uint256 number, EntryId entry) private pure returns (bytes32) {
        return keccak256(abi.encode(IRegistration.ContentAnchored.selector, subject, number, entry));
    }

    function _checkSibling(EntryId sibling, uint256 rights, Head head) private view {
        Head h = Entries.headOf(sibling);
        for (uint256 r; r < 3; ++r) {
            if ((rights >> r) & 1 == 0 || h.status(r) != SlotStatus.ACTIVE) continue;
            if (_same(h.holder(r), head.holder(r))) revert IRegistration.AlreadyRegistered(sibling, r);
        }
    }

    /// The same party, or joint holdings that share a member.
    function _same(uint256 a, uint256 b) private view returns (bool) {
        if (a == b) return true;
        bool jointA = Parties.store().parties[a].kind() == PartyKind.JOINT;
        bool jointB = Parties.store().parties[b].kind() == PartyKind.JOINT;
        if (!jointA && !jointB) return false;
        Members members = Parties.store().members[jointA ? a : b];
        uint256 other = jointA ? b : a;
        for (uint256 i; i < 8 && members.member(i) != 0; ++i) {
            if (Parties.includes(other, members.member(i))) return true;
        }
        return false;
    }
}
