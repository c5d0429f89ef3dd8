// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Attesting} from "../core/Attesting.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Listings} from "../core/Listings.sol";
import {Parties} from "../core/Parties.sol";
import {Sources} from "../core/Sources.sol";
import {ILicences} from "../interfaces/ILicences.sol";
import {IListings, Prospectus} from "../interfaces/IListings.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {AttestationKind} from "../types/words/Attestations.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Delivery, Listing, ListingReason, ListingState} from "../types/words/Listings.sol";
import {Power, Role} from "../types/words/Parties.sol";

contract ListingsChapter is IListings {
    using Assent for Signatories;

    EntryId private constant ANY = EntryId.wrap(0);

    uint256 private constant LISTED = 1 << ListingState.LISTED;
    uint256 private constant SUSPENDED = 1 << ListingState.SUSPENDED;

    /// @inheritdoc IListings
    function listProduct(
        Signatories by, uint40 at, EntryId entry, uint24 venue, uint8 delivery, uint24 compliance,
        Prospectus calldata prospectus
    ) external {
        uint256 time = LegalTime.resolve(at);
        Journal j = Entries.journalOf(entry);
        uint256 holder = _holder(entry, time); // rule 119
        by.needs(holder, Power.LICENSE, entry);
        Parties.entitled(venue, Role.EXCHANGE);
        by.needs(venue, Power.RECORD, ANY);
        if (delivery == 0 || delivery >= Delivery.MODEL << 1) revert DeliveryUnknown(delivery);
        Digests.known(prospectus.alg); // rule 123
        Digests.present(prospectus.specification); // rule 119
        Digests.present(prospectus.offer);
        Digests.present(prospectus.sources); // rule 119
        Listing l = Listing.wrap(0).withState(ListingState.LISTED).withVenue(venue).withLister(holder).withDelivery(
            delivery
        ).withListed(Calendar.dayOf(time)).withSince(time).withCompliance(_opinion(entry, compliance, time)); // rule 119
        uint256 n = Journals.next(j);
        Listings.save(entry, n, l);
        Entries.record(entry, j, abi.encode(ProductListed.selector, entry, n, n, by, time, l, prospectus));
    }

    /// @inheritdoc IListings
    function suspendListing(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Listing l, uint256 time) = _load(entry, number, at, LISTED);
        by.needs(l.venue(), Power.RECORD, ANY);
        _checkReason(code);
        l = l.withState(ListingState.SUSPENDED).withCode(code);
        _record(ListingSuspended.selector, by, entry, n, l, time, alg, document);
    }

    /// @inheritdoc IListings
    function lapseListing(Signatories by, uint40 at, EntryId entry, uint24 number) external {
        LegalTime.blockTime(at); // what time alone decides takes block time
        (uint256 n, Listing l, uint256 time) = _load(entry, number, 0, LISTED);
        uint256 code = !_isOperable(entry, time)
            ? ListingReason.RIGHT_LAPSED
            : !Attesting.serves(entry, Attesting.latest(entry, l.compliance()), AttestationKind.COMPLIANCE, 0, time)
                ? ListingReason.ATTESTATION_EXPIRED
                : ListingReason.NONE;
        if (code == ListingReason.NONE) revert ListingStands(entry, n); // rules 118, 119
        Journal j = Entries.journalOf(entry);
        l = l.withState(ListingState.SUSPENDED).withCode(code).withSince(time);
        Listings.save(entry, n, l);
        Entries.record(entry, j, abi.encode(ListingLapsed.selector, entry, Journals.next(j), n, by, time, l));
    }

    /// @inheritdoc IListings
    function resumeListing(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 compliance, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Listing l, uint256 time) = _load(entry, number, at, SUSPENDED);
        by.needs(l.venue(), Power.RECORD, ANY);
        if (_holder(entry, time) != l.lister()) revert ListerGone(l.lister()); // rule 119
        l = l.withState(ListingState.LISTED).withCode(ListingReason.NONE).withCompliance(_opinion(entry, compliance, time));
        _record(ListingResumed.selector, by, entry, n, l, time, alg, document);
    }

    /// @inheritdoc IListings
    function delist(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external {
        (uint256 n, Listing l, uint256 time) = _load(entry, number, at, LISTED | SUSPENDED);
        if (!by.given(l.venue(), Power.RECORD, ANY)) {
            by.needs(Entries.headOf(entry).holder(Entries.OPERATE), Power.LICENSE, entry);
        }
        _checkReason(code);
        l = l.withState(ListingState.DELISTED).withCode(code);
        _record(Delisted.selector, by, entry, n, l, time, alg, document);
    }

    /// Who holds the right to operate, live by legal time and by block time; of data whose sources all stand. (rule 119)
    function _holder(EntryId entry, uint256 time) private view returns (uint256) {
        if (!_isOperable(entry, time)) revert ILicences.RightNotOperable(entry); // rule 119
        uint256 lost = Sources.provenanceOf(entry).lost();
        if (lost != 0) revert Sources.SourceLost(lost); // rule 119
        return Entries.headOf(entry).holder(Entries.OPERATE);
    }

    /// By legal time and by block time. (rule 119)
    function _isOperable(EntryId entry, uint256 time) private view returns (bool) {
        Head head = Entries.headOf(entry);
        return Entries.isLive(entry, head, Entries.OPERATE, Calendar.dayOf(time))
            && Entries.isLive(entry, head, Entries.OPERATE, Calendar.today());
    }

    /// The absolute number of a compliance opinion in force. (rules 118, 119)
    function _opinion(EntryId entry, uint256 number, uint256 time) private view returns (uint256 n) {
        n = Entries.resolve(entry, Entries.journalOf(entry), number);
        Attesting.needs(entry, n, AttestationKind.COMPLIANCE, 0, time); // rule 119
    }

    function _checkReason(uint256 code) private pure {
        if (code == ListingReason.NONE || code > ListingReason.BY_HOLDER) revert ListingReasonUnknown(code);
    }

    function _load(EntryId entry, uint256 number, uint256 at, uint256 states)
        private
        view
        returns (uint256 n, Listing l, uint256 time)
    {
        n = Entries.resolve(entry, Entries.journalOf(entry), number);
        l = Listings.load(entry, n);
        time = LegalTime.resolve(at, l.since());
        if ((states >> l.state()) & 1 == 0) revert WrongListingState(entry, n, l.state());
    }

    function _record(
        bytes32 topic, Signatories by, EntryId entry, uint256 n, Listing l, uint256 time, uint256 alg, bytes32 document
    ) private {
        Digests.known(alg); // rule 123
        Digests.present(document);
        Journal j = Entries.journalOf(entry);
        l = l.withSince(time);
        Listings.save(entry, n, l);
        Entries.record(entry, j, abi.encode(topic, entry, Journals.next(j), n, by, time, l, alg, document));
    }
}
