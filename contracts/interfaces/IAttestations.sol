// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Attestation} from "../types/words/Attestations.sol";
import {Folio} from "./IRegistration.sol";

/// Valuations, test reports and opinions on a data object (SM-10). `ref` of every line is the attestation's number. Amounts and
/// scores stand in a commitment, the report in a digest; what other guards ask of one is in `Attesting`.
interface IAttestations {
    /// Issued; ACTIVE at once when it needs one signature or has two.
    /// @param commitment Merkle root of the salted commitments to amount, scores, signers and other withheld fields
    event Attested(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at,
        Attestation attestation, uint8 alg, bytes32 report, bytes32 commitment
    );

    /// A second person of the attestor signed: it is ACTIVE.
    event AttestationCountersigned(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at,
        Attestation attestation, uint8 alg, bytes32 document
    );

    /// Another attestation stands in its place, `attestation.successor`.
    event AttestationSuperseded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at,
        Attestation attestation, uint8 alg, bytes32 document
    );

    /// `code` is a RevocationReason, `revoker` the attestor or a regulator.
    event AttestationRevoked(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at,
        Attestation attestation, uint24 revoker, uint8 code, uint8 alg, bytes32 document
    );

    error NoSuchAttestation(EntryId entry, uint256 number);
    error WrongAttestationState(EntryId entry, uint256 number, uint256 state);
    error AttestationNotValid();
    error AttestationTooLong(uint256 until, uint256 latest);
    error AttestorTakesPart(uint256 attestor);
    error NoAttestingPerson(uint256 attestor);
    error NotASuccessor(uint256 number);
    error RevocationUnknown(uint256 code);

    /// Says something of a data object whose entry has been opened. A person of the attestor with ATTEST, accredited for the
    /// kind; and the applicant or a holder with FILE, or the registrar with RECORD. A valuation takes two persons of the
    /// attestor, now or by a countersignature. (rules 6, 80)
    /// @param folio what the entry is made of
    /// @param terms state, signer, issued, successor and since are zero
    function attest(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, Attestation terms, uint8 alg, bytes32 report,
        bytes32 commitment
    ) external;

    /// Signs as the second person. Another person of the attestor with ATTEST. (rule 80)
    function countersignAttestation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Puts a later attestation of the same attestor, kind and purpose in the place of one. A person of the attestor.
    function supersedeAttestation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 successor, uint8 alg, bytes32 document
    ) external;

    /// Takes an attestation out of use. Two persons of the attestor with ATTEST, or two of a regulator with ADMIT. (rule 118)
    /// @param revoker the attestor or a regulator
    function revokeAttestation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 revoker, uint8 code, uint8 alg, bytes32 document
    ) external;
}
