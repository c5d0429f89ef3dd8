// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IParties} from "../interfaces/IParties.sol";
import {Signatories} from "../types/Signatories.sol";
import {Journal} from "../types/words/Journals.sol";
import {Members, Officer, Party, Shares} from "../types/words/Parties.sol";
import {BookLines} from "./BookLines.sol";
import {Journals} from "./Journals.sol";
import {Parties} from "./Parties.sol";

/// Gives parties and officers their numbers: for the Parties chapter and for the ledger's own beginning.
///
/// A number is the number of a line of the book, so that nothing counts parties or officers and a filing can refer to one it
/// has just made; whoever comes back has the number it had. The same act writes a line in the party's own journal.
library Admissions {
    error IdentifierTaken(uint256 party);
    error WordNotValid();

    /// A new party; the identifier's digest must be new.
    function admit(
        Signatories by, Party word, bytes32 identifier, uint256 alg, bytes32 name, bytes32 certificate
    ) internal returns (uint256 party) {
        if (!word.valid() || word.kind() == 0 || word.burdens() != 0) revert WordNotValid();
        Parties.Store storage s = Parties.store();
        if (identifier == 0 || s.identifiers[identifier] != 0) revert IdentifierTaken(s.identifiers[identifier]);
        party = _number(IParties.PartyNumbered.selector, by, 0, 0);
        s.identifiers[identifier] = party;
        s.parties[party] = word;
        bytes32 subject = Journals.partySubject(party);
        Journals.record(subject, Journals.current(subject), abi.encode(
            IParties.PartyAdmitted.selector, subject, 1, party, by, block.timestamp, word, identifier, alg, name, certificate
        ));
    }

    /// A new joint holding; the same members with the same shares are one party.
    function join(
        Signatories by, Party word, Members members, Shares shares, uint256 alg, bytes32 agreement
    ) internal returns (uint256 party) {
        Parties.Store storage s = Parties.store();
        bytes32 joint = keccak256(abi.encode(members, shares));
        if (s.joints[joint] != 0) revert IdentifierTaken(s.joints[joint]);
        party = _number(IParties.PartyNumbered.selector, by, 0, 0);
        s.joints[joint] = party;
        s.parties[party] = word;
        s.members[party] = members;
        s.shares[party] = shares;
        bytes32 subject = Journals.partySubject(party);
        Journals.record(subject, Journals.current(subject), abi.encode(
            IParties.JointFormed.selector, subject, 1, party, by, block.timestamp, word, members, shares, alg, agreement
        ));
    }

    /// An officer in office: a new one, or one of earlier days that comes back.
    function bind(
        Signatories by, Officer word, bytes32 key, bytes32 person, uint256 alg, bytes32 certificate
    ) internal returns (uint256 officer) {
        word = word.withKey(uint160(uint256(key)));
        if (!word.valid() || word.until() < block.timestamp || word.powers() == 0 || person == 0) revert WordNotValid();
        uint256 former = Parties.former(word.party(), person); // rule 3
        officer = _number(IParties.OfficerNumbered.selector, by, word.party(), former);
        Parties.seat(word.party(), person, officer);
        Parties.give(officer, uint160(uint256(key)));
        Parties.store().officers[officer] = word;
        bytes32 subject = Journals.partySubject(word.party());
        Journal j = Journals.current(subject);
        Journals.record(subject, j, abi.encode(
            IParties.OfficerBound.selector, subject, Journals.next(j), officer, by, block.timestamp, word, key, person, alg,
            certificate
        ));
    }

    /// Writes the line of the book that gives a number: the line's own, or the `former` one of who comes back. Each admission and
    /// each binding is one line, so that numbers counted back from the book's end stay right.
    function _number(bytes32 topic, Signatories by, uint256 party, uint256 former) private returns (uint256 number) {
        Journal j = BookLines.journal();
        uint256 line = Journals.next(j);
        number = former == 0 ? line : former;
        Journals.record(
            Journals.BOOK_SUBJECT, j, abi.encode(topic, Journals.BOOK_SUBJECT, line, number, by, block.timestamp, party)
        );
    }
}
