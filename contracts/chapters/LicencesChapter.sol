// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {LicenceSteps} from "../core/LicenceSteps.sol";
import {Licensing} from "../core/Licensing.sol";
import {Parties} from "../core/Parties.sol";
import {Agreement, ILicences} from "../interfaces/ILicences.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {BurdenKind, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Head, Limit} from "../types/words/Entries.sol";
import {
    Action,
    EndReason,
    Environment,
    Licence,
    LicenceFlag,
    LicenceState,
    Recording,
    Region,
    SuspendReason,
    Template
} from "../types/words/Licences.sol";
import {Power, Role} from "../types/words/Parties.sol";

contract LicencesChapter is ILicences {
    using Assent for Signatories;

    uint256 private constant ACTIVE = 1 << LicenceState.ACTIVE;
    uint256 private constant SUSPENDED = 1 << LicenceState.SUSPENDED;
    uint256 private constant ENDED = 1 << LicenceState.ENDED;

    /// Flags that tell what happened, not what was agreed.
    uint256 private constant HAPPENED =
        LicenceFlag.SUSPENDED_BY_REGISTRAR | LicenceFlag.NOTICED_BY_LICENSEE | LicenceFlag.NOTICED_BY_LICENSOR
        | LicenceFlag.LEASED_BACK;

    // ------------------------------------------------------------------------------------------------ granting

    /// @inheritdoc ILicences
    function grant(
        Signatories by, uint40 at, EntryId entry, uint24 recorder, Licence terms, Agreement calldata agreement,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external {
        LicenceSteps.Subject memory s;
        s.entry = entry;
        s.time = LegalTime.resolve(at);
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.head = Entries.headOf(entry);
        s.licence = terms;
        _checkTerms(s, agreement);
        uint256 licensor = _checkTitle(s);
        _checkAssent(by, s, licensor, recorder);
        Recording recording = _checkRoom(by, s, burdens, licences);
        s.licence = s.licence.withState(LicenceState.ACTIVE).withLast(Calendar.dayOf(s.time));
        if (Licensing.isExclusive(terms)) {
            s.burden = Burdens.open(
                BurdenKind.EXCLUSIVE_LICENCE, Right.OPERATE, Burdens.EXCLUSIVE_EFFECTS, terms.licensee(), licensor, s.time
            );
            s.head = s.head.withBurdens(s.head.burdens() + 1);
        }
        s.head = Entries.moved(s.head.withLicences(s.head.licences() + 1));
        LicenceSteps.save(s);
        if (Recording.unwrap(recording) != 0) Licensing.store().recordings[entry][s.number] = recording;
        Entries.record(entry, s.journal, abi.encode(
            LicenceGranted.selector, entry, s.number, s.number, by, s.time, s.head, s.licence, s.burden, recording, licensor,
            recorder, agreement
        ));
    }

    /// @inheritdoc ILicences
    function narrow(
        Signatories by, uint40 at, EntryId entry, uint24 number, Licence terms, Agreement calldata agreement
    ) external {
        LicenceSteps.Subject memory s = _load(entry, number, at, ACTIVE | SUSPENDED);
        by.needs(Licensing.licensor(s.entry, s.head, s.licence), Licensing.power(s.licence), entry); // rule 48
        by.needs(s.licence.licensee(), Power.ACCEPT, entry); // rule 48
        _checkAgreement(terms, agreement);
        Licence old = s.licence;
        // What terms may not say is kept: who, under what, in which state, and what happened.
        Licence kept = terms.withState(old.state()).withNoticed(old.noticed()).withDepth(old.depth()).withFlags(
            (terms.flags() & ~HAPPENED) | (old.flags() & HAPPENED)
        );
        bool same = terms.valid() && terms.licensee() == old.licensee() && terms.parent() == old.parent();
        bool less = Licensing.contains(old, terms) && terms.kind() <= old.kind() && terms.flags() & ~old.flags() == 0
            && terms.start() == old.start() && terms.end() >= terms.start() && terms.end() >= Calendar.dayOf(s.time);
        if (!same || !less) revert NotNarrower(); // rule 46
        if (Licensing.isExclusive(old) && !Licensing.isExclusive(terms)) LicenceSteps.closeBurden(s);
        s.licence = kept.withLast(Calendar.dayOf(s.time));
        s.head = Entries.moved(s.head);
        LicenceSteps.save(s);
        Entries.record(entry, s.journal, abi.encode(
            LicenceNarrowed.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.licence, s.burden,
            agreement
        ));
    }

    // ------------------------------------------------------------------------------------------------ living

    /// @inheritdoc ILicences
    function suspend(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        LicenceSteps.Subject memory s = _load(entry, number, at, ACTIVE);
        if (code == SuspendReason.NONE || code > SuspendReason.SOURCE_LOSS) revert ReasonUnknown(code);
        bool byRegistrar = _suspender(by, s);
        uint256 flags = s.licence.flags();
        s.licence = s.licence.withState(LicenceState.SUSPENDED).withFlags(
            byRegistrar ? flags | LicenceFlag.SUSPENDED_BY_REGISTRAR : flags & ~LicenceFlag.SUSPENDED_BY_REGISTRAR
        );
        _step(LicenceSuspended.selector, by, s, code, alg, document, true);
    }

    /// @inheritdoc ILicences
    function resumeLicence(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        LicenceSteps.Subject memory s = _load(entry, number, at, SUSPENDED);
        bool byRegistrar = _suspender(by, s);
        if (byRegistrar != (s.licence.flags() & LicenceFlag.SUSPENDED_BY_REGISTRAR != 0)) revert NotTheSuspender();
        s.licence = s.licence.withState(LicenceState.ACTIVE).withFlags(
            s.licence.flags() & ~LicenceFlag.SUSPENDED_BY_REGISTRAR
        );
        _step(LicenceResumed.selector, by, s, 0, alg, document, true);
    }

    /// @inheritdoc ILicences
    function noticeBreach(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external {
        LicenceSteps.Subject memory s = _load(entry, number, at, ACTIVE | SUSPENDED);
        bool byLicensee = by.given(s.licence.licensee(), Power.ACCEPT, entry);
        if (!byLicensee) _needsLicensor(by, s);
        uint256 noticer = byLicensee ? LicenceFlag.NOTICED_BY_LICENSEE : LicenceFlag.NOTICED_BY_LICENSOR;
        // Once each: neither side can put off the other's end for ever by giving notice again.
        if (s.licence.flags() & noticer != 0) revert AlreadyNoticed(); // rule 54
        // Nobody is given notice by a line that is not written yet, whatever day it bears.
        uint256 day = Calendar.dayOf(s.time);
        if (day < Calendar.today()) day = Calendar.today();
        s.licence = s.licence.withNoticed(day).withFlags(s.licence.flags() | noticer); // rule 54
        _step(BreachNoticed.selector, by, s, 0, alg, document, false);
    }

    /// @inheritdoc ILicences
    function end(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document) external {
        LicenceSteps.Subject memory s = _load(entry, number, at, ACTIVE | SUSPENDED);
        uint256 day = Calendar.dayOf(s.time);
        if (code == EndReason.MUTUAL) {
            by.needs(Licensing.licensor(s.entry, s.head, s.licence), Licensing.power(s.licence), entry);
            by.needs(s.licence.licensee(), Power.ACCEPT, entry);
        } else if (code == EndReason.BREACH) {
            _checkNoticeElapsed(by, s, day); // rule 54
        } else {
            revert ReasonUnknown(code); // rule 54: other ways need an instrument
        }
        s.licence = Licensing.ended(s.licence, day);
        if (Licensing.isExclusive(s.licence)) LicenceSteps.closeBurden(s);
        _step(LicenceEnded.selector, by, s, code, alg, document, true);
    }

    /// @inheritdoc ILicences
    function close(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external {
        LicenceSteps.Subject memory s = _load(entry, number, at, ACTIVE | SUSPENDED | ENDED);
        uint256 day = Calendar.dayOf(s.time);
        bool ended = s.licence.state() == LicenceState.ENDED;
        // Time alone decides an expiry: by legal time and by block time. A parent's end ends its children. (rule 54)
        bool over = ended || (s.licence.end() < day && s.licence.end() < Calendar.today()) || Licensing.isOrphaned(s.entry, s.licence, day);
        if (!over) revert NotYetOver(s.licence.end());
        if (s.licence.deleteWithin() != 0) {
            by.needs(s.licence.licensee(), Power.ACCEPT, entry); // rule 55
            Digests.present(document);
        }
        if (!ended && Licensing.isExclusive(s.licence)) LicenceSteps.closeBurden(s);
        s.licence = s.licence.withState(LicenceState.CLOSED).withLast(day);
        s.head = s.head.withLicences(s.head.licences() - 1); // does not move the edition: nobody can spoil a signed filing
        LicenceSteps.save(s);
        _record(LicenceClosed.selector, by, s, 0, alg, document);
    }

    // ------------------------------------------------------------------------------------------------ guards of a grant

    /// Terms are whole, within the entry's limits, and both sign the same papers.
    function _checkTerms(LicenceSteps.Subject memory s, Agreement calldata agreement) private pure {
        Licence l = s.licence;
        bool blank = l.state() == 0 && l.depth() == 0 && l.noticed() == 0 && l.last() == 0 && l.flags() & HAPPENED == 0;
        bool whole = l.valid() && blank && l.licensee() != 0 && l.start() != 0 && l.end() >= l.start()
            && l.end() >= Calendar.dayOf(s.time);
        if (!whole) revert TermsNotValid();
        _checkAgreement(l, agreement);
        _checkLimits(s.head.limits(), l); // rule 44
    }

    function _checkAgreement(Licence l, Agreement calldata a) private pure {
        Digests.known(a.alg); // rule 123
        Digests.present(a.contractHash); // rule 48
        Digests.present(a.policy); // rule 48
        if (a.template == Template.NONE || a.template > Template.OTHER) revert TermsNotValid(); // rule 48
        uint256 training = Action.TRAIN | Action.FINE_TUNE;
        bool trains = l.actions() == 0 || l.actions() & training != 0;
        if (l.actions() & training != 0 && l.flags() & LicenceFlag.TRAIN == 0) revert TrainingNotAgreed(); // rule 59
        if (l.flags() & (LicenceFlag.TRAIN | LicenceFlag.KEEP_WEIGHTS) != 0 && !trains) revert TermsNotValid(); // rule 59
        if (l.flags() & LicenceFlag.KEEP_WEIGHTS != 0 && l.flags() & LicenceFlag.TRAIN == 0) revert TrainingNotAgreed();
        bool abroad = l.flags() & LicenceFlag.CROSS_BORDER != 0;
        if (abroad != (a.crossBorder != 0)) revert CrossBorderUnsupported(); // rule 58
        if (l.regions() & Region.ABROAD != 0 && !abroad) revert CrossBorderUnsupported(); // rule 58
    }

    /// What the registration forbids, no licence allows. (rule 44)
    function _checkLimits(uint256 limits, Licence l) private pure {
        uint256 flags = l.flags();
        uint256 environments = l.environments() == 0 ? type(uint256).max : l.environments();
        uint256 actions = l.actions() == 0 ? type(uint256).max : l.actions();
        _forbid(limits, Limit.NO_RESALE, flags & LicenceFlag.REDISTRIBUTE != 0 || actions & Action.DISTRIBUTE != 0);
        _forbid(limits, Limit.NO_SUBLICENCE, flags & LicenceFlag.SUBLICENSE != 0);
        _forbid(limits, Limit.NO_TRAINING, flags & LicenceFlag.TRAIN != 0);
        _forbid(limits, Limit.NO_CROSS_BORDER, flags & LicenceFlag.CROSS_BORDER != 0);
        _forbid(limits, Limit.NO_DERIVATION, actions & Action.DERIVE != 0);
        _forbid(limits, Limit.NOT_PREMISES, environments & Environment.PREMISES != 0);
        _forbid(limits, Limit.NOT_CLOUD, environments & Environment.CLOUD != 0);
        _forbid(limits, Limit.NOT_CONNECTOR, environments & Environment.CONNECTOR != 0);
        _forbid(limits, Limit.NOT_API, environments & Environment.API != 0);
    }

    function _forbid(uint256 limits, uint256 limit, bool asked) private pure {
        if (asked && limits & limit != 0) revert LimitExceeded(limit);
    }

    /// Whoever may give this licence: the holder of a live OPERATE right, or the licensee of a parent that allows it. Nobody
    /// gives more or longer than he has. (rules 43–45)
    function _checkTitle(LicenceSteps.Subject memory s) private view returns (uint256 licensor) {
        uint256 day = Calendar.dayOf(s.time);
        bool live = Entries.isLive(s.entry, s.head, Entries.OPERATE, day)
            && Entries.isLive(s.entry, s.head, Entries.OPERATE, Calendar.today());
        if (!live) revert RightNotOperable(s.entry); // rule 43
        uint256 latest = s.head.until(Entries.OPERATE);
        if (s.head.sourceUntil() != 0 && s.head.sourceUntil() < latest) latest = s.head.sourceUntil();
        if (s.licence.end() > latest) revert TermTooLong(s.licence.end(), latest); // rule 45
        if (s.licence.parent() == 0) return Licensing.licensor(s.entry, s.head, s.licence); // rule 43
        uint256 parentNumber = Entries.resolve(s.entry, s.journal, s.licence.parent());
        s.licence = s.licence.withParent(parentNumber);
        Licence parent = Licensing.load(s.entry, parentNumber);
        if (!Licensing.isLive(s.entry, parent, day)) revert Licensing.LicenceNotLive(s.entry, parentNumber);
        bool allowed = parent.flags() & LicenceFlag.SUBLICENSE != 0 && parent.depth() < Licensing.DEEPEST;
        if (!allowed) revert SublicenceNotAllowed(parentNumber);
        // Blindness allows nothing: it may be agreed on under a licence that is not blind. (rule 60)
        bool within = Licensing.contains(parent, s.licence)
            && s.licence.flags() & ~(parent.flags() | LicenceFlag.BLIND) == 0
            && s.licence.kind() <= parent.kind();
        if (!within) revert ScopeExceeded(parentNumber); // rule 44
        s.licence = s.licence.withDepth(parent.depth() + 1);
        return parent.licensee();
    }

    /// Licensor, licensee and recorder agree. (rules 43, 47, 48)
    function _checkAssent(Signatories by, LicenceSteps.Subject memory s, uint256 licensor, uint256 recorder) private view {
        Burdens.needsFree(licensor); // rule 115
        by.needs(licensor, Licensing.power(s.licence), s.entry); // rule 47
        by.needs(s.licence.licensee(), Power.ACCEPT, s.entry); // rule 48
        _needsRecorder(by, s.head, recorder);
        if (licensor == s.licence.licensee()) revert TermsNotValid();
    }

    /// No burden and no other licence stands in the way. What is given under the right itself among burdens is dated: whether it
    /// survives a sale turns on that. (rules 39, 46, 49, 51)
    function _checkRoom(Signatories by, LicenceSteps.Subject memory s, uint24[] calldata burdens, uint24[] calldata licences)
        private
        view
        returns (Recording recording)
    {
        if (s.head.licences() + s.head.burdens() >= Licensing.MOST) revert TooManyLicences();
        bool exclusive = Licensing.isExclusive(s.licence);
        uint256 effects = exclusive ? Effect.LICENCE_EXCLUSIVE : Effect.LICENCE_ORDINARY;
        if (s.licence.parent() != 0) effects |= Effect.SUBLICENSE;
        Burdens.clearForeseen(
            by,
            Burdens.Move({entry: s.entry, rights: Right.OPERATE, effects: effects, time: s.time, licence: s.licence}),
            s.head,
            burdens
        );
        if (exclusive) Licensing.needsRoom(s.entry, s.head.licences(), licences, s.licence, s.time); // rule 46
        else if (licences.length != 0) revert TermsNotValid();
        if (s.head.burdens() != 0 && s.licence.parent() == 0) {
            recording = recording.withTime(block.timestamp).withEffects(effects); // rule 51
        }
    }

    /// The registrar of the entry, or an exchange.
    function _needsRecorder(Signatories by, Head head, uint256 recorder) private view {
        if (Parties.keeper(recorder) == Parties.keeper(head.registrar())) {
            by.needsRegistrar(recorder, Power.RECORD); // rule 4
            return;
        }
        if (Parties.live(recorder).roles() & Role.EXCHANGE == 0) revert NotARecorder(recorder);
        by.needs(recorder, Power.RECORD, EntryId.wrap(0));
    }

    // ------------------------------------------------------------------------------------------------ guards of a living one

    /// The licensor (false), or the entry's registrar (true). An exchange is not asked: another one's deals are not its own.
    function _suspender(Signatories by, LicenceSteps.Subject memory s) private view returns (bool byRegistrar) {
        byRegistrar = by.officerOf(Parties.keeper(s.head.registrar()), Power.RECORD) != 0;
        if (byRegistrar) by.needsRegistrar(s.head.registrar(), Power.RECORD); // rule 4
        else _needsLicensor(by, s);
    }

    /// Against the licensee's will: never a lessor, whose rights on default are those of the lease.
    function _needsLicensor(Signatories by, LicenceSteps.Subject memory s) private view {
        by.needs(Licensing.licensor(s.entry, s.head, s.licence), Licensing.power(s.licence), s.entry);
        if (s.licence.flags() & LicenceFlag.LEASED_BACK != 0) revert LicenceOfALease(s.entry, s.number); // rule 110
    }

    /// Who gave the notice, once the notice period is over. (rule 54)
    function _checkNoticeElapsed(Signatories by, LicenceSteps.Subject memory s, uint256 day) private view {
        bool byLicensee = by.given(s.licence.licensee(), Power.ACCEPT, s.entry);
        if (!byLicensee) _needsLicensor(by, s);
        uint256 noticer = byLicensee ? LicenceFlag.NOTICED_BY_LICENSEE : LicenceFlag.NOTICED_BY_LICENSOR;
        if (s.licence.flags() & noticer == 0) revert NotNoticed();
        uint256 earliest = s.licence.noticed() + Book.parameters().noticeOfBreachDays() + 1;
        if (day < earliest || Calendar.today() < earliest) revert NoticeNotElapsed(earliest);
    }

    // ------------------------------------------------------------------------------------------------ writing

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states)
        private
        view
        returns (LicenceSteps.Subject memory s)
    {
        s = LicenceSteps.load(entry, number, at);
        if ((states >> s.licence.state()) & 1 == 0) revert WrongLicenceState(entry, s.number, s.licence.state());
    }

    function _step(
        bytes32 topic, Signatories by, LicenceSteps.Subject memory s, uint256 code, uint256 alg, bytes32 document, bool moves
    ) private {
        Digests.present(document);
        s.licence = s.licence.withLast(Calendar.dayOf(s.time));
        if (moves) s.head = Entries.moved(s.head);
        LicenceSteps.save(s);
        _record(topic, by, s, code, alg, document);
    }

    function _record(
        bytes32 topic, Signatories by, LicenceSteps.Subject memory s, uint256 code, uint256 alg, bytes32 document
    ) private {
        Digests.known(alg); // rule 123
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.licence, s.burden, code, alg, document
        ));
    }
}
