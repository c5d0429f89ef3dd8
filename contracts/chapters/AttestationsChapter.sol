// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Attesting} from "../core/Attesting.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Folios} from "../core/Folios.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {IAttestations} from "../interfaces/IAttestations.sol";
import {Folio} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {
    Attestation,
    AttestationKind,
    AttestationPurpose,
    AttestationState,
    Headline,
    RevocationReason
} from "../types/words/Attestations.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power, Role} from "../types/words/Parties.sol";

contract AttestationsChapter is IAttestations {
    using Assent for Signatories;

    uint256 private constant ISSUED = 1 << AttestationState.ISSUED;
    uint256 private constant ACTIVE = 1 << AttestationState.ACTIVE;

    /// @inheritdoc IAttestations
    function attest(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, Attestation terms, uint8 alg, bytes32 report,
        bytes32 commitment
    ) external {
        uint256 time = LegalTime.resolve(at); // rule 124
        Journal j = Entries.journalOf(entry);
        Head head = Entries.headOf(entry);
        uint256 day = Calendar.dayOf(time);
        _checkTerms(terms, day, commitment);
        Folios.needsWelcome(by, entry, head, folio); // rule 6
        bool involved = Parties.includes(folio.applicant, terms.attestor()) || Folios.takesPart(head, terms.attestor());
        if (involved) revert AttestorTakesPart(terms.attestor()); // rule 6
        uint256 signer = _needsPerson(by, terms.attestor(), terms.kind(), 0); // rule 6
        bool whole = terms.kind() != AttestationKind.VALUATION || Attesting.personOf(by, terms.attestor(), signer) != 0; // rule 80
        Attestation a = terms.withState(whole ? AttestationState.ACTIVE : AttestationState.ISSUED).withSigner(signer)
            .withIssued(day).withSince(time);
        Digests.known(alg); // rule 123
        Digests.present(report);
        uint256 n = Journals.next(j);
        Attesting.save(entry, n, a);
        Entries.record(entry, j, abi.encode(Attested.selector, entry, n, n, by, time, a, alg, report, commitment));
    }

    /// @inheritdoc IAttestations
    function countersignAttestation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Attestation a) = _load(entry, number, at, ISSUED);
        _needsPerson(by, a.attestor(), a.kind(), a.signer()); // rule 80
        _record(AttestationCountersigned.selector, by, entry, j, n, a.withState(AttestationState.ACTIVE), alg, document);
    }

    /// @inheritdoc IAttestations
    function supersedeAttestation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 successor, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Attestation a) = _load(entry, number, at, ISSUED | ACTIVE);
        _needsPerson(by, a.attestor(), a.kind(), 0); // rule 6
        uint256 later = Entries.resolve(entry, j, successor);
        Attestation b = Attesting.load(entry, later);
        bool same = b.attestor() == a.attestor() && b.kind() == a.kind() && b.purpose() == a.purpose();
        if (later <= n || !same || b.state() != AttestationState.ACTIVE) revert NotASuccessor(later);
        a = a.withState(AttestationState.SUPERSEDED).withSuccessor(later);
        _record(AttestationSuperseded.selector, by, entry, j, n, a, alg, document);
    }

    /// @inheritdoc IAttestations
    function revokeAttestation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 revoker, uint8 code, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Journal j, Attestation a) = _load(entry, number, at, ISSUED | ACTIVE);
        // One whose accreditation is suspended can still take back what it said.
        if (revoker == a.attestor()) by.needsTwo(revoker, Power.ATTEST); // rules 3, 118
        else {
            Parties.entitled(revoker, Role.REGULATOR);
            by.needsTwo(revoker, Power.ADMIT); // rules 3, 118
        }
        if (code == RevocationReason.NONE || code > RevocationReason.SUPERVISION) revert RevocationUnknown(code);
        a = a.withState(AttestationState.REVOKED);
        Digests.known(alg); // rule 123
        Digests.present(document);
        Attesting.save(entry, n, a);
        Entries.record(entry, j, abi.encode(
            AttestationRevoked.selector, entry, Journals.next(j), n, by, a.since(), a, revoker, code, alg, document
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Terms are whole; dates are in order and no longer than the kind allows. (rule 80)
    function _checkTerms(Attestation a, uint256 day, bytes32 commitment) private pure {
        bool blank = a.state() == 0 && a.signer() == 0 && a.issued() == 0 && a.successor() == 0 && a.since() == 0;
        bool coded = a.kind() != AttestationKind.NONE && a.kind() <= AttestationKind.RECHARACTERISATION
            && a.headline() != Headline.NONE && a.headline() <= Headline.LEVEL_5;
        bool dated = a.base() != 0 && a.base() <= day && a.until() >= day;
        if (!a.valid() || !blank || !coded || !dated) revert AttestationNotValid();
        if (a.kind() == AttestationKind.VALUATION) {
            bool said = a.purpose() != AttestationPurpose.NONE && a.rights() != 0 && commitment != 0;
            if (!said) revert AttestationNotValid(); // rule 80
        }
        uint256 years_ = Attesting.yearsOf(a.kind());
        uint256 latest = years_ == 0 ? a.until() : Calendar.lastDay(a.base(), years_);
        if (a.until() > latest) revert AttestationTooLong(a.until(), latest); // rule 80
    }

    /// A person of a live attestor, accredited for the kind, who is not officer `other`. (rules 1, 6)
    function _needsPerson(Signatories by, uint256 attestor, uint256 kind, uint256 other) private view returns (uint256 signer) {
        Attesting.needsAccredited(attestor, kind); // rule 6
        signer = Attesting.personOf(by, attestor, other);
        if (signer == 0) revert NoAttestingPerson(attestor);
    }

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states)
        private
        view
        returns (uint256 n, Journal j, Attestation a)
    {
        j = Entries.journalOf(entry);
        n = Entries.resolve(entry, j, number);
        a = Attesting.load(entry, n);
        if ((states >> a.state()) & 1 == 0) revert WrongAttestationState(entry, n, a.state());
        a = a.withSince(LegalTime.resolve(at, a.since())); // rule 124
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _record(
        bytes32 topic, Signatories by, EntryId entry, Journal j, uint256 n, Attestation a, uint256 alg, bytes32 document
    ) private {
        Digests.known(alg); // rule 123
        Digests.present(document);
        Attesting.save(entry, n, a);
        Entries.record(entry, j, abi.encode(topic, entry, Journals.next(j), n, by, a.since(), a, alg, document));
    }
}
