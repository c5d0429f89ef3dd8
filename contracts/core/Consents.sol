// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Consent, ConsentMode, ConsentState, Envelope, EnvelopeState, Namespace, Silence} from "../types/words/Consents.sol";
import {Page} from "../types/words/Ledger.sol";
import {Licence} from "../types/words/Licences.sol";
import {Calendar} from "./Calendar.sol";
import {Chapters} from "./Chapters.sol";
import {Licensing} from "./Licensing.sol";

/// What the party of a burden agrees to without signing: whatever fits its envelope, and single matters it was asked about.
library Consents {
    /// Effects an envelope has a mode for: the first ones.
    uint256 internal constant MODES = 8;

    /// Flags of a licence that an envelope speaks of: those that give the licensee more.
    uint256 internal constant TERMS = 31;

    /// @custom:storage-location erc7201:dpr.consents
    struct Store {
        mapping(EntryId => mapping(uint256 burden => Envelope)) envelopes;
        mapping(EntryId => mapping(uint256 burden => mapping(bytes32 matter => Consent))) consents;
    }

    error ConsentSpent(EntryId entry, uint256 line);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.CONSENTS;
        assembly {
            s.slot := slot
        }
    }

    /// What the act being performed is about: keccak256(selector ‖ its terms), without who signs it, its legal time and its
    /// lists. Whoever reads the act can compute it.
    function matter() internal view returns (bytes32) {
        Page page = Chapters.store().pages[msg.sig];
        uint256 end = 4 + 32 * (page.words() - page.lists());
        return keccak256(abi.encodePacked(msg.sig, msg.data[68:end]));
    }

    /// The line of the entry by which a consent of `party` to exactly this act was used; 0 when there is none. An envelope in
    /// force that forbids one of `effects` overrules it. (rule 49)
    function exercised(EntryId entry, uint256 burden, uint256 party, uint256 effects, uint256 time)
        internal
        view
        returns (uint256)
    {
        Consent c = store().consents[entry][burden][matter()];
        if (c.state() != ConsentState.USED || c.party() != party) return 0;
        Envelope e = store().envelopes[entry][burden];
        if (inForce(e, time) && _forbids(e, effects)) return 0;
        return c.line();
    }

    /// The licence, or an act without one, is one that the burden's party lets pass without being asked. The scope approved
    /// beforehand is one of licences: an act without one passes only where acts of its kind are free. (rule 49)
    /// @param effects those of its effects that the burden forbids
    /// @param unclosed licences of the entry that are not closed
    function fits(EntryId entry, uint256 burden, uint256 effects, Licence l, uint256 unclosed, uint256 time)
        internal
        view
        returns (bool)
    {
        Envelope e = store().envelopes[entry][burden];
        if (!inForce(e, time)) return false;
        bool free = true;
        for (uint256 i; effects != 0; ++i) {
            uint256 mode = effects & 1 == 0 ? ConsentMode.FREE_WITH_NOTICE : i < MODES ? e.mode(i) : ConsentMode.CASE_BY_CASE;
            if (mode < ConsentMode.PRE_APPROVED) return false;
            if (mode == ConsentMode.PRE_APPROVED) free = false;
            effects >>= 1;
        }
        return free || (Licence.unwrap(l) != 0 && _covers(e, l, unclosed));
    }

    /// Set, and not past its last day by legal time or by block time.
    function inForce(Envelope e, uint256 time) internal view returns (bool) {
        return e.state() == EnvelopeState.SET && e.until() >= Calendar.dayOf(time) && e.until() >= Calendar.today();
    }

    /// The last day on which a request may be answered.
    function lastDay(Consent c) internal view returns (uint256) {
        return Calendar.add(c.day(), c.sla());
    }

    /// A request that was not answered where silence consents; the last day lies before both legal time and block time.
    function isDeemed(Consent c, uint256 time) internal view returns (bool) {
        if (c.state() != ConsentState.REQUESTED || c.silence() != Silence.CONSENTS) return false;
        uint256 last = lastDay(c);
        return last < Calendar.dayOf(time) && last < Calendar.today();
    }

    /// Within the scope that is approved beforehand.
    function _covers(Envelope e, Licence l, uint256 unclosed) private pure returns (bool) {
        if ((e.kinds() >> l.kind()) & 1 == 0) return false;
        if (e.cap() != 0 && unclosed >= e.cap()) return false;
        if (l.flags() & TERMS & ~e.agreed() != 0) return false;
        if (l.start() > e.until() || l.end() > Calendar.lastDayOfMonths(l.start(), e.months())) return false;
        return Licensing.within(l.purposes(), e.purposes()) && Licensing.within(l.regions(), e.regions())
            && Licensing.within(l.industries(), e.industries());
    }

    function _forbids(Envelope e, uint256 effects) private pure returns (bool) {
        for (uint256 i; i < MODES; ++i) {
            if ((effects >> i) & 1 != 0 && e.mode(i) == ConsentMode.FORBID) return true;
        }
        return false;
    }
}
