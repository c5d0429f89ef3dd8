// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Consent, Envelope} from "../types/words/Consents.sol";

/// Consent of a burden's party without its signature on the act: beforehand by an envelope, or once to exactly one matter.
/// `ref` of every line is the burden's number. A matter is keccak256(selector ‖ static terms after `by` and `at`) of the act.
interface IConsents {
    event EnvelopeSet(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Envelope envelope,
        uint8 alg, bytes32 document
    );

    event ConsentRequested(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Consent consent,
        bytes32 matter, uint8 alg, bytes32 document
    );

    event ConsentGiven(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Consent consent,
        bytes32 matter, uint8 alg, bytes32 document
    );

    event ConsentRefused(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Consent consent,
        bytes32 matter, uint8 alg, bytes32 document
    );

    event ConsentRevoked(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Consent consent,
        bytes32 matter, uint8 alg, bytes32 document
    );

    /// Used up: it counts for the next act on the entry, if that is its matter.
    event ConsentExercised(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Consent consent,
        bytes32 matter
    );

    error BurdenNotWaivable(EntryId entry, uint256 number);
    error EnvelopeNotValid();
    error NotAHolder(uint256 party);
    error ConsentPending(EntryId entry, uint256 burden);
    error ConsentNotPending(EntryId entry, uint256 burden, uint256 state);
    error AnswerTooLate(uint256 lastDay);
    error ConsentNotGiven(EntryId entry, uint256 burden, uint256 state);
    error ConsentLapsed(uint256 lastDay);

    /// Says what may be done without asking, or revokes that. The burden's party with CONSENT. (rule 49)
    function setEnvelope(
        Signatories by, uint40 at, EntryId entry, uint24 number, Envelope envelope, uint8 alg, bytes32 document
    ) external;

    /// Asks the party of a burden to consent to exactly one act. A holder of the entry with FILE. (rule 49)
    function requestConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 requester, bytes32 matter, uint8 alg, bytes32 document
    ) external;

    /// Consents. The burden's party with CONSENT, within its working days. (rule 49)
    /// @param until last day on which the consent may be used
    function giveConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter, uint16 until, uint8 alg, bytes32 document
    ) external;

    /// Refuses. The burden's party with CONSENT, within its working days.
    function refuseConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter, uint8 alg, bytes32 document
    ) external;

    /// Takes back a consent given or deemed that has not been used. The burden's party with CONSENT.
    function revokeConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter, uint8 alg, bytes32 document
    ) external;

    /// Uses a consent for the next act on the entry, in the same filing. Who asked for it, with FILE.
    function exerciseConsent(Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter) external;
}
