// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Burdens} from "../core/Burdens.sol";
import {Cases} from "../core/Cases.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {INotes} from "../interfaces/INotes.sol";
import {IObjections} from "../interfaces/IObjections.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Journal} from "../types/words/Journals.sol";
import {NoteKind} from "../types/words/Notes.sol";
import {PartyKind, Power} from "../types/words/Parties.sol";
import {Security} from "../types/words/Securities.sol";

contract NotesChapter is INotes {
    using Assent for Signatories;

    /// @inheritdoc INotes
    function noteEntry(
        Signatories by, uint40 at, EntryId entry, uint8 kind, uint24 number, uint24 party, uint8 alg, bytes32 document
    ) external {
        uint256 time = LegalTime.resolve(at);
        (Journal j, uint256 n) = _about(EntryId.unwrap(entry), number);
        uint256 registrar = Entries.headOf(entry).registrar();
        if (registrar == 0) registrar = Cases.store().cases[entry][n].registrar();
        // Entries, parties, contents and the book share one table of journals.
        if (registrar == 0) revert IObjections.NotRegistered(entry);
        _checkEntitled(by, entry, kind, n, registrar);
        // Only a notification has somebody it went to.
        bool known = Parties.store().parties[party].kind() != PartyKind.NONE;
        if (kind == NoteKind.NOTIFICATION ? !known : party != 0) revert WhomNotFitting(party);
        _checkDocument(alg, document);
        Entries.record(entry, j, abi.encode(
            EntryNoted.selector, entry, Journals.next(j), n, by, time, kind, party, alg, document
        ));
    }

    /// @inheritdoc INotes
    function noteParty(
        Signatories by, uint40 at, uint24 party, uint8 kind, uint24 number, uint8 alg, bytes32 document
    ) external {
        if (Parties.store().parties[party].kind() == PartyKind.NONE) revert Parties.NoSuchParty(party);
        _noteByOperator(PartyNoted.selector, by, at, Journals.partySubject(party), kind, number, alg, document);
    }

    /// @inheritdoc INotes
    function noteBook(Signatories by, uint40 at, uint8 kind, uint24 number, uint8 alg, bytes32 document) external {
        _noteByOperator(BookNoted.selector, by, at, Journals.BOOK_SUBJECT, kind, number, alg, document);
    }

    /// Whoever answers for what is noted: nobody writes into a journal it has nothing to do with.
    function _checkEntitled(Signatories by, EntryId entry, uint256 kind, uint256 n, uint256 registrar) private view {
        if (kind == NoteKind.NONE || kind > NoteKind.COVERAGE) revert NoteKindUnknown(kind);
        if (kind == NoteKind.ERASURE) return by.needsTwo(Book.OPERATOR, Power.GOVERN); // rules 3, 121
        if (kind == NoteKind.NOTIFICATION) return by.needsPair(registrar, 0); // rules 3, 4
        Security s = Securities.load(entry, n);
        Securities.needsNoLease(entry, n, s); // rule 108: whoever its burden names may be the lessee
        if (!Securities.isOpen(s)) revert SecurityNotOpen(entry, n); // rules 50, 84
        by.needs(Burdens.load(entry, n).party(), Power.ENFORCE, entry); // rules 50, 84
    }

    function _noteByOperator(
        bytes32 topic, Signatories by, uint256 at, bytes32 subject, uint256 kind, uint256 number, uint256 alg,
        bytes32 document
    ) private {
        uint256 time = LegalTime.blockTime(at);
        by.needsTwo(Book.OPERATOR, Power.GOVERN); // rules 3, 121
        if (kind == NoteKind.NONE || kind > NoteKind.NOTIFICATION) revert NoteKindUnknown(kind);
        (Journal j, uint256 n) = _about(subject, number);
        _checkDocument(alg, document);
        Journals.record(subject, j, abi.encode(topic, subject, Journals.next(j), n, by, time, kind, alg, document));
    }

    /// What a note is about has been written already; 0 is the whole.
    function _about(bytes32 subject, uint256 number) private view returns (Journal j, uint256 n) {
        j = Journals.current(subject);
        n = Journals.resolve(j, subject, number);
        if (n > j.lines()) revert Journals.NoSuchLine(subject, number);
    }

    function _checkDocument(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }
}
