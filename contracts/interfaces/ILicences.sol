// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Licence, Recording} from "../types/words/Licences.sol";

/// What both parties of a licence sign besides its terms. (rule 48)
struct Agreement {
    uint8 template; // official contract form
    uint8 alg; // of all digests here
    bytes32 contractHash;
    bytes32 policy; // canonical ODRL policy
    bytes32 commitment; // Merkle root of the salted commitments to fees and other withheld terms
    bytes32 crossBorder; // filing or assessment reference, 0 = none
}

/// Licences over the OPERATE right (SM-5). `ref` of every line is the licence's number; an exclusive or sole one has a burden
/// of the same number.
interface ILicences {
    /// `recording` is zero when the entry had no burdens. (rule 51)
    event LicenceGranted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, Recording recording, uint24 licensor, uint24 recorder, Agreement agreement
    );

    /// Less is licensed than before.
    event LicenceNarrowed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, Agreement agreement
    );

    /// `code` is a SuspendReason.
    event LicenceSuspended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint8 code, uint8 alg, bytes32 document
    );

    event LicenceResumed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint8 code, uint8 alg, bytes32 document
    );

    /// Notice of breach was given: after the notice period its giver may end the licence. (rule 54)
    event BreachNoticed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint8 code, uint8 alg, bytes32 document
    );

    /// `code` is an EndReason.
    event LicenceEnded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint8 code, uint8 alg, bytes32 document
    );

    /// Over, and nothing is owed any more; the document is the deletion certificate, if one was due. (rule 55)
    event LicenceClosed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint8 code, uint8 alg, bytes32 document
    );

    error RightNotOperable(EntryId entry);
    error TermsNotValid();
    error TermTooLong(uint256 end, uint256 latest);
    error LimitExceeded(uint256 limit);
    error ScopeExceeded(uint256 parent);
    error SublicenceNotAllowed(uint256 parent);
    error CrossBorderUnsupported();
    error TrainingNotAgreed();
    error NotARecorder(uint256 recorder);
    error TooManyLicences();
    error NotNarrower();
    error WrongLicenceState(EntryId entry, uint256 number, uint256 state);
    error ReasonUnknown(uint256 code);
    error AlreadyNoticed();
    error NotNoticed();
    error NoticeNotElapsed(uint256 earliest);
    error NotYetOver(uint256 lastDay);
    error NotTheSuspender();
    error LicenceOfALease(EntryId entry, uint256 number);

    /// Grants a licence. Whoever holds OPERATE, or the licensee of the parent licence; the licensee; and a registrar or
    /// exchange that records it. (rules 43–48, 58, 59)
    /// @param terms state, depth, noticed and last are zero
    /// @param burdens every burden not closed, ascending
    /// @param licences every licence not closed, ascending; only for an exclusive or sole one, else empty
    function grant(
        Signatories by, uint40 at, EntryId entry, uint24 recorder, Licence terms, Agreement calldata agreement,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external;

    /// Agrees on less: fewer codes, an earlier end, no longer exclusive. Both parties. (rule 46)
    function narrow(
        Signatories by, uint40 at, EntryId entry, uint24 number, Licence terms, Agreement calldata agreement
    ) external;

    /// Stops a licence for a while. The licensor, or the entry's registrar with RECORD.
    function suspend(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Whoever suspended it.
    function resumeLicence(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Gives notice of breach. One of the parties. (rule 54)
    function noticeBreach(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Ends a licence: both parties, or who gave notice of breach after the notice period. (rule 54)
    function end(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Closes a licence that is over. Anyone; where deletion is owed, the licensee with its certificate. (rule 55)
    function close(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;
}
