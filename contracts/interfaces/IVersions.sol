// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Head} from "../types/words/Entries.sol";
import {Case, Claim} from "../types/words/Registration.sol";
import {Predecessor, Succession, Version} from "../types/words/Versions.sol";
import {Folio} from "./IRegistration.sol";

/// Which data an entry is about: anchored, refreshed within the same sources and structure (E4), corrected, and entries that
/// come out of others by a material change or a split. `ref` of a line is the case's number; of a version's, a correction's
/// and a predecessor's own line that of the line itself.
///
/// "Pair" is a reviewer and an approver of the registrar, two persons; of a case the approver is not its reviewer (rule 3).
interface IVersions {
    /// The registration is complete. (rule 28)
    /// @param parallel other folios anchored on the same content (rules 12, 20)
    /// @param national digest of what the national system acknowledged
    event Anchored(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Case kase,
        uint24 parallel, uint8 alg, bytes32 national
    );

    /// Registered facts were wrong. (rule 7)
    /// @param was the head before
    event FactsCorrected(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, uint256 was,
        uint8 alg, bytes32 reason
    );

    /// The entry is about other data of the same sources and structure from now on. (rule 7)
    /// @param parallel other folios on that content (rule 12)
    /// @param root their content root, made with `rootAlg`
    /// @param statistics digest of what is measured of them, and of the holder's word that nothing material changed
    /// @param chunks root over the pieces they are delivered in
    event VersionRefreshed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Version version, uint24 parallel, uint8 rootAlg, bytes32 root, uint8 alg, bytes32 statistics,
        bytes32 chunks
    );

    /// What is applied for comes out of another entry, or does not after all (DENIED).
    event PredecessorNamed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase,
        Succession succession, Predecessor predecessor, uint8 alg, bytes32 document
    );

    /// All concerned on the predecessor agreed that this case is anchored, in this block.
    event PredecessorCleared(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase,
        Succession succession, EntryId predecessor, uint8 alg, bytes32 document
    );

    /// Line of the predecessor.
    /// @param kind SuccessionKind
    event SucceededBy(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Succession succession, EntryId successor, uint8 kind, uint8 alg, bytes32 document
    );

    error NothingInForce(EntryId entry);
    error ContentUnchanged(uint256 version);
    error NotAPredecessor(EntryId predecessor);
    error PredecessorNotCleared(EntryId entry, EntryId predecessor);
    error AlreadySucceeded(EntryId entry);
    error SuccessionUnknown(uint256 kind);
    error RemainderMissing(EntryId predecessor);

    /// Completes the registration. The pair, the notice over and no objection open, every burden and every folio of the
    /// same content listed; an opinion on personal or important data in force; a predecessor cleared in the same block.
    /// (rules 11, 13, 20, 26, 28)
    /// @param until last legal day of the credential
    /// @param burdens every burden not closed, ascending
    /// @param siblings every folio on the same content, in the order they came to it
    function anchor(
        Signatories by, uint40 at, EntryId entry, uint24 number, Folio calldata folio, uint16 until, uint8 alg,
        bytes32 national, uint24[] calldata burdens, EntryId[] calldata siblings
    ) external;

    /// Corrects what was registered wrongly. The registrar's pair, and the holder of every right in force with FILE, none of
    /// them frozen. (rules 7, 20, 115)
    /// @param facts what is true; its terms zero
    function correctFacts(
        Signatories by, uint40 at, EntryId entry, Claim facts, uint8 alg, bytes32 reason, uint24[] calldata burdens
    ) external;

    /// Puts other data of the same sources and structure in the place of what the entry was about. The holders of HOLD and
    /// OPERATE in force with FILE, none of them frozen; where another folio stands on that content, the registrar's pair too.
    /// (rules 7, 11, 12, 13, 73, 115)
    /// @param burdens every burden not closed, ascending; each that forbids UPDATE waived, or let pass by its envelope
    /// @param siblings every folio on the new content, in the order they came to it
    function refreshVersion(
        Signatories by, uint40 at, EntryId entry, uint8 rootAlg, bytes32 root, uint8 alg, bytes32 statistics, bytes32 chunks,
        uint24[] calldata burdens, EntryId[] calldata siblings
    ) external;

    /// Says that what a 初次 case is about comes out of another entry of the same registrar; it is then anchored only once
    /// all concerned there agree. The applicant with FILE if nobody has said so yet, or the registrar's REVIEW, which may have
    /// found a near duplicate; that it does not after all (DENIED) takes the pair. (rules 12, 31, 33)
    /// @param kind SuccessionKind
    function namePredecessor(
        Signatories by, uint40 at, EntryId entry, uint24 number, EntryId predecessor, uint8 kind, uint8 alg, bytes32 document
    ) external;

    /// Lets a case be anchored that comes out of another entry, in the same block. The pair; on the predecessor every holder
    /// with DISPOSE, none of them frozen; the party of every burden; of a split each licensee with ACKNOWLEDGE, of a material
    /// change those of exclusive and sole licences. What lies on the old data is shed by neither. (rules 33, 39, 65, 73, 115)
    /// @param predecessor as named. Of a split, its latest version is what is left of it.
    /// @param burdens every burden of the predecessor not closed, ascending
    /// @param licences of a split every licence of the predecessor not closed, ascending; else none
    function clearPredecessor(
        Signatories by, uint40 at, EntryId entry, uint24 number, EntryId predecessor, uint8 alg, bytes32 document,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external;
}
