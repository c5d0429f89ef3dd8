// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Licence} from "../types/words/Licences.sol";

/// What happens to licences beside their ordinary life: another licensee, an end that an instrument orders (SM-5). `ref` of every
/// line is the licence's number.
interface ILicenceChanges {
    /// Another party is licensed from now on.
    event LicenceNovated(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint24 formerLicensee, uint8 alg, bytes32 document
    );

    /// `code` is an EndReason: INSOLVENCY, SOURCE_LOSS or ORDER.
    event LicenceEndedByOrder(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Licence licence, Burden burden, uint8 code, Order order
    );

    error AssigneeNotValid(uint256 assignee);
    error LicenceNotActive(EntryId entry, uint256 number, uint256 state);

    /// Puts another party in the licensee's place, usage and sublicences included. Licensor, licensee and assignee; whoever must
    /// consent to a grant must consent to this. (rules 52, 61)
    /// @param licence number of a licence in force
    /// @param burdens every burden not closed, ascending
    /// @param licences every licence not closed, ascending; only for an exclusive or sole one, else empty
    function novate(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint24 assignee, uint8 alg, bytes32 document,
        uint24[] calldata burdens, uint24[] calldata licences
    ) external;

    /// Ends a licence without its parties' will: insolvency, loss of a source, or another instrument. The entry's registrar, by
    /// its pair, with the instrument. (rules 54, 116)
    function endByOrder(
        Signatories by, uint40 at, EntryId entry, uint24 licence, uint8 code, Order calldata order
    ) external;
}
