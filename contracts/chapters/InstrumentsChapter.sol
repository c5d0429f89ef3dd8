// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Burdens} from "../core/Burdens.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Entries} from "../core/Entries.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {Order, Orders} from "../core/Orders.sol";
import {Securing} from "../core/Securing.sol";
import {Titles} from "../core/Titles.sol";
import {IInstruments} from "../interfaces/IInstruments.sol";
import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, BurdenState, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {Head} from "../types/words/Entries.sol";
import {Journal} from "../types/words/Journals.sol";
import {Licence} from "../types/words/Licences.sol";
import {SecurityState} from "../types/words/Securities.sol";

contract InstrumentsChapter is IInstruments {
    uint256 private constant ALL = Right.HOLD | Right.USE | Right.OPERATE;

    /// A folio that an instrument is about; `number` is that of the line to come.
    struct Subject {
        EntryId entry;
        uint256 number;
        Journal journal;
        Head head;
        uint256 time;
    }

    /// @inheritdoc IInstruments
    function executeTransfer(
        Signatories by, uint40 at, EntryId entry, uint8 rights, uint24 transferee, Order calldata order,
        uint24[] calldata burdens
    ) external {
        Subject memory s = _ordered(by, at, entry, rights, order, Effect.TRANSFER, burdens);
        Titles.needsTaker(s.head, rights, transferee); // rules 1, 2
        s.head = Entries.moved(Titles.given(s.head, rights, transferee));
        _record(s, abi.encode(
            TransferExecuted.selector, entry, s.number, s.number, by, s.time, s.head, rights, transferee, order
        ));
    }

    /// @inheritdoc IInstruments
    function executeCancellation(
        Signatories by, uint40 at, EntryId entry, uint8 rights, Order calldata order, bytes32 notice,
        uint24[] calldata burdens
    ) external {
        Subject memory s = _ordered(by, at, entry, rights, order, Effect.CANCEL, burdens);
        Digests.present(notice); // rule 36
        s.head = Entries.moved(Titles.ended(s.head, rights));
        _record(s, abi.encode(
            CancellationExecuted.selector, entry, s.number, s.number, by, s.time, s.head, rights, order, notice
        ));
    }

    /// @inheritdoc IInstruments
    function extinguishSecurity(Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order) external {
        Securing.Subject memory s = Securing.load(entry, number, at, Securing.RESTING);
        Orders.check(by, order, s.head.registrar(), s.time); // rules 3, 4, 116
        Securing.end(s, SecurityState.EXTINGUISHED); // rule 90
        Securing.save(s);
        Entries.record(entry, s.journal, abi.encode(
            SecurityExtinguished.selector, entry, Journals.next(s.journal), s.number, by, s.time, s.head, s.burden, s.security, order
        ));
    }

    /// Entered by the registrar's pair, about rights in force.
    function _ordered(
        Signatories by, uint256 at, EntryId entry, uint256 rights, Order calldata order, uint256 effect,
        uint24[] calldata burdens
    ) private view returns (Subject memory s) {
        s.entry = entry;
        s.time = LegalTime.resolve(at); // rule 124
        s.journal = Entries.journalOf(entry);
        s.number = Journals.next(s.journal);
        s.head = Entries.headOf(entry);
        Orders.check(by, order, s.head.registrar(), s.time); // rules 3, 4, 116
        if (rights == 0 || rights > ALL) revert IRegistration.NothingAsked();
        Titles.needsLive(entry, s.head, rights, Calendar.dayOf(s.time)); // rule 28
        _checkNoOtherOrder(s, rights, effect, order.issuer, burdens);
    }

    /// An instrument stands in the place of the holder's will, and disputes and securities do not stop it; another court's or
    /// authority's order does. All burdens are listed all the same. (rules 38, 115, 116)
    function _checkNoOtherOrder(
        Subject memory s, uint256 rights, uint256 effect, uint256 issuer, uint24[] calldata burdens
    ) private view {
        Burdens.Move memory listing = Burdens.Move({
            entry: s.entry, rights: rights, effects: 0, time: s.time, licence: Licence.wrap(0)
        });
        Burdens.clear(Signatories.wrap(0), listing, s.head, burdens);
        for (uint256 i; i < burdens.length; ++i) {
            Burden b = Burdens.load(s.entry, burdens[i]);
            bool stands = b.state() == BurdenState.OPEN && (Burdens.ORDERS >> b.kind()) & 1 == 1 && b.party() != issuer;
            bool touches = b.rights() & rights != 0 && b.effects() & effect != 0;
            if (stands && touches) revert Burdens.Burdened(s.entry, burdens[i], b.kind());
        }
    }

    function _record(Subject memory s, bytes memory line) private {
        Entries.setHead(s.entry, s.head);
        Entries.record(s.entry, s.journal, line);
    }
}
