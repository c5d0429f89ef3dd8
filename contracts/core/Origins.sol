// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Basis, Claim, Form, Origin, Right, Sensitivity} from "../types/Words.sol";

/// Which rights may be registered for data of which origin (Guide Art. 15, 20–22; domain table 1.2). Origins are a set, and
/// every right asked must pass for each of them.
library Origins {
    error OriginMissing();
    error OriginNotRegistrable(uint256 origins);
    error CoreData();
    error RawScrapedData();
    error BasisMissing(uint256 basis);

    /// `asked` is a mask of rights. (rules 14–20)
    function check(Claim c, uint256 asked) internal pure {
        uint256 origins = c.origins();
        if (origins == 0) revert OriginMissing();
        uint256 never = origins & (Origin.ENTRUSTED | Origin.GOVERNMENT);
        if (never != 0) revert OriginNotRegistrable(never); // rules 17, 19
        if (origins & Origin.PUBLIC_AUTHORISED != 0) _needs(c, Basis.PUBLIC_DATA_NUMBER); // rule 19
        if (origins & Origin.DERIVED != 0) _needs(c, Basis.SOURCE_RIGHT); // rule 18
        if (asked & Right.OPERATE != 0) _checkOperate(c, origins);
        if (c.sensitivity() & Sensitivity.CORE != 0) revert CoreData(); // rule 20
        if (c.sensitivity() != 0) _needs(c, Basis.COMPLIANCE_OPINION); // rule 20
    }

    function _checkOperate(Claim c, uint256 origins) private pure {
        if (origins & Origin.SCRAPED_PUBLIC != 0) {
            if (c.form() == Form.RESOURCE) revert RawScrapedData(); // rule 15
            _needs(c, Basis.NO_SUBSTITUTION); // rule 15
        }
        if (origins & Origin.FUSED != 0) _needs(c, Basis.CONTRACT_ALLOCATES | Basis.PARTICIPANTS_CONSENT); // rule 16
    }

    /// Any one of the bases.
    function _needs(Claim c, uint256 bases) private pure {
        if (c.bases() & bases == 0) revert BasisMissing(bases);
    }
}
