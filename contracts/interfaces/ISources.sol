// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Lineage, Provenance, Source, SourceEnds} from "../types/words/Sources.sol";
import {Folio} from "./IRegistration.sol";

/// What a source is proven by.
struct SourcePapers {
    uint8 alg; // of both digests
    bytes32 evidence; // the contract, the batch of consents, the authorisation, …
    bytes32 grantor; // who gave it, when that is no party here; 0 when it is, or when nobody did
}

/// Sources of data (E5) and which entries were made from which (E15). `ref` is the source's or the relation's number.
///
/// Whoever answers for an entry's sources is the last holder of OPERATE; while there never was one, the folio's applicant.
/// "Pair" is a reviewer and an approver of the entry's registrar, two persons (rule 3).
interface ISources {
    event SourceDeclared(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Source source,
        SourceEnds ends, Provenance provenance, SourcePapers papers
    );

    event SourceShortened(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Source source,
        SourceEnds ends, Provenance provenance, Burden burden, uint8 alg, bytes32 document
    );

    event SourceExtended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Source source,
        SourceEnds ends, Provenance provenance, Burden burden, uint8 alg, bytes32 document
    );

    /// Its grantor took it back, in part or whole, as the state says. Of a registered entry `burden`, with the source's number,
    /// stands in the way of disposing until the loss is made good.
    event SourceRevoked(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Source source,
        SourceEnds ends, Provenance provenance, Burden burden, uint8 alg, bytes32 document
    );

    /// Its successor took its place, or its data were taken out, as the state says; a loss is made good.
    event SourceReplaced(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Source source,
        SourceEnds ends, Provenance provenance, Burden burden, uint8 alg, bytes32 document
    );

    /// The entry was made from `parent`. (rule 18)
    /// @param allocation digest of what the contract says of who owns the result; 0 only when the parent is one's own to use
    event LineageDeclared(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Lineage lineage,
        Provenance provenance, bytes32 parent, uint8 alg, bytes32 allocation
    );

    /// `child` was made from the entry; `ref` is 0.
    event DescendantDeclared(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Provenance provenance,
        bytes32 child, uint24 childLine, uint8 kind
    );

    error SourceTermsNotValid();
    error WrongSourceState(EntryId entry, uint256 number, uint256 state);
    error SourceEndNotValid(uint256 until, uint256 current);
    error RevocationNotKnown(uint256 state);
    error NotInPlace(uint256 successor);
    error TooManySources(EntryId entry);
    error GrantorNotNamed(EntryId entry, uint256 number);
    error LineageNotValid();
    error AlreadyRelated(EntryId child, EntryId parent);
    error NoRightToDerive(EntryId parent, uint256 party);

    /// Declares a source. Whoever answers for the entry with FILE; a named grantor with CONSENT; burdens that forbid an
    /// update let it pass. What it does not allow, the entry's licences may not allow from now on, nor run longer. (rules 16, 44, 45)
    /// @param terms kind, rights, limits, grantor, from and until; all else is zero
    /// @param burdens every burden not closed, ascending
    function declareSource(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, Source terms, SourcePapers calldata papers,
        uint24[] calldata burdens
    ) external;

    /// Brings its end forward. Whoever answers for the entry with FILE; burdens that forbid an update let it pass. (rule 45)
    function shortenSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external;

    /// Puts its end off. Whoever answers for the entry with FILE, a named grantor with CONSENT, and the pair once the entry is
    /// registered. (rules 3, 45)
    /// @param until 0 = open-ended
    function extendSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 document
    ) external;

    /// Enters that its grantor took it back. The pair; before the entry is registered the named grantor with CONSENT. (rule 84)
    /// @param state PARTLY_REVOKED or REVOKED
    function revokeSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 state, uint8 alg, bytes32 document
    ) external;

    /// Closes it: a successor takes its place, or its data were taken out. Whoever answers for the entry with FILE, and the pair
    /// once the entry is registered. (rules 3, 84)
    /// @param successor a source that gives all it gave, 0 = its data were taken out
    function replaceSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 successor, uint8 alg, bytes32 document
    ) external;

    /// Declares that the entry was made from another one, once. Whoever answers for the entry with FILE, who has a right to use
    /// the other or a licence to derive from it (to train on it), in force by legal time and by block time; of a fusion also
    /// who operates the other, with CONSENT. A line in the journals of both. (rules 16, 18)
    /// @param licence number of the licence on `parent`, 0 = the right to use it
    function relate(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, EntryId parent, uint24 licence, uint8 kind, uint8 alg,
        bytes32 allocation
    ) external;
}
