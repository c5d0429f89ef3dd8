// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Applications} from "../core/Applications.sol";
import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Cases} from "../core/Cases.sol";
import {Contents} from "../core/Contents.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Folios} from "../core/Folios.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Origins} from "../core/Origins.sol";
import {Parties} from "../core/Parties.sol";
import {Securities} from "../core/Securities.sol";
import {Sources} from "../core/Sources.sol";
import {Versions} from "../core/Versions.sol";
import {IChanges} from "../interfaces/IChanges.sol";
import {Folio, IRegistration} from "../interfaces/IRegistration.sol";
import {IVersions} from "../interfaces/IVersions.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {BurdenKind, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Head, SlotStatus} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Licence} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {Case, CaseKind, CaseState, Claim} from "../types/words/Registration.sol";
import {Predecessor, Succession, SuccessionKind, Version} from "../types/words/Versions.sol";

contract VersionsChapter is IVersions {
    using Assent for Signatories;

    uint256 private constant DECIDED = 1 << CaseState.NOTICE | 1 << CaseState.CLEARED;
    uint256 private constant ALL = Right.HOLD | Right.USE | Right.OPERATE;

    /// A folio being acted upon; of a case, with its number and word.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        Case kase;
        uint256 time;
        uint256 day;
    }

    /// A folio that another comes out of.
    struct Old {
        EntryId entry;
        Head head;
        Succession succession;
        uint256 kind; // SuccessionKind
    }

    // ------------------------------------------------------------------------------------------------ anchoring

    /// @inheritdoc IVersions
    function anchor(
        Signatories by, uint40 at, EntryId entry, uint24 number, Folio calldata folio, uint16 until, uint8 alg,
        bytes32 national, uint24[] calldata burdens, EntryId[] calldata siblings
    ) external {
        Subject memory s = _case(entry, number, at, DECIDED);
        s.head = Entries.headOf(entry);
        by.needsPair(s.kase.registrar(), s.kase.reviewer()); // rules 3, 4
        Parties.live(s.kase.applicant()); // rule 1
        Cases.noticeOver(s.kase, s.day); // rules 25, 26
        Versions.needsCleared(entry, s.number); // rules 33, 73
        Burdens.clear(by, _move(s, s.kase.passed()), s.head, burdens);
        Folios.check(entry, folio);
        Claim claim = Cases.store().claims[entry][s.number];
        _anchor(s, claim, until);
        bytes32 content = Journals.contentSubject(folio.alg, folio.root);
        uint256 parallel = Contents.join(content, entry, siblings, s.kase.passed(), s.head); // rules 11, 13
        s.kase = s.kase.withState(CaseState.ANCHORED);
        _checkDocument(alg, national);
        Entries.setHead(entry, s.head);
        Applications.needsOpinion(entry, claim, s.time); // rules 6, 20: not of who holds or keeps the entry from now on
        Cases.save(entry, s.number, s.kase);
        Entries.record(entry, s.journal, abi.encode(
            Anchored.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.kase, parallel, alg, national
        ));
    }

    /// The head after anchoring: passed rights become the applicant's, the claim's facts are added, none is loosened.
    function _anchor(Subject memory s, Claim claim, uint256 until) private view {
        Applications.keeps(s.head, s.kase); // rule 31
        // Once more: another case may have brought other origins meanwhile, and a source may have been lost.
        Origins.check(s.entry, claim, s.head, s.kase.passed() | Entries.live(s.entry, s.head, s.day)); // rules 14–20
        uint256 latest = Calendar.lastDay(s.day, Book.parameters().credentialYears());
        if (until < s.day || until > latest) revert IRegistration.UntilTooFar(until, latest); // rule 28
        for (uint256 r; r < 3; ++r) {
            if ((s.kase.passed() >> r) & 1 == 0) continue;
            if (Entries.isLive(s.entry, s.head, r, s.day)) revert IRegistration.AlreadyRegistered(s.entry, r); // rule 11
            uint256 term = claim.term(r) == 0 || claim.term(r) > until ? until : claim.term(r);
            if (term < s.day) revert IRegistration.UntilTooFar(term, latest);
            s.head = s.head.withHolder(r, s.kase.applicant()).withStatus(r, SlotStatus.ACTIVE).withUntil(r, term);
        }
        // An entry stays with its registrar, whoever decided a later case. (rule 31)
        if (s.head.registrar() == 0) s.head = s.head.withRegistrar(s.kase.registrar());
        s.head = Entries.moved(Applications.added(s.head, claim));
    }

    // ------------------------------------------------------------------------------------------------ data and facts

    /// @inheritdoc IVersions
    function correctFacts(
        Signatories by, uint40 at, EntryId entry, Claim facts, uint8 alg, bytes32 reason, uint24[] calldata burdens
    ) external {
        Subject memory s = _folio(at, entry, 0);
        by.needsPair(s.head.registrar(), 0); // rules 3, 4
        uint256 live = Entries.live(entry, s.head, s.day);
        _needsHolders(by, s, live); // rules 115, 116
        Applications.checkTerms(facts);
        facts = facts.withOpinion(Entries.resolve(entry, s.journal, facts.opinion()));
        uint256 end = Sources.provenanceOf(entry).until();
        bool beyond = end != 0 && (facts.sourceUntil() == 0 || facts.sourceUntil() > end);
        if (beyond) revert IRegistration.ClaimLoosens(); // rule 45
        Head was = s.head;
        s.head = was.withOrigins(facts.origins()).withSensitivity(facts.sensitivity()).withLimits(facts.limits())
            .withSourceUntil(facts.sourceUntil()).withBases(facts.bases());
        Origins.check(entry, facts, s.head, live); // rules 14–20
        Applications.needsOpinion(entry, facts, s.time); // rule 20
        Burdens.clear(by, _move(s, ALL), was, burdens); // rule 39
        s.head = Entries.moved(s.head);
        _checkDocument(alg, reason);
        Entries.setHead(entry, s.head);
        Entries.record(entry, s.journal, abi.encode(
            FactsCorrected.selector, entry, s.number, s.number, by, s.time, s.head, was, alg, reason
        )); // rule 7
    }

    /// @inheritdoc IVersions
    function refreshVersion(
        Signatories by, uint40 at, EntryId entry, uint8 rootAlg, bytes32 root, uint8 alg, bytes32 statistics, bytes32 chunks,
        uint24[] calldata burdens, EntryId[] calldata siblings
    ) external {
        Version was = Versions.store().versions[entry];
        Subject memory s = _folio(at, entry, was.since()); // rule 124
        uint256 live = Entries.live(entry, s.head, s.day < Calendar.today() ? Calendar.today() : s.day);
        if (live & (Right.HOLD | Right.OPERATE) == 0) revert NothingInForce(entry);
        _needsHolders(by, s, live & (Right.HOLD | Right.OPERATE)); // rules 33, 115
        Burdens.clearForeseen(by, _move(s, ALL), s.head, burdens); // rules 39, 73
        _checkDocument(rootAlg, root);
        _checkDocument(alg, statistics);
        Digests.present(chunks);
        bytes32 content = Journals.contentSubject(rootAlg, root);
        uint256 parallel = Contents.join(content, entry, siblings, live, s.head); // rules 11, 13
        if (parallel != 0) by.needsPair(s.head.registrar(), 0); // rule 12: it looks at every other holder of the content
        Version v = Version.wrap(0).withSeq(was.seq() + 1).withLine(s.number).withDay(s.day).withContent(
            uint160(uint256(content))
        ).withSince(s.time); // rule 7
        if (v.content() == was.content()) revert ContentUnchanged(was.line());
        s.head = Entries.moved(s.head);
        Versions.store().versions[entry] = v;
        Entries.setHead(entry, s.head);
        Entries.record(entry, s.journal, abi.encode(
            VersionRefreshed.selector, entry, s.number, s.number, by, s.time, s.head, v, parallel, rootAlg, root, alg,
            statistics, chunks
        ));
    }

    // ------------------------------------------------------------------------------------------------ succession

    /// @inheritdoc IVersions
    function namePredecessor(
        Signatories by, uint40 at, EntryId entry, uint24 number, EntryId predecessor, uint8 kind, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _case(entry, number, at, Cases.PENDING);
        Succession said = Versions.store().successions[entry];
        if (Versions.hasSucceeded(entry, said)) revert AlreadySucceeded(entry);
        if (kind == SuccessionKind.NONE || kind > SuccessionKind.DENIED) revert SuccessionUnknown(kind);
        if (kind == SuccessionKind.DENIED) {
            by.needsPair(s.kase.registrar(), s.kase.reviewer()); // rules 3, 4
        } else if (said.kind() != SuccessionKind.NONE || !by.given(s.kase.applicant(), Power.FILE, entry)) {
            by.needsRegistrar(s.kase.registrar(), Power.REVIEW); // rules 4, 12
        }
        Head head = Entries.headOf(predecessor);
        if (predecessor == entry || head.registrar() == 0) revert NotAPredecessor(predecessor);
        Applications.keeps(head, s.kase); // rules 13, 31
        said = said.withKind(kind).withCleared(0).withClearedAt(0).withEdition(0);
        _checkDocument(alg, document);
        Versions.store().successions[entry] = said;
        Predecessor id = Predecessor.wrap(uint256(EntryId.unwrap(predecessor)));
        Versions.store().predecessors[entry] = id;
        Cases.save(entry, s.number, s.kase);
        Entries.record(entry, s.journal, abi.encode(
            PredecessorNamed.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.kase, said, id, alg, document
        ));
    }

    /// @inheritdoc IVersions
    function clearPredecessor(
        Signatories by, uint40 at, EntryId entry, uint24 number, EntryId predecessor, uint8 alg, bytes32 document,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external {
        Subject memory s = _case(entry, number, at, DECIDED);
        Succession said = Versions.store().successions[entry];
        if (Versions.hasSucceeded(entry, said)) revert AlreadySucceeded(entry);
        bool named = Versions.succeeds(said) && Versions.predecessorOf(entry) == predecessor;
        if (!named) revert NotAPredecessor(predecessor);
        by.needsPair(s.kase.registrar(), s.kase.reviewer()); // rules 3, 4
        Old memory old = Old(predecessor, Entries.headOf(predecessor), Versions.store().successions[predecessor], said.kind());
        Applications.keeps(old.head, s.kase); // rules 13, 31
        _needsOldHolders(by, s, old); // rules 33, 34, 115
        // Whatever lies on the old data, whichever act it forbids, would be shed with them. (rules 39, 73)
        Burdens.clear(
            by,
            Burdens.Move({
                entry: predecessor, rights: ALL, effects: Burdens.ALL_EFFECTS, time: s.time, licence: Licence.wrap(0)
            }),
            old.head,
            burdens
        );
        if (old.kind == SuccessionKind.SPLIT) _split(by, s, old, burdens, licences);
        else _changed(by, s, old, burdens, licences);
        _checkDocument(alg, document);
        old.head = Entries.moved(old.head);
        old.succession = old.succession.withSuccessors(old.succession.successors() + 1);
        said = said.withCleared(s.number).withClearedAt(block.timestamp).withEdition(old.head.edition());
        Cases.save(entry, s.number, s.kase);
        Versions.store().successions[entry] = said;
        Versions.store().successions[predecessor] = old.succession;
        Entries.setHead(predecessor, old.head);
        Entries.record(entry, s.journal, abi.encode(
            PredecessorCleared.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.kase, said, predecessor, alg,
            document
        ));
        Journal j = Entries.journalOf(predecessor);
        uint256 line = Journals.next(j);
        Entries.record(predecessor, j, abi.encode(
            SucceededBy.selector, predecessor, line, line, by, s.time, old.head, old.succession, entry, old.kind, alg, document
        ));
    }

    /// Every holder of a right not cancelled agrees; a material change gives none of them to anybody else. (rules 33, 34)
    function _needsOldHolders(Signatories by, Subject memory s, Old memory old) private view {
        for (uint256 r; r < 3; ++r) {
            if (old.head.status(r) != SlotStatus.ACTIVE) continue;
            uint256 holder = old.head.holder(r);
            Burdens.needsFree(holder); // rule 115
            by.needs(holder, Power.DISPOSE, old.entry); // rule 34
            bool moves = (s.kase.passed() >> r) & 1 == 1 && holder != s.kase.applicant();
            if (moves && old.kind != SuccessionKind.SPLIT) revert IChanges.NotTheHolder(r, holder); // rule 33
        }
    }

    /// A part goes to no creditor, what is left is a version that no other split left behind, and all who may use the data
    /// agree. (rules 54, 65)
    function _split(
        Signatories by, Subject memory s, Old memory old, uint24[] calldata burdens, uint24[] calldata licences
    ) private view {
        Securities.needsNoCreditor(old.entry, s.kase.applicant(), burdens); // rule 65
        uint256 left = Versions.store().versions[old.entry].line();
        if (left == old.succession.remainder()) revert RemainderMissing(old.entry);
        old.succession = old.succession.withRemainder(left);
        Licensing.needsRoom(old.entry, old.head.licences(), licences, Licence.wrap(0), s.time);
        for (uint256 i; i < licences.length; ++i) Licensing.needsAcknowledged(by, old.entry, licences[i], s.day);
    }

    /// Whoever has the old data alone agrees that there are newer ones; ordinary licences stay with the old. (rule 46)
    function _changed(
        Signatories by, Subject memory s, Old memory old, uint24[] calldata burdens, uint24[] calldata licences
    ) private view {
        if (licences.length != 0) revert Licensing.LicenceListIncomplete(old.entry, licences.length, 0);
        for (uint256 i; i < burdens.length; ++i) {
            if (Burdens.load(old.entry, burdens[i]).kind() != BurdenKind.EXCLUSIVE_LICENCE) continue;
            Licensing.needsAcknowledged(by, old.entry, burdens[i], s.day); // rule 46
        }
    }

    // ------------------------------------------------------------------------------------------------ loading

    function _folio(uint256 at, EntryId entry, uint256 since) private view returns (Subject memory s) {
        s.entry = entry;
        s.time = LegalTime.resolve(at, since); // rule 124
        s.day = Calendar.dayOf(s.time);
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.head = Entries.headOf(entry);
    }

    /// A 初次 case in one of `states`, without the head.
    function _case(EntryId entry, uint256 number, uint256 at, uint256 states) private view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        (s.kase, s.time) = Cases.loadKind(entry, s.number, at, states, CaseKind.INITIAL);
        s.day = Calendar.dayOf(s.time);
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// The holder of each of `rights` agrees, and none is frozen. (rules 115, 116)
    function _needsHolders(Signatories by, Subject memory s, uint256 rights) private view {
        uint256 last;
        for (uint256 r; r < 3; ++r) {
            uint256 holder = s.head.holder(r);
            if ((rights >> r) & 1 == 0 || holder == last) continue;
            last = holder;
            Burdens.needsFree(holder); // rule 115
            by.needs(holder, Power.FILE, s.entry);
        }
    }

    function _checkDocument(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    function _move(Subject memory s, uint256 rights) private pure returns (Burdens.Move memory) {
        return Burdens.Move({
            entry: s.entry, rights: rights, effects: Effect.UPDATE, time: s.time, licence: Licence.wrap(0)
        });
    }
}
