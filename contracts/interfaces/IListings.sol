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
    bytes32 compliance; // compliance opinion in force
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

    /// Offers a product under a live OPERATE right. Its holder with LICENSE, and the exchange with RECORD. (rule 119)
    /// @param delivery mask of Delivery
    function listProduct(
        Signatories by, uint40 at, EntryId entry, uint24 venue, uint8 delivery, Prospectus calldata prospectus
    ) external;

    /// Takes it off for a while. The exchange.
    function suspendListing(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;

    /// Puts it back while the right is live and still the lister's. The exchange. (rule 119)
    function resumeListing(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Takes it off for good. The exchange, or the holder of OPERATE.
    function delist(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, uint8 alg, bytes32 document
    ) external;
}
