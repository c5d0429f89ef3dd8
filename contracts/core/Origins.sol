// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Right} from "../types/words/Common.sol";
import {Basis, Head, Origin, Sensitivity} from "../types/words/Entries.sol";
import {Claim, Form} from "../types/words/Registration.sol";
import {Standing} from "../types/words/Sources.sol";
import {Sources} from "./Sources.sol";

/// Which rights may be registered for data of which origin (Guide Art. 15, 20–22; domain table 1.2). Origins are a set, and
/// every right must pass for each of them, whichever case brought it.
library Origins {
    error OriginMissing();
    error OriginNotRegistrable(uint256 origins);
    error CoreData();
    error RawScrapedData();
    error BasisMissing(uint256 basis);
    /// HOLD_WITHHELD, …, SOURCE_LOST for what is so; SOURCED, ASSENTED for what is not.
    error SourcesLacking(uint256 lacking);

    /// `rights` is a mask: those the claim is for and those that stand already, for its origins come to lie under both. The
    /// bases the registrar holds count with those handed in, and so do the sources on record: none is lost; what was made from
    /// other data rests on a right to use each of them; of data that are no others' every source gives the right itself.
    /// (rules 14–20)
    function check(EntryId entry, Claim c, Head head, uint256 rights) internal view {
        if (c.origins() == 0) revert OriginMissing();
        uint256 origins = c.origins() | head.origins();
        uint256 bases = c.bases() | head.bases();
        uint256 never = origins & (Origin.ENTRUSTED | Origin.GOVERNMENT);
        if (never != 0) revert OriginNotRegistrable(never); // rules 17, 19
        if (origins & Origin.PUBLIC_AUTHORISED != 0) _needs(bases, Basis.PUBLIC_DATA_NUMBER); // rule 19
        uint256 asked = origins & (Origin.DERIVED | Origin.FUSED) == 0 ? rights : 0; // rule 14
        if (origins & Origin.DERIVED != 0) {
            _needs(bases, Basis.SOURCE_RIGHT); // rule 18
            asked = Standing.USE_WITHHELD | Standing.SOURCED; // rule 18
        }
        if (rights & Right.OPERATE != 0) asked |= _checkOperate(c.form(), origins, bases);
        if (c.sensitivity() & Sensitivity.CORE != 0) revert CoreData(); // rule 20
        if (c.sensitivity() != 0) _needs(bases, Basis.COMPLIANCE_OPINION); // rule 20
        asked |= Standing.SOURCE_LOST;
        asked &= Sources.provenanceOf(entry).standing() ^ (Standing.SOURCED | Standing.ASSENTED);
        if (asked != 0) revert SourcesLacking(asked); // rules 14, 16, 18
    }

    /// What sources must be like; under a contract that is silent all other participants have assented. (rules 15, 16)
    function _checkOperate(uint256 form, uint256 origins, uint256 bases) private pure returns (uint256 asked) {
        if (origins & Origin.SCRAPED_PUBLIC != 0) {
            if (form == Form.RESOURCE) revert RawScrapedData(); // rule 15
            _needs(bases, Basis.NO_SUBSTITUTION); // rule 15
        }
        if (origins & Origin.FUSED != 0) {
            _needs(bases, Basis.CONTRACT_ALLOCATES | Basis.PARTICIPANTS_CONSENT); // rule 16
            if (bases & Basis.CONTRACT_ALLOCATES == 0) asked = Standing.OPERATE_WITHHELD | Standing.ASSENTED; // rule 16
        }
    }

    /// Any one of the bases of `accepted`.
    function _needs(uint256 bases, uint256 accepted) private pure {
        if (bases & accepted == 0) revert BasisMissing(accepted);
    }
}
