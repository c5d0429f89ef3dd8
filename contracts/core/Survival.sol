// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Licence, Recording} from "../types/words/Licences.sol";
import {Security} from "../types/words/Securities.sol";
import {Burdens} from "./Burdens.sol";
import {Leases} from "./Leases.sol";
import {Licensing} from "./Licensing.sol";
import {Securities} from "./Securities.sol";

/// Which licences a sale clears the right of (auction rules 28; Civil Code 405 by analogy), as `ledger_api/domain/survival.py`
/// says it: a licence stays if it was recorded before a security was filed, or with the assent that security's burden asked for.
library Survival {
    /// Licence `number` does not withstand `security`, as it stands on legal day `day`. (rule 51)
    function isRemovable(EntryId entry, uint256 number, uint256 security, uint256 day) internal view returns (bool) {
        Licence l = Licensing.load(entry, number);
        // A sublicence takes from its parent: it stands and falls with it. (rule 54)
        for (; l.parent() != 0; l = Licensing.load(entry, number)) number = l.parent();
        Recording r = Licensing.store().recordings[entry][number];
        Security s = Securities.load(entry, security);
        if (!Securities.isPerfected(s, day) || r.time() < s.filedAt()) return false; // rules 51, 67, 71
        // What was granted before the judgment that made it of a lease, had met the lease's burden.
        uint256 forbade = number < s.judged() ? Leases.EFFECTS : Burdens.load(entry, security).effects();
        return forbade & r.effects() == 0 || number < Securities.origin(entry, security); // rules 49, 51
    }
}
