// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Folio} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Head} from "../types/words/Entries.sol";
import {Power} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Entries} from "./Entries.sol";
import {Parties} from "./Parties.sol";

/// Who may let others write into a folio: its applicant before the first anchoring, its holders after it.
library Folios {
    using Assent for Signatories;

    /// The folio is the entry's.
    function check(EntryId entry, Folio calldata folio) internal pure {
        if (!(Entries.idOf(folio.alg, folio.root, folio.applicant) == entry)) revert Entries.NotThisEntry(entry);
    }

    /// The applicant, one of the holders or the registrar lets something be written into the folio: nobody fills the journal
    /// of another. (rule 6)
    function needsWelcome(Signatories by, EntryId entry, Head head, Folio calldata folio) internal view {
        check(entry, folio);
        if (head.registrar() == 0) {
            by.needs(folio.applicant, Power.FILE, entry);
            return;
        }
        for (uint256 r; r < 3; ++r) {
            if (head.holder(r) != 0 && by.given(head.holder(r), Power.FILE, entry)) return;
        }
        by.needsRegistrar(head.registrar(), Power.RECORD); // rule 4
    }

    /// `party` holds a right of the entry, alone or with others, or keeps its register.
    function takesPart(Head head, uint256 party) internal view returns (bool) {
        if (Parties.keeper(head.registrar()) == party) return true; // rules 2, 5
        uint256 asked;
        for (uint256 r; r < 3; ++r) {
            if (head.holder(r) == asked) continue;
            asked = head.holder(r);
            if (Parties.includes(asked, party)) return true;
        }
        return false;
    }
}
