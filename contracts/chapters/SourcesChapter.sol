// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Folios} from "../core/Folios.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Licensing} from "../core/Licensing.sol";
import {Parties} from "../core/Parties.sol";
import {Sources} from "../core/Sources.sol";
import {Folio} from "../interfaces/IRegistration.sol";
import {ISources, SourcePapers} from "../interfaces/ISources.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenKind, BurdenState, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Action, Licence, LicenceFlag} from "../types/words/Licences.sol";
import {Power} from "../types/words/Parties.sol";
import {
    Lineage,
    LineageKind,
    Provenance,
    Source,
    SourceEnds,
    SourceKind,
    SourceState,
    Standing
} from "../types/words/Sources.sol";

contract SourcesChapter is ISources {
    using Assent for Signatories;

    uint256 private constant ACTIVE = 1 << SourceState.ACTIVE;
    uint256 private constant PARTLY_REVOKED = 1 << SourceState.PARTLY_REVOKED;
    uint256 private constant REVOKED = 1 << SourceState.REVOKED;

    /// Kinds that nobody else gives.
    uint256 private constant OWN = 1 << SourceKind.PUBLIC_SCRAPE_STATEMENT | 1 << SourceKind.OWN_OPERATION;

    uint256 private constant ALL = Right.HOLD | Right.USE | Right.OPERATE;

    /// What a lost source forbids: to give the data, or a right in them, to anybody. An update, which makes it good, stays free.
    uint256 private constant LOSS = Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY | Effect.SUBLICENSE
        | Effect.PLEDGE | Effect.LEASE;

    /// Entries one may be made from, at most: with the sources they fit the count of those who assented.
    uint256 private constant MOST_PARENTS = 200;

    /// A source being acted upon, and what all of its entry come to.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        Source source;
        SourceEnds ends;
        Provenance provenance;
        Burden burden; // of a loss, zero when it is not written
        uint256 time;
    }

    // ------------------------------------------------------------------------------------------------ sources

    /// @inheritdoc ISources
    function declareSource(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, Source terms, SourcePapers calldata papers,
        uint24[] calldata burdens
    ) external {
        Subject memory s = _folio(entry, at);
        s.number = Journals.next(s.journal);
        s.source = terms;
        uint256 declarant = _answering(s.head, entry, folio);
        by.needs(declarant, Power.FILE, entry);
        _checkTerms(s, declarant);
        _checkGrantor(by, s, papers);
        _checkUpdate(by, s, burdens); // rule 39
        uint256 place = Sources.vacancy(s.ends);
        if (place == Sources.MOST) revert TooManySources(entry);
        s.source = terms.withState(SourceState.ACTIVE).withDeclarant(declarant).withPlace(place);
        s.head = Entries.moved(s.head.withLimits(s.head.limits() | terms.limits())); // rule 44
        _ends(s, terms.until());
        _count(s, true);
        _save(s);
        Entries.record(entry, s.journal, abi.encode(
            SourceDeclared.selector, entry, s.number, s.number, by, s.time, s.head, s.source, s.ends, s.provenance, papers
        ));
    }

    /// @inheritdoc ISources
    function shortenSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 document,
        uint24[] calldata burdens
    ) external {
        Subject memory s = _load(entry, number, at, ACTIVE | PARTLY_REVOKED | REVOKED);
        by.needs(_answering(s), Power.FILE, entry); // rule 45
        _checkUpdate(by, s, burdens); // rule 39
        uint256 current = s.source.until();
        bool earlier = until >= Calendar.dayOf(s.time) && until >= s.source.from() && until != Sources.OPEN_ENDED
            && (current == 0 || until < current);
        if (!earlier) revert SourceEndNotValid(until, current);
        s.head = Entries.moved(s.head);
        _ends(s, until);
        _record(SourceShortened.selector, by, s, alg, document);
    }

    /// @inheritdoc ISources
    function extendSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, ACTIVE);
        _needsOversight(by, s); // rules 3, 45
        if (s.source.grantor() != 0) by.needs(s.source.grantor(), Power.CONSENT, entry); // rule 45
        uint256 current = s.source.until();
        bool later = current != 0 && until != Sources.OPEN_ENDED
            && (until == 0 || (until > current && until >= Calendar.dayOf(s.time)));
        if (!later) revert SourceEndNotValid(until, current);
        s.head = Entries.moved(s.head);
        _ends(s, until);
        _record(SourceExtended.selector, by, s, alg, document);
    }

    /// @inheritdoc ISources
    function revokeSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 state, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, ACTIVE | PARTLY_REVOKED);
        if (state != SourceState.PARTLY_REVOKED && state != SourceState.REVOKED) revert RevocationNotKnown(state);
        uint256 was = s.source.state();
        if (state == was) revert WrongSourceState(entry, s.number, was);
        uint256 grantor = s.source.grantor();
        bool registered = s.head.registrar() != 0;
        if (registered) by.needsPair(s.head.registrar(), 0); // rules 3, 4
        else if (grantor != 0) by.needs(grantor, Power.CONSENT, entry);
        else revert GrantorNotNamed(entry, s.number);
        s.source = s.source.withState(state).withRevoked(Calendar.dayOf(s.time));
        if (was == SourceState.ACTIVE) {
            s.provenance = _standing(s.provenance.withLost(s.provenance.lost() + 1));
            if (registered) {
                s.burden = Burdens.open(
                    BurdenKind.SOURCE_LOSS, ALL, LOSS, grantor == 0 ? s.head.registrar() : grantor, 0, s.time
                ); // rule 84
                s.head = s.head.withBurdens(s.head.burdens() + 1);
            }
        }
        s.head = Entries.moved(s.head);
        _record(SourceRevoked.selector, by, s, alg, document);
    }

    /// @inheritdoc ISources
    function replaceSource(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 successor, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, at, ACTIVE | PARTLY_REVOKED | REVOKED);
        _needsOversight(by, s); // rules 3, 84
        uint256 state = SourceState.REMOVED;
        if (successor != 0) {
            state = SourceState.REPLACED;
            s.source = s.source.withSuccessor(_successor(s, successor));
        }
        if (s.source.state() != SourceState.ACTIVE) s.provenance = s.provenance.withLost(s.provenance.lost() - 1);
        Burden loss = Burdens.store().burdens[EntryId.unwrap(entry)][s.number];
        if (loss.state() == BurdenState.OPEN) {
            s.burden = Burdens.closed(loss, s.time); // rule 84
            s.head = s.head.withBurdens(s.head.burdens() - 1);
        }
        s.source = s.source.withState(state);
        s.head = Entries.moved(s.head);
        _close(s);
        _count(s, false);
        _record(SourceReplaced.selector, by, s, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ lineage

    /// @inheritdoc ISources
    function relate(
        Signatories by, uint40 at, EntryId entry, Folio calldata folio, EntryId parent, uint24 licence, uint8 kind, uint8 alg,
        bytes32 allocation
    ) external {
        Subject memory s = _folio(entry, at);
        uint256 user = _answering(s.head, entry, folio);
        by.needs(user, Power.FILE, entry);
        if (kind == LineageKind.NONE || kind > LineageKind.TRAINED_ON) revert LineageNotValid();
        Sources.Store storage all = Sources.store();
        // Nothing is made from itself, nor from what was made from it.
        if (entry == parent || all.related[parent][entry] != 0) revert LineageNotValid();
        if (all.related[entry][parent] != 0) revert AlreadyRelated(entry, parent);
        if (s.provenance.parents() == MOST_PARENTS) revert TooManySources(entry);
        Lineage lineage = Lineage.wrap(0).withKind(kind).withUser(user).withSince(s.time);
        lineage = lineage.withLicence(_needsRight(parent, licence, user, kind, s.time)); // rule 18
        Digests.known(alg); // rule 123
        if (licence != 0) Digests.present(allocation); // the licence's contract says whose the result is
        s.provenance = s.provenance.withParents(s.provenance.parents() + 1);
        uint256 operator_ = Entries.headOf(parent).holder(Entries.OPERATE);
        if (kind == LineageKind.FUSED && operator_ != user) {
            by.needs(operator_, Power.CONSENT, parent); // rule 16
            lineage = lineage.withAssenter(operator_);
            s.provenance = s.provenance.withAssents(s.provenance.assents() + 1); // rule 16
        }
        s.provenance = _standing(s.provenance);
        s.number = Journals.next(s.journal);
        all.related[entry][parent] = s.number;
        all.lineages[entry][s.number] = lineage;
        all.provenances[entry] = s.provenance;
        Entries.record(entry, s.journal, abi.encode(
            LineageDeclared.selector, entry, s.number, s.number, by, s.time, lineage, s.provenance, parent, alg, allocation
        ));
        _descend(by, s, parent, kind);
    }

    /// The other end of it, in the parent's journal.
    function _descend(Signatories by, Subject memory s, EntryId parent, uint256 kind) private {
        Provenance p = Sources.provenanceOf(parent);
        p = p.withChildren(p.children() + 1);
        Sources.store().provenances[parent] = p;
        Journal j = Entries.journalOf(parent);
        Entries.record(parent, j, abi.encode(
            DescendantDeclared.selector, parent, Journals.next(j), 0, by, s.time, p, s.entry, s.number, kind
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// Who answers for the folio's sources: nobody who holds less than OPERATE cuts licences off by a source that ends.
    function _answering(Head head, EntryId entry, Folio calldata folio) private pure returns (uint256) {
        Folios.check(entry, folio);
        return head.holder(Entries.OPERATE) == 0 ? folio.applicant : head.holder(Entries.OPERATE);
    }

    /// The same, where a source says whose the folio was.
    function _answering(Subject memory s) private pure returns (uint256) {
        uint256 holder = s.head.holder(Entries.OPERATE);
        return holder == 0 ? s.source.declarant() : holder;
    }

    /// Who answers for the sources agrees, and once there is a registrar its pair finds it true. (rules 3, 4)
    function _needsOversight(Signatories by, Subject memory s) private view {
        by.needs(_answering(s), Power.FILE, s.entry);
        if (s.head.registrar() != 0) by.needsPair(s.head.registrar(), 0); // rules 3, 4
    }

    /// Whoever is to be asked before an update agrees: a creditor whose security lessens. Nobody before registration. (rule 39)
    function _checkUpdate(Signatories by, Subject memory s, uint24[] calldata burdens) private view {
        Burdens.clear(
            by,
            Burdens.Move({entry: s.entry, rights: ALL, effects: Effect.UPDATE, time: s.time, licence: Licence.wrap(0)}),
            s.head,
            burdens
        );
    }

    /// Terms are whole, and the source has not ended. An approval gives no rights, anything else some.
    function _checkTerms(Subject memory s, uint256 declarant) private view {
        Source t = s.source;
        bool blank = t.state() == 0 && t.declarant() == 0 && t.place() == 0 && t.revoked() == 0 && t.successor() == 0
            && t.since() == 0;
        bool gives = (t.rights() == 0) == (t.kind() == SourceKind.ETHICS);
        bool dated = t.from() != 0 && (t.until() == 0 || (t.until() >= t.from() && t.until() >= Calendar.dayOf(s.time)))
            && t.until() != Sources.OPEN_ENDED;
        bool apart = !Parties.includes(t.grantor(), declarant) && !Parties.includes(declarant, t.grantor());
        bool whole = t.valid() && blank && t.kind() != SourceKind.NONE && gives && dated && apart;
        if (!whole) revert SourceTermsNotValid();
    }

    /// A named grantor assents; of one that is no party here there is a digest. (rule 16)
    function _checkGrantor(Signatories by, Subject memory s, SourcePapers calldata papers) private view {
        Digests.known(papers.alg); // rule 123
        Digests.present(papers.evidence);
        uint256 grantor = s.source.grantor();
        bool own = (OWN >> s.source.kind()) & 1 == 1;
        bool named = grantor != 0 || papers.grantor != 0;
        if (own == named || (grantor != 0 && papers.grantor != 0)) revert SourceTermsNotValid();
        if (grantor != 0) by.needs(grantor, Power.CONSENT, s.entry); // rule 16
    }

    /// Another active source of the entry that gives all this one gave. (rule 84)
    function _successor(Subject memory s, uint256 successor) private view returns (uint256 number) {
        number = Entries.resolve(s.entry, s.journal, successor);
        Source other = Sources.load(s.entry, number);
        bool fits = number != s.number && other.state() == SourceState.ACTIVE && s.source.rights() & ~other.rights() == 0
            && (s.source.kind() == SourceKind.ETHICS) == (other.kind() == SourceKind.ETHICS);
        if (!fits) revert NotInPlace(number); // rule 84
    }

    /// `user` may use `parent`, or has a licence of it to derive (to train), by legal time and by block time. (rule 18)
    function _needsRight(EntryId parent, uint256 licence, uint256 user, uint256 kind, uint256 time)
        private
        view
        returns (uint256 number)
    {
        Head head = Entries.headOf(parent);
        Journal j = Entries.journalOf(parent);
        uint256 day = Calendar.dayOf(time);
        uint256 today = Calendar.today();
        bool may;
        if (licence == 0) {
            may = head.holder(Entries.USE) == user && Entries.isLive(parent, head, Entries.USE, day)
                && Entries.isLive(parent, head, Entries.USE, today); // rule 18
        } else {
            number = Entries.resolve(parent, j, licence);
            Licence l = Licensing.load(parent, number);
            may = l.licensee() == user && l.start() <= day && l.start() <= today && _allows(l, kind)
                && Licensing.isLive(parent, l, day) && Licensing.isLive(parent, l, today); // rule 18
        }
        if (!may) revert NoRightToDerive(parent, user); // rule 18
    }

    /// Silence is no training, and no set of codes is every one. (rules 18, 59)
    function _allows(Licence l, uint256 kind) private pure returns (bool) {
        bool trains = kind == LineageKind.TRAINED_ON;
        if (trains && l.flags() & LicenceFlag.TRAIN == 0) return false; // rule 59
        return l.actions() == 0 || l.actions() & (trains ? Action.TRAIN : Action.DERIVE) != 0; // rule 18
    }

    // ------------------------------------------------------------------------------------------------ what follows

    /// The source ends on `until` (0 = never), and the head follows: it is tightened, and loosened where this source alone
    /// held it. A tighter end that an application gave stays. (rule 45)
    function _ends(Subject memory s, uint256 until) private pure {
        s.ends = s.ends.withEnd(s.source.place(), until == 0 ? Sources.OPEN_ENDED : until);
        _follow(s);
        s.source = s.source.withUntil(until);
        uint256 held = s.head.sourceUntil();
        if (until != 0 && (held == 0 || until < held)) s.head = s.head.withSourceUntil(until); // rule 45
    }

    /// A closed source ends nothing any more. (rule 45)
    function _close(Subject memory s) private pure {
        s.ends = s.ends.withEnd(s.source.place(), 0);
        _follow(s);
    }

    /// Where the head's end was this source's, the earliest that is left takes its place. (rule 45)
    function _follow(Subject memory s) private pure {
        uint256 was = s.source.until();
        if (was != 0 && was == s.head.sourceUntil()) s.head = s.head.withSourceUntil(Sources.earliest(s.ends)); // rule 45
    }

    /// The source counts, or counts no more.
    function _count(Subject memory s, bool in_) private pure {
        Provenance p = s.provenance;
        Source c = s.source;
        if (c.grantor() != 0) p = p.withAssents(in_ ? p.assents() + 1 : p.assents() - 1); // rule 16
        if (c.kind() != SourceKind.ETHICS) {
            p = p.withSources(in_ ? p.sources() + 1 : p.sources() - 1); // rule 18
            for (uint256 r; r < 3; ++r) {
                if ((c.rights() >> r) & 1 == 0) p = p.withWithout(r, in_ ? p.without(r) + 1 : p.without(r) - 1); // rule 14
            }
        }
        s.provenance = _standing(p);
    }

    /// What the counts come to.
    function _standing(Provenance p) private pure returns (Provenance) {
        uint256 standing;
        for (uint256 r; r < 3; ++r) {
            if (p.without(r) != 0) standing |= 1 << r; // rules 14, 16, 18
        }
        if (p.lost() != 0) standing |= Standing.SOURCE_LOST;
        if (p.sources() + p.parents() != 0) standing |= Standing.SOURCED; // rule 18
        if (p.assents() != 0) standing |= Standing.ASSENTED; // rule 16
        return p.withStanding(standing);
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    function _folio(EntryId entry, uint256 at) private view returns (Subject memory s) {
        s.entry = entry;
        s.time = LegalTime.resolve(at); // rule 124
        s.journal = Entries.journalOf(entry);
        s.head = Entries.headOf(entry);
        s.ends = Sources.store().ends[entry];
        s.provenance = Sources.provenanceOf(entry);
    }

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states) private view returns (Subject memory s) {
        s = _folio(entry, at);
        s.number = Entries.resolve(entry, s.journal, number);
        s.source = Sources.load(entry, s.number);
        if (s.time < s.source.since()) revert LegalTime.OutOfOrder(s.time, s.source.since()); // rule 124
        uint256 state = s.source.state();
        if ((states >> state) & 1 == 0) revert WrongSourceState(entry, s.number, state);
    }

    function _save(Subject memory s) private {
        s.source = s.source.withSince(s.time);
        s.provenance = s.provenance.withUntil(Sources.earliest(s.ends)); // rule 45
        Sources.Store storage all = Sources.store();
        all.sources[s.entry][s.number] = s.source;
        all.ends[s.entry] = s.ends;
        all.provenances[s.entry] = s.provenance;
        if (s.burden.state() != BurdenState.NONE) Burdens.save(s.entry, s.number, s.burden);
        Entries.setHead(s.entry, s.head);
    }

    function _record(bytes32 topic, Signatories by, Subject memory s, uint256 alg, bytes32 document) private {
        Digests.known(alg); // rule 123
        Digests.present(document);
        _save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.source, s.ends, s.provenance, s.burden,
            alg, document
        ));
    }
}
