// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IBook} from "../interfaces/IBook.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {Signatories} from "../types/Signatories.sol";
import {Parameters, Span, WorkingDays} from "../types/words/Book.sol";
import {Journal} from "../types/words/Journals.sol";
import {Page} from "../types/words/Ledger.sol";
import {Book} from "./Book.sol";
import {Chapters} from "./Chapters.sol";
import {Journals} from "./Journals.sol";

/// Writes lines of the book: for the Book chapter and for the ledger's own beginning.
library BookLines {
    error CalendarGap(uint256 expected, uint256 from);
    error CalendarShape(uint256 from, uint256 until, uint256 words);
    error ParameterOutOfRange();

    function journal() internal view returns (Journal) {
        return Journals.current(Journals.BOOK_SUBJECT);
    }

    function setParameters(Signatories by, Parameters p, uint256 alg, bytes32 document) internal {
        bool positive = p.acceptDays() != 0 && p.reviewDays() != 0 && p.noticeDays() != 0 && p.credentialYears() != 0
            && p.decideDays() != 0 && p.filingDays() != 0 && p.answerDays() != 0 && p.litigationDays() != 0;
        if (!positive || !p.valid()) revert ParameterOutOfRange();
        Book.store().parameters = p;
        Journal j = journal();
        _record(j, abi.encode(
            IBook.ParametersSet.selector, Journals.BOOK_SUBJECT, Journals.next(j), 0, by, block.timestamp, p, alg, document
        ));
    }

    /// Loads the days after the last one loaded, or corrects days already loaded: then every day named must be known, and
    /// only clocks that run are counted anew (rule 125). `words` begins with the word of `from`; its other days are ignored.
    function loadCalendar(
        Signatories by,
        uint256 from,
        uint256 until,
        WorkingDays[] memory words,
        uint256 alg,
        bytes32 document
    ) internal {
        if (until < from) revert CalendarShape(from, until, words.length);
        uint256 groups = (until >> 8) + 1 - (from >> 8);
        if (words.length != groups || groups > 3) revert CalendarShape(from, until, words.length);
        Book.Store storage s = Book.store();
        Span span = s.span;
        if (span.version() == 0) span = span.withFrom(from).withUntil(until);
        else if (from < span.from() || from > span.until() + 1) revert CalendarGap(span.until() + 1, from);
        if (until > span.until()) span = span.withUntil(until);
        s.span = span = span.withVersion(span.version() + 1);
        WorkingDays[3] memory written;
        for (uint256 i; i < groups; ++i) written[i] = _merge((from >> 8) + i, from, until, words[i]);
        Journal j = journal();
        _record(j, abi.encode(
            IBook.CalendarLoaded.selector, Journals.BOOK_SUBJECT, Journals.next(j), from >> 8, by, block.timestamp, span,
            written[0], written[1], written[2], from, until, alg, document
        ));
    }

    /// Replaces the days of one group that lie in [from, until] and keeps its others.
    function _merge(uint256 group, uint256 from, uint256 until, WorkingDays word) private returns (WorkingDays merged) {
        uint256 low = group == from >> 8 ? from & 255 : 0;
        uint256 high = group == until >> 8 ? until & 255 : 255;
        uint256 mask = (type(uint256).max << low) & (type(uint256).max >> (255 - high));
        Book.Store storage s = Book.store();
        merged = WorkingDays.wrap((s.workingDays[group].working() & ~mask) | (word.working() & mask));
        s.workingDays[group] = merged;
    }

    /// Puts an act into a chapter, or pauses it there. A zero page takes the act away.
    function assign(bytes4 selector, Page page) internal {
        address chapter = address(uint160(page.chapter()));
        bool whole = page.valid() && page.lists() < page.words() && chapter.code.length != 0;
        if (!whole && Page.unwrap(page) != 0) revert Chapters.NotAChapter(chapter);
        Chapters.store().pages[selector] = page;
        Journal j = journal();
        _record(j, abi.encode(
            ILedger.ChapterAssigned.selector, Journals.BOOK_SUBJECT, Journals.next(j), 0, Signatories.wrap(0), block.timestamp,
            page, selector, chapter.codehash
        ));
    }

    function _record(Journal j, bytes memory line) private {
        Journals.record(Journals.BOOK_SUBJECT, j, line);
    }
}
