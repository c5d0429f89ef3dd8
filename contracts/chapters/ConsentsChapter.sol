// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Consents} from "../core/Consents.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {IConsents} from "../interfaces/IConsents.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenState} from "../types/words/Burdens.sol";
import {Consent, ConsentMode, ConsentState, Envelope, EnvelopeState} from "../types/words/Consents.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power} from "../types/words/Parties.sol";

contract ConsentsChapter is IConsents {
    using Assent for Signatories;

    /// Working days to answer where no envelope says otherwise.
    uint256 private constant SLA = 5;

    /// A matter put to the party of a burden.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Burden burden;
        bytes32 matter;
        Consent consent;
        uint256 time;
    }

    // ------------------------------------------------------------------------------------------------ beforehand

    /// @inheritdoc IConsents
    function setEnvelope(
        Signatories by, uint40 at, EntryId entry, uint24 number, Envelope envelope, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _burdenOf(entry, number);
        s.time = LegalTime.resolve(at);
        by.needs(s.burden.party(), Power.CONSENT, entry); // rule 49
        _checkEnvelope(envelope);
        _present(alg, document);
        Consents.store().envelopes[entry][s.number] = envelope;
        Entries.record(entry, s.journal, abi.encode(
            EnvelopeSet.selector, entry, Journals.next(s.journal), s.number, by, s.time, envelope, alg, document
        ));
    }

    // ------------------------------------------------------------------------------------------------ once

    /// @inheritdoc IConsents
    function requestConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 requester, bytes32 matter, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, matter, at);
        Digests.present(matter);
        if (!_holds(Entries.headOf(entry), requester)) revert NotAHolder(requester); // nobody else writes here
        by.needs(requester, Power.FILE, entry);
        if (_stands(s.consent, s.time)) revert ConsentPending(entry, s.number);
        Envelope e = Consents.store().envelopes[entry][s.number];
        bool said = Consents.inForce(e, s.time);
        s.consent = Consent.wrap(0).withState(ConsentState.REQUESTED).withParty(s.burden.party()).withRequester(requester)
            .withDay(Calendar.dayOf(s.time)).withSla(said && e.sla() != 0 ? e.sla() : SLA).withSilence(said ? e.silence() : 0);
        _record(ConsentRequested.selector, by, s, alg, document);
    }

    /// @inheritdoc IConsents
    function giveConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter, uint16 until, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _answered(by, entry, number, matter, at);
        if (until < Calendar.dayOf(s.time)) revert ConsentLapsed(until);
        s.consent = s.consent.withState(ConsentState.GIVEN).withUntil(until);
        _record(ConsentGiven.selector, by, s, alg, document);
    }

    /// @inheritdoc IConsents
    function refuseConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _answered(by, entry, number, matter, at);
        s.consent = s.consent.withState(ConsentState.REFUSED);
        _record(ConsentRefused.selector, by, s, alg, document);
    }

    /// @inheritdoc IConsents
    function revokeConsent(
        Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter, uint8 alg, bytes32 document
    ) external {
        Subject memory s = _load(entry, number, matter, at);
        by.needs(s.burden.party(), Power.CONSENT, entry);
        _needsGiven(s);
        s.consent = s.consent.withState(ConsentState.REVOKED);
        _record(ConsentRevoked.selector, by, s, alg, document);
    }

    /// @inheritdoc IConsents
    function exerciseConsent(Signatories by, uint40 at, EntryId entry, uint24 number, bytes32 matter) external {
        Subject memory s = _load(entry, number, matter, at);
        _needsGiven(s);
        by.needs(s.consent.requester(), Power.FILE, entry); // nobody else uses it up
        uint256 until = s.consent.until();
        bool lapsed = until < Calendar.dayOf(s.time) || until < Calendar.today();
        if (until != 0 && lapsed) revert ConsentLapsed(until);
        s.consent = s.consent.withState(ConsentState.USED).withLine(Journals.next(s.journal));
        _save(s);
        Entries.record(entry, s.journal, abi.encode(
            ConsentExercised.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.consent, matter
        ));
    }

    // ------------------------------------------------------------------------------------------------ guards

    /// What is approved beforehand has a longest term and kinds; whatever is said lasts until some day.
    function _checkEnvelope(Envelope e) private view {
        bool whole = e.valid() && e.state() != EnvelopeState.NONE && e.until() >= Calendar.today();
        bool scoped = e.months() != 0 && e.kinds() != 0;
        for (uint256 i; i < Consents.MODES && !scoped; ++i) whole = whole && e.mode(i) != ConsentMode.PRE_APPROVED;
        if (!whole) revert EnvelopeNotValid();
    }

    /// The burden's party answers a request in time.
    function _answered(Signatories by, EntryId entry, uint256 number, bytes32 matter, uint256 at)
        private
        view
        returns (Subject memory s)
    {
        s = _load(entry, number, matter, at);
        by.needs(s.burden.party(), Power.CONSENT, entry); // rule 49
        if (s.consent.state() != ConsentState.REQUESTED) revert ConsentNotPending(entry, s.number, s.consent.state());
        uint256 last = Consents.lastDay(s.consent);
        if (Calendar.dayOf(s.time) > last) revert AnswerTooLate(last);
    }

    /// Given, or deemed to be by silence.
    function _needsGiven(Subject memory s) private view {
        bool given = s.consent.state() == ConsentState.GIVEN || Consents.isDeemed(s.consent, s.time);
        if (!given) revert ConsentNotGiven(s.entry, s.number, s.consent.state());
    }

    /// Still to be answered, or deemed given: asking again must not take the days, or the answer, away.
    function _stands(Consent c, uint256 time) private view returns (bool) {
        if (c.state() != ConsentState.REQUESTED) return false;
        return Consents.lastDay(c) >= Calendar.dayOf(time) || Consents.isDeemed(c, time);
    }

    function _holds(Head head, uint256 party) private pure returns (bool) {
        return party != 0 && (head.holder(0) == party || head.holder(1) == party || head.holder(2) == party);
    }

    function _present(uint256 alg, bytes32 document) private pure {
        Digests.known(alg); // rule 123
        Digests.present(document);
    }

    // ------------------------------------------------------------------------------------------------ reading and writing

    /// A burden that its party may waive.
    function _burdenOf(EntryId entry, uint256 number) private view returns (Subject memory s) {
        s.entry = entry;
        s.journal = Entries.journalOf(entry);
        s.number = Entries.resolve(entry, s.journal, number);
        s.burden = Burdens.load(entry, s.number);
        bool waivable = s.burden.waivable() != 0 && s.burden.state() != BurdenState.CLOSED;
        if (!waivable) revert BurdenNotWaivable(entry, s.number);
    }

    function _load(EntryId entry, uint256 number, bytes32 matter, uint256 at) private view returns (Subject memory s) {
        s = _burdenOf(entry, number);
        s.matter = matter;
        s.consent = Consents.store().consents[entry][s.number][matter];
        s.time = LegalTime.resolve(at, s.consent.since());
    }

    function _save(Subject memory s) private {
        s.consent = s.consent.withSince(s.time);
        Consents.store().consents[s.entry][s.number][s.matter] = s.consent;
    }

    function _record(bytes32 topic, Signatories by, Subject memory s, uint256 alg, bytes32 document) private {
        _present(alg, document);
        _save(s);
        Entries.record(s.entry, s.journal, abi.encode(
            topic, s.entry, Journals.next(s.journal), s.number, by, s.time, s.consent, s.matter, alg, document
        ));
    }
}
