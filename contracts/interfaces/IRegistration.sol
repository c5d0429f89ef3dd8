// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Case, Claim} from "../types/words/Registration.sol";

/// What an application is about: the content of the folio, and who first applied for it.
struct Folio {
    uint8 alg;
    bytes32 root;
    uint24 applicant;
}

/// Registration cases (SM-1): 初次, from submission to the credential. `ref` of every line is the case's number.
///
/// "Pair" is a reviewer and an approver of the case's registrar, two persons, the approver not the case's reviewer (rule 3).
interface IRegistration {
    /// A folio came into being; `ref` is 0. It has a journal and a zero head until the first anchoring.
    event Opened(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint8 rootAlg,
        bytes32 root, uint24 applicant
    );

    /// @param application Merkle root of the salted commitments to the form's fields
    /// @param name digest of the public name; salted when the notice is to be withheld
    /// @param summary likewise of the summary
    event Submitted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, Claim claim,
        uint8 alg, bytes32 application, bytes32 name, bytes32 summary
    );

    /// The same case again, after a correction list.
    event Resubmitted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, Claim claim,
        uint8 alg, bytes32 application, bytes32 name, bytes32 summary
    );

    /// The one complete list of corrections. (rule 22)
    event CorrectionRequested(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    /// Not corrected in time: never applied for. (rule 22)
    event NotFiled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    event Accepted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    /// The registrar was silent; somebody recorded what had happened already. (rule 23)
    event DeemedAccepted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    event Paused(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    event Resumed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    /// `code` is an ExtensionReason.
    event Extended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    event Published(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    /// The notice was waived; `code` is a WaiverReason. (rule 40)
    event NoticeWaived(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    /// Not accepted, refused or terminated; `code` is a Refusal, the state says which.
    event Declined(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    event CaseWithdrawn(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 code,
        uint8 alg, bytes32 document
    );

    /// Line of a content root: `entry` was anchored on it, or refreshed to it. The list of entries recomputes the word; no data.
    event ContentAnchored(bytes32 indexed subject, uint24 indexed line, bytes32 indexed entry);

    /// @param number ASCII, left-aligned, zero-padded
    event CredentialIssued(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 scheme,
        bytes32 number, uint8 alg, bytes32 document
    );

    error RegistrarTakesPart(uint256 registrar);
    error NotTheRegistrar(uint256 registrar);
    error NotTheLastHolder(uint256 right, uint256 holder);
    error NothingAsked();
    error ClaimNotValid();
    error ClaimLoosens();
    error CorrectionAlreadyAsked();
    error TooEarly(uint256 lastDay);
    error DueDayNotAhead(uint256 due);
    error AlreadyExtended();
    error ExtensionTooLong(uint256 days_, uint256 most);
    error CodeUnknown(uint256 code);
    error PassedNotAsked(uint256 passed);
    error WaiverNotAsked();
    error NoticeOpen(uint256 lastDay);
    error ObjectionsOpen(uint256 count);
    error AlreadyRegistered(EntryId entry, uint256 right);
    error SiblingsIncomplete();
    error UntilTooFar(uint256 until, uint256 latest);
    error NumberMalformed(bytes32 number);
    error NumberTaken(bytes32 number);

    /// Opens the folio of a data object for an applicant, with the applicant's assent.
    function open(Signatories by, uint40 at, uint8 rootAlg, bytes32 root, uint24 applicant) external;

    /// Applies for 初次 registration of the asked rights. The applicant with FILE; nobody of the registrar.
    /// @param kase applicant, registrar, asked and, in flags, WAIVER_ASKED; all else zero
    function submit(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, Case kase, Claim claim, uint8 alg,
        bytes32 application, bytes32 name, bytes32 summary
    ) external;

    /// Hands in a corrected application. The applicant with FILE, until the day the list set.
    function resubmit(
        Signatories by, uint40 at, EntryId entry, uint24 number, Claim claim, uint8 alg, bytes32 application, bytes32 name,
        bytes32 summary
    ) external;

    /// Asks for corrections, once, with a last day. A reviewer, within the acceptance limit. (rule 22)
    function requestCorrection(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 due, uint8 alg, bytes32 document
    ) external;

    /// Records that a correction list ran out. Anyone. (rule 22)
    function lapse(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Accepts the application. A reviewer, within the acceptance limit. (rules 23, 24)
    function accept(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Records that silence has accepted the application. Anyone. (rule 23)
    function deem(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Asks for more material; the clock stops. A reviewer. (rule 24)
    function pause(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// The material is there; the clock runs on. The applicant with FILE, or a reviewer.
    function resume(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Gives the review more working days, once. An approver. (rule 24)
    function extend(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 days_, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Description, source and rights pass; the notice begins. The pair. (rules 24, 25)
    function publish(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 passed, uint8 alg, bytes32 document
    ) external;

    /// Description, source and rights pass; no notice, as the applicant asked. The pair. (rule 40)
    function waive(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 passed, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Does not accept, refuses or terminates, with a reason. The pair.
    function decline(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Takes the application back, any time before anchoring. The applicant with FILE.
    function withdrawCase(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Issues the credential number. The pair. (rule 30)
    function issueCredential(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 scheme, bytes32 credential, uint8 alg, bytes32 document
    ) external;
}
