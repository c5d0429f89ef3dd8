// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Admissions} from "../core/Admissions.sol";
import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {BookLines} from "../core/BookLines.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {IParties} from "../interfaces/IParties.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Journal} from "../types/words/Journals.sol";
import {
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Mandate,
    MandateState,
    Members,
    Officer,
    Party,
    PartyKind,
    PartyStatus,
    Power,
    Role,
    Shares
} from "../types/words/Parties.sol";

contract PartiesChapter is IParties {
    using Assent for Signatories;

    uint256 private constant WHOLE = 10_000;

    /// Months between the announcement of an exit and the hand-over. (SM-13)
    uint256 private constant EXIT_MONTHS = 6;

    /// @inheritdoc IParties
    function admit(
        Signatories by, uint40 at, Party party, bytes32 identifier, uint8 alg, bytes32 name, bytes32 certificate
    ) external {
        _checkTime(at, alg);
        by.needsTwo(Book.OPERATOR, Power.ADMIT);
        if (party.kind() > PartyKind.STATE_ORGAN || party.status() != PartyStatus.ACTIVE) revert Admissions.WordNotValid();
        if (party.roles() & Role.OPERATOR != 0) revert OperatorsOwn();
        Admissions.admit(by, party, identifier, alg, name, certificate);
    }

    /// @inheritdoc IParties
    function amend(Signatories by, uint40 at, uint24 party, Party word, uint8 alg, bytes32 reason) external {
        _checkTime(at, alg);
        by.needsTwo(Book.OPERATOR, Power.ADMIT);
        Party now_ = Parties.store().parties[party];
        if (now_.kind() == PartyKind.NONE) revert Parties.NoSuchParty(party);
        bool kept = word.valid() && word.kind() == now_.kind() && word.burdens() == now_.burdens() && word.status() != 0;
        if (!kept) revert Admissions.WordNotValid();
        if (word.roles() & Role.OPERATOR != now_.roles() & Role.OPERATOR) revert OperatorsOwn();
        // Nobody could bring the operator back: it neither pauses nor lapses.
        bool lasting = word.status() == PartyStatus.ACTIVE && word.kycUntil() == type(uint40).max;
        if (party == Book.OPERATOR && !lasting) revert OperatorsOwn();
        Parties.store().parties[party] = word;
        (bytes32 subject, Journal j) = _journal(party);
        Journals.record(subject, j, abi.encode(
            PartyChanged.selector, subject, Journals.next(j), party, by, block.timestamp, word, alg, reason
        ));
    }

    /// @inheritdoc IParties
    function join(Signatories by, uint40 at, Members members, Shares shares, uint8 alg, bytes32 agreement) external {
        _checkTime(at, alg);
        uint256 kycUntil = _checkMembers(by, members, shares);
        Party word = Party.wrap(0).withRoles(Role.HOLDER).withKind(PartyKind.JOINT).withStatus(PartyStatus.ACTIVE);
        Admissions.join(by, word.withKycUntil(kycUntil), members, shares, alg, agreement);
    }

    /// @inheritdoc IParties
    function bind(
        Signatories by, uint40 at, Officer officer, bytes32 key, bytes32 person, uint8 alg, bytes32 certificate
    ) external {
        _checkTime(at, alg);
        officer = officer.withParty(Journals.resolve(BookLines.journal(), Journals.BOOK_SUBJECT, officer.party()));
        Party party = Parties.store().parties[officer.party()];
        // A joint holding acts through its members and has no officers of its own.
        if (party.kind() == PartyKind.NONE || party.kind() == PartyKind.JOINT) revert Parties.NoSuchParty(officer.party());
        _needsTwoOfOperatorOr(by, officer.party());
        Admissions.bind(by, officer, key, person, alg, certificate);
    }

    /// @inheritdoc IParties
    function rotate(Signatories by, uint40 at, uint24 officer, bytes32 key, uint8 alg, bytes32 reason) external {
        _checkTime(at, alg);
        Officer o = _officer(officer);
        if (!by.includes(officer)) _needsTwoOfOperatorOr(by, o.party());
        Parties.give(officer, uint160(uint256(key)));
        _change(by, officer, o.withKey(uint160(uint256(key))), key, alg, reason);
    }

    /// @inheritdoc IParties
    function empower(Signatories by, uint40 at, uint24 officer, uint32 powers, uint40 until, uint8 alg, bytes32 reason)
        external
    {
        _checkTime(at, alg);
        Officer o = _officer(officer);
        _needsTwoOfOperatorOr(by, o.party());
        if (o.until() < block.timestamp) revert Parties.OfficerNotInOffice(officer); // a return to office is a new binding
        bool kept = powers & Power.MACHINE == o.powers() & Power.MACHINE;
        o = o.withPowers(powers).withUntil(until);
        if (!kept || !o.valid() || powers == 0 || until < block.timestamp) revert Admissions.WordNotValid();
        _change(by, officer, o, 0, alg, reason);
    }

    /// @inheritdoc IParties
    function revoke(Signatories by, uint40 at, uint24 officer, uint8 alg, bytes32 reason) external {
        _checkTime(at, alg);
        Officer o = _officer(officer);
        // One of its party is quick when a key is lost. Of the operator's it takes two: one alone could end the register.
        bool own = by.includes(officer) || o.party() != Book.OPERATOR && by.officerOf(o.party(), Power.BIND) != 0;
        if (!own) _needsTwoOfOperatorOr(by, o.party());
        _change(by, officer, o.withUntil(0), 0, alg, reason);
    }

    /// @inheritdoc IParties
    function accredit(
        Signatories by, uint40 at, uint24 party, uint8 kind, Accreditation accreditation, uint24 authority, uint8 alg,
        bytes32 certificate
    ) external {
        _checkTime(at, alg);
        party = uint24(Journals.resolve(BookLines.journal(), Journals.BOOK_SUBJECT, party));
        if (Parties.store().parties[party].kind() == PartyKind.NONE) revert Parties.NoSuchParty(party);
        if (Parties.live(authority).roles() & (Role.OPERATOR | Role.REGULATOR) == 0) revert NotAnAuthority(authority);
        by.needsTwo(authority, Power.ADMIT);
        bool known = kind != AccreditationKind.NONE && kind <= AccreditationKind.ETHICS_BOARD;
        bool whole = accreditation.valid() && accreditation.status() != AccreditationStatus.NONE
            && accreditation.status() <= AccreditationStatus.REMOVED && accreditation.from() < accreditation.until();
        if (!known || !whole) revert Admissions.WordNotValid();
        accreditation = _succeeding(party, kind, accreditation);
        Parties.store().accreditations[party][kind] = accreditation;
        (bytes32 subject, Journal j) = _journal(party);
        Journals.record(subject, j, abi.encode(
            Accredited.selector, subject, Journals.next(j), kind, by, block.timestamp, accreditation, authority, alg, certificate
        ));
    }

    /// @inheritdoc IParties
    function handOver(
        Signatories by, uint40 at, uint24 registrar, uint24 successor, uint24 authority, uint24 cases, uint24 credentials,
        uint8 alg, bytes32 root, bytes32 plan
    ) external {
        _checkTime(at, alg);
        Accreditation a = Parties.store().accreditations[registrar][AccreditationKind.REGISTRAR_CATALOGUE];
        if (a.status() != AccreditationStatus.EXITING) revert NotExiting(registrar); // rule 5
        uint256 earliest = Calendar.addMonths(Calendar.dayOf(a.exiting()), EXIT_MONTHS);
        if (Calendar.today() < earliest) revert HandOverTooEarly(earliest); // SM-13
        Parties.accreditedRegistrar(successor); // rule 5
        if (Parties.keeper(successor) == registrar) revert OwnSuccessor(registrar);
        by.needsTwo(registrar, Power.APPROVE); // rule 5
        by.needsTwo(successor, Power.APPROVE); // rule 5
        Parties.entitled(authority, Role.REGULATOR);
        by.needsTwo(authority, Power.ADMIT); // rule 5
        Digests.present(root);
        Digests.present(plan);
        a = a.withStatus(AccreditationStatus.HANDED_OVER).withSuccessor(successor);
        Parties.store().accreditations[registrar][AccreditationKind.REGISTRAR_CATALOGUE] = a;
        (bytes32 subject, Journal j) = _journal(registrar);
        Journals.record(subject, j, abi.encode(
            RegistrarHandedOver.selector, subject, Journals.next(j), AccreditationKind.REGISTRAR_CATALOGUE, by, block.timestamp,
            a, authority, cases, credentials, alg, root, plan
        ));
    }

    /// @inheritdoc IParties
    function mandate(
        Signatories by, uint40 at, uint24 principal, uint24 agent, EntryId entry, Mandate word, uint8 alg, bytes32 document
    ) external {
        _checkTime(at, alg);
        bool revoking = word.state() == MandateState.REVOKED;
        bool own = by.officerOf(principal, Power.MANDATE) != 0;
        if (!own && !(revoking && by.officerOf(agent, Power.MANDATE) != 0)) revert Assent.AssentMissing(principal, Power.MANDATE);
        if (agent == principal) revert AgentIsPrincipal();
        // Else anybody could write into the journal of a party, even of one that is still to come.
        bool given = Parties.store().mandates[principal][agent][entry].state() == MandateState.GIVEN;
        if (revoking && !given) revert NoSuchMandate(principal, agent);
        // Whoever acts must be able to; an agent who is not any more can still be dismissed. (rule 1)
        Parties.live(own ? principal : agent);
        if (!revoking) Parties.live(agent);
        bool whole = word.valid() && (revoking || word.state() == MandateState.GIVEN && word.powers() != 0);
        // An agent cannot pass on what only the party itself may do.
        if (!whole || word.powers() & (Power.MANDATE | Power.BIND | Power.ADMIT | Power.GOVERN) != 0) revert Admissions.WordNotValid();
        Parties.store().mandates[principal][agent][entry] = word;
        (bytes32 subject, Journal j) = _journal(principal);
        Journals.record(subject, j, abi.encode(
            MandateChanged.selector, subject, Journals.next(j), agent, by, block.timestamp, word, entry, alg, document
        ));
    }

    /// What an accreditation remembers: when an exit was announced, and who took over from a registrar. (rule 5)
    function _succeeding(uint256 party, uint256 kind, Accreditation word) private view returns (Accreditation) {
        if (word.successor() != 0 || word.exiting() != 0) revert Admissions.WordNotValid();
        Accreditation before = Parties.store().accreditations[party][kind];
        bool exiting = word.status() == AccreditationStatus.EXITING;
        uint256 since = before.status() == AccreditationStatus.EXITING ? before.exiting() : block.timestamp;
        if (exiting) word = word.withExiting(since);
        if (kind != AccreditationKind.REGISTRAR_CATALOGUE) return word;
        if (word.status() == AccreditationStatus.HANDED_OVER) revert NotHandedOver(party); // rule 5
        bool leaving = word.status() == AccreditationStatus.EXITED;
        if (leaving && before.status() != AccreditationStatus.HANDED_OVER) revert NotHandedOver(party); // rule 5
        // Entries stay with whoever took over, whatever becomes of the registrar.
        return word.withSuccessor(before.successor());
    }

    function _checkTime(uint256 at, uint256 alg) private view {
        LegalTime.blockTime(at);
        Digests.known(alg); // rule 123
    }

    function _needsTwoOfOperatorOr(Signatories by, uint256 party) private view {
        if (!by.givenByTwo(party, Power.BIND)) by.needsTwo(Book.OPERATOR, Power.ADMIT); // rule 3
    }

    function _officer(uint256 officer) private view returns (Officer o) {
        o = Parties.store().officers[officer];
        if (o.party() == 0) revert Parties.NoSuchOfficer(officer);
    }

    function _change(Signatories by, uint256 officer, Officer o, bytes32 key, uint256 alg, bytes32 reason) private {
        Parties.store().officers[officer] = o;
        (bytes32 subject, Journal j) = _journal(o.party());
        Journals.record(subject, j, abi.encode(
            OfficerChanged.selector, subject, Journals.next(j), officer, by, block.timestamp, o, key, alg, reason
        ));
    }

    function _journal(uint256 party) private view returns (bytes32 subject, Journal j) {
        subject = Journals.partySubject(party);
        j = Journals.current(subject);
    }

    /// Two to eight live members, ascending, not joint, who all agree; weights are whole and quora reachable.
    function _checkMembers(Signatories by, Members members, Shares shares) private view returns (uint256 kycUntil) {
        uint256 sum;
        uint256 last;
        uint256 n;
        kycUntil = type(uint40).max;
        for (uint256 i; i < 8; ++i) {
            uint256 member = members.member(i);
            if (member == 0) {
                if (shares.weight(i) != 0) revert SharesNotWhole(shares.weight(i));
                continue;
            }
            if (n != i || member <= last) revert MembersDisordered();
            last = member;
            ++n;
            Party p = Parties.live(member);
            if (p.kind() == PartyKind.JOINT || shares.weight(i) == 0) revert MembersDisordered();
            if (p.kycUntil() < kycUntil) kycUntil = p.kycUntil();
            by.needs(member, Power.DISPOSE, EntryId.wrap(0));
            sum += shares.weight(i);
        }
        if (n < 2 || !members.valid() || !shares.valid()) revert MembersDisordered();
        if (sum != WHOLE) revert SharesNotWhole(sum);
        for (uint256 i; i < 4; ++i) {
            if (shares.quorum(i) == 0 || shares.quorum(i) > WHOLE) revert SharesNotWhole(shares.quorum(i));
        }
    }
}
