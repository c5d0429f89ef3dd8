// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Listing} from "../types/words/Listings.sol";

/// What the holder and the exchange stand by when a product is listed. (rule 119)
struct Prospectus {
    uint8 alg; // of all digests here
    bytes32 specification; // 数据产品说明书
    bytes32 offer; // canonical ODRL offer
    bytes32 sources; // statement of where the data come from
}

/// Products on exchanges (SM-11). `ref` of every line is the listing's number.
interface IListings {
    event ProductListed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Listing listing,
        Prospectus prospectus
    );

    event ListingSuspended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Listing listing,
        uint8 alg, bytes32 document
    );

    /// Its opinion is no longer in force, or the right is not; somebody recorded it. `listing.code` says which. (rule 118)
    event ListingLapsed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Listing listing
    );

    event ListingResumed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Listing listing,
        uint8 alg, bytes32 document
    );

    event Delisted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Listing listing,
        uint8 alg, bytes32 document
    );

    error DeliveryUnknown(uint256 delivery);
    error ListingReasonUnknown(uint256 code);
    error WrongListingState(EntryId entry, uint256 number, uint256 state);
    error ListerGone(uint256 lister);
    error ListingStands(EntryId entry, uint256 number);

    /// Offers a product under a live OPERATE right. Its holder with LICENSE, and the exchange with RECORD. (rule 119)
    /// @param delivery mask of Delivery
    /// @param compliance an attestation of the entry: a compliance opinion in force
    function listProduct(
        Signatories by, uint40 at, EntryId entry, uint24 venue, uint8 delivery, uint24 compliance,
        Prospectus calldata prospectus
    ) external;

    /// Takes it off for a while. The exchange.
    function suspendListing(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Suspends a product whose compliance opinion, or the later one that superseded it, is no longer in force, or whose right
    /// to operate is not. Anyone. (rules 118, 119)
    function lapseListing(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Puts it back while the right is live and still the lister's, and on an opinion in force. The exchange. (rules 118, 119)
    /// @param compliance the opinion it relies on from now on
    function resumeListing(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint24 compliance, uint8 alg, bytes32 document
    ) external;

    /// Takes it off for good. The exchange, or the holder of OPERATE.
    function delist(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;
}
