// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Admissions} from "./core/Admissions.sol";
import {BookLines} from "./core/BookLines.sol";
import {Chapters} from "./core/Chapters.sol";
import {Filing, Filings} from "./core/Filings.sol";
import {Parties} from "./core/Parties.sol";
import {Signing} from "./core/Signing.sol";
import {Assignment, Genesis, ILedger} from "./interfaces/ILedger.sol";
import {Signatories} from "./types/Signatories.sol";
import {Page} from "./types/words/Ledger.sol";

/// The register. See ILedger for what it promises.
contract Ledger is ILedger {
    uint256 private immutable CHAIN = block.chainid;
    bytes32 private immutable DOMAIN = Filings.domainOf(address(this));

    /// @inheritdoc ILedger
    address public immutable authority;

    constructor(Genesis memory g) {
        authority = g.authority;
        uint256 operator = Admissions.admit(Signatories.wrap(0), g.operator, g.identifier, 2, g.name, g.document);
        for (uint256 i; i < g.founders.length; ++i) {
            Admissions.bind(
                Signatories.wrap(0), g.founders[i].officer.withParty(operator), g.founders[i].key, g.founders[i].person, 2, g.document
            );
        }
        BookLines.setParameters(Signatories.wrap(0), g.parameters, 2, g.document);
        for (uint256 i; i < g.calendar.length; ++i) {
            BookLines.loadCalendar(Signatories.wrap(0), g.calendar[i].from, g.calendar[i].until, g.calendar[i].workingDays, 2, g.calendar[i].document);
        }
        for (uint256 i; i < g.assignments.length; ++i) BookLines.assign(g.assignments[i].selector, g.assignments[i].page);
    }

    /// @inheritdoc ILedger
    function file(Filing calldata filing) external {
        if (filing.acts.length == 0) revert FilingEmpty();
        bytes32 digest = Filings.prove(filing, domainSeparator());
        emit Filed(digest, filing.by, filing.acts.length);
        for (uint256 i; i < filing.acts.length; ++i) {
            bytes calldata act = filing.acts[i];
            address chapter = Chapters.open(act);
            if (!_signatories(act).equals(filing.by)) revert SignedByOthers(_signatories(act));
            _perform(chapter, act);
        }
    }

    /// @inheritdoc ILedger
    function fileAll(Filing[] calldata filings, uint256 gasEach) external {
        for (uint256 i; i < filings.length; ++i) {
            bytes memory question = abi.encodeCall(ILedger.file, (filings[i]));
            // EIP-150 keeps back a 64th: less than this would starve a filing that its signers meant to succeed.
            if (gasleft() < gasEach + gasEach / 63 + 30_000) revert NotEnoughGas(i);
            bool done;
            bytes32 why;
            assembly ("memory-safe") {
                mstore(0, 0)
                done := call(gasEach, address(), 0, add(question, 32), mload(question), 0, 4)
                why := mul(mload(0), iszero(done))
            }
            if (done) continue;
            Filing calldata f = filings[i];
            bytes32 acts = Filings.hashOf(f.acts);
            emit Refused(Filings.digestOf(domainSeparator(), acts, f.by, f.nonce, f.deadline), bytes4(why));
        }
    }

    /// An act by one officer, who calls with its own key.
    fallback() external {
        address chapter = Chapters.open(msg.data);
        Signatories by = _signatories(msg.data);
        if (!by.isSingle()) revert SignedByOthers(by);
        if (msg.sender != tx.origin) revert NotAnOfficersKey(msg.sender);
        Parties.identify(by.first(), Signing.fingerprint(msg.sender));
        _perform(chapter, msg.data);
    }

    /// @inheritdoc ILedger
    function load(bytes32[] calldata slots) external view returns (bytes32[] memory words) {
        words = new bytes32[](slots.length);
        for (uint256 i; i < slots.length; ++i) {
            bytes32 slot = slots[i];
            bytes32 word;
            assembly ("memory-safe") {
                word := sload(slot)
            }
            words[i] = word;
        }
    }

    /// @inheritdoc ILedger
    function domainSeparator() public view returns (bytes32) {
        return block.chainid == CHAIN ? DOMAIN : Filings.domainOf(address(this));
    }

    /// @inheritdoc ILedger
    function chapterOf(bytes4 selector) external view returns (Page) {
        return Chapters.store().pages[selector];
    }

    /// @inheritdoc ILedger
    function assign(Assignment[] calldata assignments) external {
        if (msg.sender != authority) revert NotTheAuthority(msg.sender);
        for (uint256 i; i < assignments.length; ++i) BookLines.assign(assignments[i].selector, assignments[i].page);
    }

    /// @inheritdoc ILedger
    function pause(bytes4[] calldata selectors, bool paused) external {
        if (msg.sender != authority) revert NotTheAuthority(msg.sender);
        for (uint256 i; i < selectors.length; ++i) {
            Page page = Chapters.store().pages[selectors[i]];
            BookLines.assign(selectors[i], page.withPaused(paused ? 1 : 0));
        }
    }

    function _signatories(bytes calldata act) private pure returns (Signatories by) {
        assembly ("memory-safe") {
            by := calldataload(add(act.offset, 4))
        }
    }

    function _perform(address chapter, bytes calldata act) private {
        assembly ("memory-safe") {
            let start := mload(0x40)
            calldatacopy(start, act.offset, act.length)
            if iszero(delegatecall(gas(), chapter, start, act.length, 0, 0)) {
                returndatacopy(start, 0, returndatasize())
                revert(start, returndatasize())
            }
        }
    }
}
