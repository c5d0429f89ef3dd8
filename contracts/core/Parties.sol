// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Mandate,
    Members,
    Namespace,
    Officer,
    Party,
    PartyStatus,
    Role,
    Shares
} from "../types/words/Parties.sol";

/// Who exists, who signs for whom, and who is licensed to practise.
library Parties {
    /// Times the entries of a registrar can be handed on.
    uint256 private constant MOST_SUCCESSIONS = 8;

    /// @custom:storage-location erc7201:dpr.parties
    struct Store {
        mapping(uint256 party => Party) parties;
        mapping(uint256 officer => Officer) officers;
        mapping(uint256 key => uint256 officer) keys; // a key belongs to one officer for ever
        mapping(bytes32 partyAndPerson => uint256 officer) persons; // the officer a person is for a party, or was
        mapping(bytes32 identifier => uint256 party) identifiers;
        mapping(uint256 party => Members) members;
        mapping(uint256 party => Shares) shares;
        mapping(uint256 party => mapping(uint256 kind => Accreditation)) accreditations;
        mapping(bytes32 membersAndShares => uint256 party) joints;
        mapping(uint256 principal => mapping(uint256 agent => mapping(EntryId => Mandate))) mandates;
    }

    error NoSuchParty(uint256 party);
    error PartyNotActive(uint256 party);
    error IdentityExpired(uint256 party, uint256 kycUntil);
    error NotEntitled(uint256 party, uint256 role);
    error NotAccredited(uint256 party, uint256 kind);
    error NoSuchOfficer(uint256 officer);
    error KeyNotOfOfficer(uint256 officer);
    error OfficerNotInOffice(uint256 officer);
    error KeyTaken(uint256 officer);
    error PersonInOffice(uint256 officer);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.PARTIES;
        assembly {
            s.slot := slot
        }
    }

    /// The key is the officer's and the officer is in office.
    function identify(uint256 officer, uint160 key) internal view {
        Officer o = store().officers[officer];
        if (officer == 0 || o.key() != key) revert KeyNotOfOfficer(officer);
        if (o.until() < block.timestamp) revert OfficerNotInOffice(officer);
    }

    /// A party that may act now: admitted, active, its identity verified and not expired. (rule 1)
    function live(uint256 party) internal view returns (Party p) {
        p = store().parties[party];
        if (p.kind() == 0) revert NoSuchParty(party);
        if (p.status() != PartyStatus.ACTIVE) revert PartyNotActive(party);
        if (p.kycUntil() < block.timestamp) revert IdentityExpired(party, p.kycUntil());
    }

    /// The same, as a question.
    function isLive(uint256 party) internal view returns (bool) {
        Party p = store().parties[party];
        return p.kind() != 0 && p.status() == PartyStatus.ACTIVE && p.kycUntil() >= block.timestamp;
    }

    /// A live party with one of `roles`.
    function entitled(uint256 party, uint256 roles) internal view returns (Party p) {
        p = live(party);
        if (p.roles() & roles == 0) revert NotEntitled(party, roles);
    }

    /// A live party with an accreditation in force now. (rule 4: a suspended registrar decides nothing)
    function accredited(uint256 party, uint256 role, uint256 kind) internal view {
        entitled(party, role);
        Accreditation a = store().accreditations[party][kind];
        bool practising = a.status() == AccreditationStatus.ACTIVE || a.status() == AccreditationStatus.EXITING;
        if (!practising || a.from() > block.timestamp || a.until() < block.timestamp) revert NotAccredited(party, kind);
    }

    /// Who keeps what `registrar` kept: itself, or whoever took over from it, or from that one. (rules 5, 31)
    function keeper(uint256 registrar) internal view returns (uint256) {
        mapping(uint256 => mapping(uint256 => Accreditation)) storage all = store().accreditations;
        for (uint256 i; i < MOST_SUCCESSIONS; ++i) {
            uint256 successor = all[registrar][AccreditationKind.REGISTRAR_CATALOGUE].successor();
            if (successor == 0) break;
            registrar = successor;
        }
        return registrar;
    }

    function accreditedRegistrar(uint256 registrar) internal view {
        accredited(registrar, Role.REGISTRAR, AccreditationKind.REGISTRAR_CATALOGUE);
    }

    /// `other` is `party`, or a member of it when it is a joint holding.
    function includes(uint256 party, uint256 other) internal view returns (bool) {
        if (party == other) return true;
        Members members = store().members[party];
        for (uint256 i; i < 8 && members.member(i) != 0; ++i) {
            if (members.member(i) == other) return true;
        }
        return false;
    }

    /// Gives an officer a key. A key belongs to one officer for ever, or one signature could count for two.
    function give(uint256 officer, uint160 key) internal {
        Store storage s = store();
        uint256 holder = s.keys[key];
        if (key == 0 || (holder != 0 && holder != officer)) revert KeyTaken(holder);
        if (holder == 0) s.keys[key] = officer;
    }

    /// The officer that a person was for a party, 0 when it was none; PersonInOffice while it is. Whoever comes back has its number
    /// back: under another one it could approve what it had reviewed. (rule 3)
    function former(uint256 party, bytes32 person) internal view returns (uint256 officer) {
        officer = store().persons[_seat(party, person)];
        if (officer != 0 && store().officers[officer].until() >= block.timestamp) revert PersonInOffice(officer);
    }

    /// Remembers which officer a person is for a party.
    function seat(uint256 party, bytes32 person, uint256 officer) internal {
        store().persons[_seat(party, person)] = officer;
    }

    function _seat(uint256 party, bytes32 person) private pure returns (bytes32) {
        return keccak256(abi.encode(party, person));
    }
}
