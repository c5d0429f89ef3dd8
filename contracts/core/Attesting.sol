// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAttestations} from "../interfaces/IAttestations.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Attestation, AttestationKind, AttestationState, Headline, Namespace} from "../types/words/Attestations.sol";
import {AccreditationKind, AccreditationStatus, Officer, Power, Role} from "../types/words/Parties.sol";
import {Calendar} from "./Calendar.sol";
import {Entries} from "./Entries.sol";
import {Folios} from "./Folios.sol";
import {Parties} from "./Parties.sol";

/// Attestations as guards of other chapters ask for them.
library Attesting {
    /// @custom:storage-location erc7201:dpr.attestations
    struct Store {
        mapping(EntryId => mapping(uint256 number => Attestation)) attestations;
    }

    error AttestationNotUsable(EntryId entry, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.ATTESTATIONS;
        assembly {
            s.slot := slot
        }
    }

    function load(EntryId entry, uint256 number) internal view returns (Attestation a) {
        a = store().attestations[entry][number];
        if (a.state() == AttestationState.NONE) revert IAttestations.NoSuchAttestation(entry, number);
    }

    function save(EntryId entry, uint256 number, Attestation a) internal {
        store().attestations[entry][number] = a;
    }

    /// How many later attestations may stand in the place of one, one after another.
    uint256 private constant MOST_SUCCESSORS = 16;

    /// The attestation that stands in the place of `number` now: itself, or the last that superseded it. (rule 118)
    function latest(EntryId entry, uint256 number) internal view returns (uint256) {
        for (uint256 i; i < MOST_SUCCESSORS; ++i) {
            uint256 successor = store().attestations[entry][number].successor();
            if (successor == 0) break;
            number = successor;
        }
        return number;
    }

    /// Attestation `number` of the entry is of `kind`, for `purpose` (0 = any), in force at legal time `time`, and may be relied
    /// on. (rules 6, 80, 118)
    function needs(EntryId entry, uint256 number, uint256 kind, uint256 purpose, uint256 time) internal view {
        if (!serves(entry, number, kind, purpose, time)) revert AttestationNotUsable(entry, number);
    }

    /// The same, as a question. Whoever came to hold the data or to keep their register since says nothing of them any more.
    function serves(EntryId entry, uint256 number, uint256 kind, uint256 purpose, uint256 time) internal view returns (bool) {
        Attestation a = store().attestations[entry][number];
        if (a.kind() != kind || (purpose != 0 && a.purpose() != purpose)) return false; // rule 80
        if (a.headline() == Headline.NOT_PASSED) return false;
        if (Folios.takesPart(Entries.headOf(entry), a.attestor())) return false; // rule 6
        uint256 day = Calendar.dayOf(time);
        if (!isLive(a, day) || !isLive(a, Calendar.today())) return false; // rule 118
        uint256 oldest = Calendar.lastDay(a.base(), 1);
        return day <= oldest && Calendar.today() <= oldest; // rule 80
    }

    /// Signed by all it needs, neither superseded nor revoked, within its dates, and the accreditation it was given under not
    /// suspended. One that merely ran out or was given up later takes nothing back. (rule 118)
    function isLive(Attestation a, uint256 day) internal view returns (bool) {
        if (a.state() != AttestationState.ACTIVE || day < a.issued() || day > a.until()) return false;
        uint256 status = Parties.store().accreditations[a.attestor()][accreditationFor(a.kind())].status();
        return status != AccreditationStatus.SUSPENDED && status != AccreditationStatus.REMOVED;
    }

    /// The attestor may attest this kind now. (rule 6)
    function needsAccredited(uint256 attestor, uint256 kind) internal view {
        Parties.accredited(attestor, Role.ATTESTOR, accreditationFor(kind));
    }

    /// Which licence to practise a kind takes.
    function accreditationFor(uint256 kind) internal pure returns (uint256) {
        if (kind == AttestationKind.VALUATION) return AccreditationKind.APPRAISAL_FILING;
        if (kind == AttestationKind.QUALITY) return AccreditationKind.QUALITY_LAB;
        if (kind == AttestationKind.SECURITY) return AccreditationKind.SECURITY_LAB;
        if (kind == AttestationKind.ACCOUNTING) return AccreditationKind.ACCOUNTING_FIRM;
        if (kind == AttestationKind.CAPABILITY) return AccreditationKind.CAPABILITY_BODY;
        if (kind == AttestationKind.ETHICS) return AccreditationKind.ETHICS_BOARD;
        return AccreditationKind.LAW_FIRM; // COMPLIANCE, LEGAL_TITLE, RECHARACTERISATION
    }

    /// The years from its base day that one of a kind may be valid, 0 = as it says itself.
    function yearsOf(uint256 kind) internal pure returns (uint256) {
        if (kind == AttestationKind.CAPABILITY) return 3;
        bool yearly = kind == AttestationKind.VALUATION || kind == AttestationKind.QUALITY
            || kind == AttestationKind.COMPLIANCE || kind == AttestationKind.ACCOUNTING;
        return yearly ? 1 : 0;
    }

    /// The first person in `by` who attests for `attestor` and is not officer `other`; 0 when there is none. Nobody attests
    /// through an agent, and no machine does.
    function personOf(Signatories by, uint256 attestor, uint256 other) internal view returns (uint256) {
        for (; !by.isEmpty(); by = by.rest()) {
            Officer o = Parties.store().officers[by.first()];
            bool attests = o.party() == attestor && o.powers() & Power.ATTEST != 0 && o.powers() & Power.MACHINE == 0;
            if (attests && o.until() >= block.timestamp && by.first() != other) return by.first();
        }
        return 0;
    }
}
