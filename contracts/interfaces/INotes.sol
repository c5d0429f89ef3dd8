// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";

/// Lines that say something and change nothing: what was erased, who was notified, what a creditor observed of its security.
/// Each journal is written only by those who answer for it. `ref` is the line or dependant the note is about, 0 the whole.
interface INotes {
    /// Of an entry. `party` is who was notified, 0 for all other kinds.
    event EntryNoted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint8 kind, uint24 party,
        uint8 alg, bytes32 document
    );

    /// Of a party.
    event PartyNoted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint8 kind, uint8 alg,
        bytes32 document
    );

    /// Of the book.
    event BookNoted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint8 kind, uint8 alg,
        bytes32 document
    );

    error NoteKindUnknown(uint256 kind);
    error WhomNotFitting(uint256 party);
    error SecurityNotOpen(EntryId entry, uint256 number);

    /// Notes something of an entry that is registered, or of its case `number`. ERASURE (rule 121): two of the operator with
    /// GOVERN, `number` being the line whose withheld content is gone; the line's digest stays. NOTIFICATION: the registrar's
    /// pair. All other kinds are events of a covenant or of the collateral (rules 50, 79, 84): the creditor of security `number`
    /// with ENFORCE, while the security is open.
    /// @param party who was notified, 0 for other kinds
    function noteEntry(
        Signatories by, uint40 at, EntryId entry, uint8 kind, uint24 number, uint24 party, uint8 alg, bytes32 document
    ) external;

    /// Notes an ERASURE or NOTIFICATION of a party. Two of the operator with GOVERN, at block time. (rules 41, 121)
    function noteParty(
        Signatories by, uint40 at, uint24 party, uint8 kind, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Notes an ERASURE or NOTIFICATION of the book. Two of the operator with GOVERN, at block time. (rules 121, 122)
    function noteBook(Signatories by, uint40 at, uint8 kind, uint24 number, uint8 alg, bytes32 document) external;
}
