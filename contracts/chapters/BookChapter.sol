// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "../core/Assent.sol";
import {Book} from "../core/Book.sol";
import {BookLines} from "../core/BookLines.sol";
import {Calendar} from "../core/Calendar.sol";
import {Digests} from "../core/Digests.sol";
import {Journals} from "../core/Journals.sol";
import {LegalTime} from "../core/LegalTime.sol";
import {IBook} from "../interfaces/IBook.sol";
import {Signatories} from "../types/Signatories.sol";
import {Parameters, WorkingDays} from "../types/words/Book.sol";
import {Journal} from "../types/words/Journals.sol";
import {Power} from "../types/words/Parties.sol";

contract BookChapter is IBook {
    using Assent for Signatories;

    /// @inheritdoc IBook
    function setParameters(Signatories by, uint40 at, Parameters parameters, uint8 alg, bytes32 document) external {
        _authorise(by, at, alg);
        BookLines.setParameters(by, parameters, alg, document);
    }

    /// @inheritdoc IBook
    function loadCalendar(
        Signatories by, uint40 at, uint16 from, uint16 until, uint8 alg, bytes32 document, WorkingDays[] calldata workingDays
    ) external {
        _authorise(by, at, alg);
        BookLines.loadCalendar(by, from, until, workingDays, alg, document); // rule 125
    }

    /// @inheritdoc IBook
    function anchorDay(Signatories by, uint40 at, uint16 day, uint8 alg, bytes32 root) external {
        _authorise(by, at, alg);
        Digests.present(root);
        if (day > Calendar.today()) revert DayAhead(day);
        Journal j = BookLines.journal();
        Journals.record(Journals.BOOK_SUBJECT, j, abi.encode(
            DayAnchored.selector, Journals.BOOK_SUBJECT, Journals.next(j), 0, by, block.timestamp, day, alg, root
        ));
    }

    function _authorise(Signatories by, uint256 at, uint256 alg) private view {
        LegalTime.blockTime(at);
        Digests.known(alg); // rule 123
        by.needsTwo(Book.OPERATOR, Power.GOVERN); // rule 3
    }
}
