// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Transfer} from "../types/words/Changes.sol";
import {Head} from "../types/words/Entries.sol";
import {Case, Claim} from "../types/words/Registration.sol";

/// What happens to registered rights on application: 转让, 变更, 续期, 注销. An application is a case like that of a
/// 初次; it is accepted, corrected, reviewed, published, objected to, declined and withdrawn by the same acts.
///
/// "Pair" is a reviewer and an approver of the case's registrar, two persons, the approver not the case's reviewer (rule 3).
/// `ref` of every line is the case's number.
interface IChanges {
    /// Transferor and transferee applied together. (rule 34)
    /// @param application Merkle root of the salted commitments to the form's fields, the contract's digest among them
    event TransferApplied(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase,
        Transfer transfer, uint8 alg, bytes32 application
    );

    event ChangeApplied(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, Claim claim,
        uint8 alg, bytes32 application
    );

    event RenewalApplied(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 alg,
        bytes32 application
    );

    event CancellationApplied(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, uint8 alg,
        bytes32 application
    );

    /// The same case again, after a correction list; the claim is that of a change, else zero.
    event Reapplied(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Case kase, Claim claim,
        uint8 alg, bytes32 application
    );

    /// The rights that passed changed hands, in place; whom they went to stands in the case's transfer. (rule 34)
    event Transferred(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Case kase,
        uint8 alg, bytes32 national
    );

    event Changed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Case kase,
        uint8 alg, bytes32 national
    );

    event Renewed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Case kase,
        uint8 alg, bytes32 national
    );

    event Cancelled(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Case kase,
        uint8 alg, bytes32 national
    );

    error NotTheHolder(uint256 right, uint256 holder);
    error TransfereeHolds(uint256 transferee);
    error TitleToCreditor(EntryId entry, uint256 number);
    error OutsideRenewal(uint256 opens, uint256 lastDay);
    error RenewalPending(uint256 number);
    error RenewalShortens(uint256 until, uint256 present);
    error LicenceInForce(EntryId entry, uint256 number);
    error NotAllInForce(uint256 rights);

    /// Applies for the transfer of rights. The transferor with FILE and DISPOSE, the transferee with FILE; nobody of the
    /// registrar. (rules 2, 31, 34, 35)
    /// @param kase applicant (the transferor), registrar, asked and, in flags, WAIVER_ASKED; all else zero
    function applyTransfer(
        Signatories by, uint40 at, EntryId entry, Case kase, uint24 transferee, uint8 alg, bytes32 application
    ) external;

    /// Applies to tighten what the folio says, or to add origins. The holder of all rights in force with FILE. (rule 33)
    function applyChange(
        Signatories by, uint40 at, EntryId entry, Case kase, Claim claim, uint8 alg, bytes32 application
    ) external;

    /// Applies to renew rights, from six months before their last day to the day before it. The holder with FILE. (rule 32)
    function applyRenewal(Signatories by, uint40 at, EntryId entry, Case kase, uint8 alg, bytes32 application) external;

    /// Applies to cancel rights. The holder with FILE and DISPOSE.
    function applyCancellation(Signatories by, uint40 at, EntryId entry, Case kase, uint8 alg, bytes32 application) external;

    /// Hands in a corrected application of any of these types. All who applied with FILE, until the day the list set. (rule 22)
    /// @param claim of a change; else zero
    function reapply(
        Signatories by, uint40 at, EntryId entry, uint24 number, Claim claim, uint8 alg, bytes32 application
    ) external;

    /// Completes a transfer. The pair, and the transferee with ACCEPT, who so acknowledges the licences; the notice over, no
    /// objection open. Burdens and licences stay. (rules 26, 34, 39, 65)
    /// @param burdens every burden not closed, ascending
    /// @param licences every licence not closed, ascending
    function completeTransfer(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 national, uint24[] calldata burdens,
        uint24[] calldata licences
    ) external;

    /// Completes a change. The pair. (rule 33)
    function completeChange(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 national, uint24[] calldata burdens
    ) external;

    /// Completes a renewal. The pair. (rules 28, 32)
    /// @param until last legal day of the credential
    function completeRenewal(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 until, uint8 alg, bytes32 national
    ) external;

    /// Completes a cancellation. The pair; each licensee whose licence of the right to operate is in force, with ACKNOWLEDGE.
    /// @param licences every licence not closed, ascending; none when the right to operate stays
    function completeCancellation(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 national, uint24[] calldata burdens,
        uint24[] calldata licences
    ) external;
}
