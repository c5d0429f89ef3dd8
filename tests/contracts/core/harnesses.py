"""Small contracts that open the ledger's internal libraries to a test, each deployed on a chain of its own.

They add nothing but a door: what a test asks is answered by the very source the chapters are compiled from.
"""

from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.testing import Contract, LocalChain

CALENDAR = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Book} from "contracts/core/Book.sol";
import {Calendar} from "contracts/core/Calendar.sol";
import {Span, WorkingDays} from "contracts/types/words/Book.sol";

contract CalendarHarness {
    function load(uint256 from, uint256 until, uint256 group, uint256[] calldata words) external {
        Book.store().span = Span.wrap(0).withFrom(from).withUntil(until).withVersion(1);
        for (uint256 i; i < words.length; ++i) Book.store().workingDays[group + i] = WorkingDays.wrap(words[i]);
    }

    function add(uint256 day, uint256 n) external view returns (uint256) { return Calendar.add(day, n); }
    function count(uint256 from, uint256 to) external view returns (uint256) { return Calendar.count(from, to); }
    function lastDay(uint256 day, uint256 years_) external pure returns (uint256) { return Calendar.lastDay(day, years_); }
    function monthsBefore(uint256 day, uint256 months) external pure returns (uint256) { return Calendar.monthsBefore(day, months); }
    function dayOf(uint256 time) external pure returns (uint256) { return Calendar.dayOf(time); }
    function today() external view returns (uint256) { return Calendar.today(); }
    function civil(uint256 day) external pure returns (uint256, uint256, uint256) { return Calendar.civil(day); }
    function fromCivil(uint256 y, uint256 m, uint256 d) external pure returns (uint256) { return Calendar.fromCivil(y, m, d); }
}
"""

LICENSING = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Licensing} from "contracts/core/Licensing.sol";
import {EntryId} from "contracts/types/EntryId.sol";
import {Licence} from "contracts/types/words/Licences.sol";

contract LicensingHarness {
    function put(EntryId entry, uint256 number, Licence l) external { Licensing.save(entry, number, l); }
    function meets(Licence a, Licence b) external pure returns (bool) { return Licensing.meets(a, b); }
    function contains(Licence a, Licence b) external pure returns (bool) { return Licensing.contains(a, b); }
    function isLive(EntryId e, Licence l, uint256 day) external view returns (bool) { return Licensing.isLive(e, l, day); }
    function isOrphaned(EntryId e, Licence l, uint256 day) external view returns (bool) { return Licensing.isOrphaned(e, l, day); }
    function needsRoom(EntryId e, uint256 unclosed, uint24[] calldata list, Licence candidate, uint256 time) external view {
        Licensing.needsRoom(e, unclosed, list, candidate, time);
    }
}
"""

METERING = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Metering} from "contracts/core/Metering.sol";
import {Burden} from "contracts/types/words/Burdens.sol";

contract MeteringHarness {
    function wanted(Burden b, uint256 day, uint256 today) external pure returns (uint256) { return Metering.wanted(b, day, today); }
}
"""

SERIAL = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Serial} from "contracts/core/Serial.sol";

contract SerialHarness {
    function take(uint256 scheme, bytes32 number) external { Serial.take(scheme, number); }
}
"""

ORIGINS = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Origins} from "contracts/core/Origins.sol";
import {Sources} from "contracts/core/Sources.sol";
import {EntryId} from "contracts/types/EntryId.sol";
import {Head} from "contracts/types/words/Entries.sol";
import {Claim} from "contracts/types/words/Registration.sol";
import {Provenance} from "contracts/types/words/Sources.sol";

contract OriginsHarness {
    function check(Claim claim, Head head, Provenance p, uint256 rights) external {
        Sources.store().provenances[EntryId.wrap(0)] = p;
        Origins.check(EntryId.wrap(0), claim, head, rights);
    }
}
"""


def deploy(chain: LocalChain, source: str) -> Contract:
    """The one contract of `source` on `chain`."""
    (artifact,) = compile_text("tests/Harness.sol", source).values()
    return chain.deploy(artifact)
