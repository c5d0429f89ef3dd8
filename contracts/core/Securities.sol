// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IChanges} from "../interfaces/IChanges.sol";
import {ISecurities} from "../interfaces/ISecurities.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {AttestationKind, AttestationPurpose} from "../types/words/Attestations.sol";
import {Burden, BurdenKind, BurdenState, Effect} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {PartyKind, Power, Role} from "../types/words/Parties.sol";
import {
    Characterisation,
    ClaimType,
    Debt,
    ExternalFiling,
    Namespace,
    Security,
    SecurityFlag,
    SecurityState
} from "../types/words/Securities.sol";
import {Assent} from "./Assent.sol";
import {Attesting} from "./Attesting.sol";
import {Burdens} from "./Burdens.sol";
import {Calendar} from "./Calendar.sol";
import {Licensing} from "./Licensing.sol";
import {Parties} from "./Parties.sol";

/// Security interests as other chapters see them: where they are kept, what they forbid, whether they are perfected.
library Securities {
    using Assent for Signatories;

    /// Working days to perfect what was recorded, and to cancel the filing of what was released. (rules 67, 90)
    uint256 internal constant PERFECT_DAYS = 10;
    uint256 internal constant CANCEL_DAYS = 10;

    /// Years after maturity within which a claim may have to be realised. (rules 72, 81)
    uint256 private constant TAIL_YEARS = 2;

    /// How many securities may stand behind each other by agreement.
    uint256 private constant DEEPEST = 8;

    /// Roles of which a creditor has one.
    uint256 internal constant CREDITORS = Role.BANK | Role.GUARANTOR | Role.LESSOR;

    /// States in which it secures something.
    uint256 internal constant OPEN = (1 << SecurityState.RECORDED) | (1 << SecurityState.PERFECTED)
        | (1 << SecurityState.LAPSED) | (1 << SecurityState.ENFORCING);

    uint256 private constant LICENCES = Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY | Effect.SUBLICENSE;

    /// @custom:storage-location erc7201:dpr.securities
    struct Store {
        mapping(EntryId => mapping(uint256 number => Security)) securities;
        mapping(EntryId => mapping(uint256 number => Debt)) debts;
        mapping(EntryId => mapping(uint256 number => ExternalFiling)) filings;
    }

    error NoSuchSecurity(EntryId entry, uint256 number);
    error OfALease(EntryId entry, uint256 number);
    error RankCircular(uint256 number);
    error JuniorAssentMissing(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.SECURITIES;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Security s) {
        s = store().securities[entry][number];
        if (s.state() == SecurityState.NONE) revert NoSuchSecurity(entry, number);
    }

    /// A security with the burden it is and the debt it secures.
    function whole(EntryId entry, uint256 number) internal view returns (Security s, Burden b, Debt d) {
        return (load(entry, number), Burdens.load(entry, number), store().debts[entry][number]);
    }

    /// A finance lease has its filing here; how it lives and ends, its own acts say. (rule 108)
    function needsNoLease(EntryId entry, uint256 number, Security s) internal pure {
        if (isLease(s)) revert OfALease(entry, number); // rule 108
    }

    function isLease(Security s) internal pure returns (bool) {
        return s.character() == Characterisation.FINANCE_LEASE;
    }

    /// Not over: neither released, voided, realised nor extinguished.
    function isOpen(Security s) internal pure returns (bool) {
        return (OPEN >> s.state()) & 1 == 1;
    }

    /// A verified filing stands on `day`: what was only recorded here has no priority. Realising a security changes nothing of
    /// that. (rules 67, 71)
    function isPerfected(Security s, uint256 day) internal pure returns (bool) {
        bool filed = s.state() == SecurityState.PERFECTED || (s.state() == SecurityState.ENFORCING && s.filedAt() != 0);
        return filed && s.until() >= day;
    }

    /// As it is when nobody realises it. (rules 67, 71)
    function resting(Security s, uint256 time) internal view returns (Security) {
        if (s.filedAt() == 0) return s.withState(SecurityState.RECORDED);
        return s.withState(isPast(s.until(), time) ? SecurityState.LAPSED : SecurityState.PERFECTED);
    }

    /// Over for good on `day`; its filing, if there is one, is to be cancelled. (rule 90)
    function ended(Security s, uint256 state, uint256 day) internal pure returns (Security) {
        if (s.filedAt() != 0) s = s.withCancelDays(CANCEL_DAYS); // rule 90
        return s.withState(state).withClosed(day);
    }

    /// The security it was split from in the first place, or itself; what that one's creditor agreed to, binds its successors.
    function origin(EntryId entry, uint256 number) internal view returns (uint256) {
        for (;;) {
            uint256 earlier = store().securities[entry][number].splitOf(); // ever smaller
            if (earlier == 0) return number;
            number = earlier;
        }
        return number;
    }

    /// What a security forbids without its creditor's consent: by its character, by what was agreed, and by a negative pledge.
    /// Pledges and transfers of title stop disposal and licences (Civil Code 443–445), a mortgage only what would take the
    /// right away (406), a pledge of fees their payment elsewhere. (rules 73–75)
    function effects(Security s) internal pure returns (uint256 mask) {
        uint256 c = s.character();
        if (c == Characterisation.RECEIVABLE_PLEDGE_445) mask = Effect.PAYMENT;
        else mask = Effect.CANCEL | Effect.UPDATE;
        bool pledge = c == Characterisation.RIGHT_PLEDGE_440_7 || c == Characterisation.DATA_IP_PLEDGE_444
            || c == Characterisation.TITLE_TRANSFER_68;
        if (pledge) mask |= Effect.TRANSFER | Effect.LEASE | LICENCES; // rule 73
        mask |= s.clause(); // rule 74
        if (s.flags() & SecurityFlag.NEGATIVE_PLEDGE != 0) mask |= Effect.PLEDGE; // rule 75
    }

    /// Claims up to a maximum arise within a window, a single claim has none. (rule 66)
    function hasWindow(Security s, Debt d) internal pure returns (bool) {
        if (s.claim() == ClaimType.MAX_AMOUNT) return d.windowFrom() != 0 && d.windowUntil() >= d.windowFrom();
        return d.windowFrom() == 0 && d.windowUntil() == 0;
    }

    /// A valuation that is relied upon is one for a pledge, in force and no older than twelve months. None need be. (rule 80)
    function needsValuation(EntryId entry, Debt d, uint256 time) internal view {
        if (d.valuation() == 0) return;
        Attesting.needs(entry, d.valuation(), AttestationKind.VALUATION, AttestationPurpose.PLEDGE, time); // rule 80
    }

    /// Where one of the rights ends before the claim can be realised, its renewal is agreed. (rule 81)
    function needsRenewal(Head head, uint256 rights, Debt d, Security s) internal pure {
        if (s.flags() & SecurityFlag.RENEWAL_COVENANT != 0) return;
        uint256 needed = Calendar.lastDay(d.maturity(), TAIL_YEARS) + 1;
        for (uint256 r; r < 3; ++r) {
            bool early = (rights >> r) & 1 == 1 && head.until(r) < needed;
            if (early) revert ISecurities.RenewalNotAgreed(r, head.until(r), needed); // rule 81
        }
    }

    /// Title goes to no creditor of a security on the folio, whichever right it lies on. (rule 65)
    function needsNoCreditor(EntryId entry, uint256 transferee, uint24[] calldata burdens) internal view {
        for (uint256 i; i < burdens.length; ++i) {
            Burden b = Burdens.load(entry, burdens[i]);
            if (b.kind() != BurdenKind.SECURITY || b.state() == BurdenState.CLOSED) continue;
            bool creditor = Parties.includes(transferee, b.party()) || Parties.includes(b.party(), transferee);
            if (creditor) revert IChanges.TitleToCreditor(entry, burdens[i]); // rule 65
        }
    }

    /// A state organ, or a joint holding with one in it: its assets secure no debts. (rule 64)
    function isStateOrgan(uint256 party) internal view returns (bool) {
        if (Parties.store().parties[party].kind() == PartyKind.STATE_ORGAN) return true;
        for (uint256 i; i < 8; ++i) {
            uint256 member = Parties.store().members[party].member(i);
            if (member == 0) return false;
            if (Parties.store().parties[member].kind() == PartyKind.STATE_ORGAN) return true;
        }
        return false;
    }

    /// `ahead` does not itself stand behind `number`, and not many stand before it. (rule 76)
    function needsNoCircle(EntryId entry, uint256 number, uint256 ahead) internal view {
        for (uint256 depth; ahead != 0; ++depth) {
            if (ahead == number || depth == DEEPEST) revert RankCircular(ahead);
            ahead = store().securities[entry][ahead].behind();
        }
    }

    /// The creditor of every other security agrees; `list` names, ascending, every burden not closed. (rule 76)
    function needsOthers(
        Signatories by, EntryId entry, Head head, uint24[] calldata list, uint256 one, uint256 other
    ) internal view {
        uint256 listed;
        uint256 last;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] <= last) revert Licensing.ListDisordered(list[i]);
            last = list[i];
            Burden b = Burdens.load(entry, last);
            if (b.state() == BurdenState.CLOSED) continue;
            ++listed;
            if (b.kind() != BurdenKind.SECURITY || last == one || last == other) continue;
            if (!by.given(b.party(), Power.CONSENT, entry)) revert JuniorAssentMissing(entry, last);
        }
        if (listed != head.burdens()) revert Burdens.BurdenListIncomplete(entry, listed, head.burdens());
    }

    /// Time alone ended the term, by legal time and by block time.
    function isPast(uint256 last, uint256 time) internal view returns (bool) {
        return last < Calendar.dayOf(time) && last < Calendar.today();
    }
}
