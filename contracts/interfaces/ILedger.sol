// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Filing} from "../core/Filings.sol";
import {Signatories} from "../types/Signatories.sol";
import {Parameters, WorkingDays} from "../types/words/Book.sol";
import {Page} from "../types/words/Ledger.sol";
import {Officer, Party} from "../types/words/Parties.sol";

/// What a ledger begins with; each item is a line of the book with nobody's signature.
struct Genesis {
    address authority; // AccessManager: replaces chapters and pauses them, nothing else
    Founder[] founders; // officers of party 1
    Party operator; // party 1
    bytes32 identifier;
    bytes32 name;
    Parameters parameters;
    Assignment[] assignments;
    Year[] calendar; // the working calendar, each continuing the one before
    bytes32 document; // SHA-256 of the founding document
}

struct Year {
    uint16 from; // first legal day
    uint16 until; // last legal day
    bytes32 document; // SHA-256 of the notice that set its holidays
    WorkingDays[] workingDays; // from `from` / 256 on
}

struct Founder {
    Officer officer;
    bytes32 key; // keccak256 of the signer
    bytes32 person; // salted digest of who it is
}

/// Puts acts into a chapter.
struct Assignment {
    bytes4 selector;
    Page page;
}

/// The register: the only address anyone needs. It keeps all state, proves who acts, and hands each act to the chapter that
/// has its rules. An act is a function whose first argument names its signatories.
interface ILedger {
    /// Somebody carried a filing; its lines follow in the same receipt.
    event Filed(bytes32 indexed digest, Signatories by, uint256 acts);

    /// A filing of a `fileAll` did not happen; the others did. `error` is the first four bytes of why. It says nothing of
    /// signatures: anybody may carry a filing nobody has signed.
    event Refused(bytes32 indexed digest, bytes4 error);

    /// Line of the book: an act was put into a chapter, paused or resumed. `ref` is 0, `by` nobody: the authority did it.
    event ChapterAssigned(
        bytes32 indexed subject,
        uint24 indexed line,
        uint24 indexed ref,
        Signatories by,
        uint40 at,
        Page page,
        bytes4 selector,
        bytes32 codeHash
    );

    /// The act names other signatories than the filing, or than its caller can be alone.
    error SignedByOthers(Signatories by);
    /// A contract called an act; contracts file.
    error NotAnOfficersKey(address caller);
    error NotTheAuthority(address caller);
    /// Fewer than gasEach × 64/63 gas were left for filing number `position`: nothing happened.
    error NotEnoughGas(uint256 position);
    error FilingEmpty();

    /// Performs acts signed by everyone they name, all or none. Anybody may carry them.
    function file(Filing calldata filing) external;

    /// Performs several filings, each in its own caught call; emits `Refused` for those that fail.
    /// @param gasEach what each filing may use at most; the carrier guarantees it
    function fileAll(Filing[] calldata filings, uint256 gasEach) external;

    /// Raw storage, for proofs and readers.
    function load(bytes32[] calldata slots) external view returns (bytes32[] memory words);

    function domainSeparator() external view returns (bytes32);

    function chapterOf(bytes4 selector) external view returns (Page);

    /// The AccessManager.
    function authority() external view returns (address);

    /// Puts acts into chapters. Only the authority.
    function assign(Assignment[] calldata assignments) external;

    /// Pauses or resumes acts. Only the authority.
    function pause(bytes4[] calldata selectors, bool paused) external;
}
