// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Security} from "../types/words/Securities.sol";

/// What instruments order of registered rights and of securities over them, whatever their holder or creditor wants. "Pair" is a
/// reviewer and an approver of the entry's registrar, two persons (rule 3). `ref` is the line's own number, or the security's.
interface IInstruments {
    /// An instrument gave rights to another party. (rules 38, 116)
    event TransferExecuted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, uint8 rights,
        uint24 transferee, Order order
    );

    /// An instrument ended rights. (rules 36, 38, 116)
    /// @param notice digest of the written notice to the former holder
    event CancellationExecuted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, uint8 rights,
        Order order, bytes32 notice
    );

    /// An instrument found that a security is no more. Its filing, if there is one, is to be cancelled. (rules 90, 116; Civil Code 393)
    event SecurityExtinguished(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Order order
    );

    /// Gives rights to a party because an instrument says so, whatever the holder wants. The registrar's pair. (rules 38, 116)
    function executeTransfer(
        Signatories by, uint40 at, EntryId entry, uint8 rights, uint24 transferee, Order calldata order,
        uint24[] calldata burdens
    ) external;

    /// Ends rights because an instrument says so, with written notice to the former holder. The pair. (rules 36, 38, 116)
    function executeCancellation(
        Signatories by, uint40 at, EntryId entry, uint8 rights, Order calldata order, bytes32 notice,
        uint24[] calldata burdens
    ) external;

    /// Ends security `number` because an instrument says that it is extinguished, whatever its creditor and the guarantor want.
    /// One that is being realised is not extinguished: an instrument ends its enforcement first. The pair. (rules 89, 116)
    function extinguishSecurity(Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order) external;
}
