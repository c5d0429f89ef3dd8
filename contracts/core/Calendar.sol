// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Span} from "../types/words/Book.sol";
import {Book} from "./Book.sol";

/// Legal days and working days. A legal day is Chinese: floor((t + 8 h) / 1 day). The day a term starts on is not counted
/// (Civil Code 201); working days come from the calendar in the book (rules 25, 125).
library Calendar {
    uint256 private constant BEIJING = 8 hours;

    error CalendarMissing(uint256 year);

    function dayOf(uint256 time) internal pure returns (uint256) {
        return (time + BEIJING) / 1 days;
    }

    /// The legal day of the block.
    function today() internal view returns (uint256) {
        return dayOf(block.timestamp);
    }

    /// The n-th working day after `day`; `day` itself for n = 0.
    function add(uint256 day, uint256 n) internal view returns (uint256) {
        Span span = Book.store().span;
        uint256 group = type(uint256).max;
        uint256 word;
        while (n != 0) {
            unchecked {
                ++day;
            }
            if (day < span.from() || day > span.until()) revert CalendarMissing(yearOf(day));
            if (day >> 8 != group) {
                group = day >> 8;
                word = Book.store().workingDays[group].working();
            }
            unchecked {
                n -= (word >> (day & 255)) & 1;
            }
        }
        return day;
    }

    /// How many working days lie after `from`, up to and with `to`; 0 when `to` is not later.
    function count(uint256 from, uint256 to) internal view returns (uint256 n) {
        if (to <= from) return 0;
        Span span = Book.store().span;
        if (from + 1 < span.from()) revert CalendarMissing(yearOf(from + 1));
        if (to > span.until()) revert CalendarMissing(yearOf(to));
        for (uint256 group = (from + 1) >> 8; group <= to >> 8; ++group) {
            uint256 word = Book.store().workingDays[group].working();
            uint256 low = group == (from + 1) >> 8 ? (from + 1) & 255 : 0;
            uint256 high = group == to >> 8 ? to & 255 : 255;
            word = (word >> low) << (255 - high + low);
            for (; word != 0; ++n) word &= word - 1;
        }
    }

    /// The last day of a term of `years_` years that starts on `day`: the anniversary less one (rule 28).
    function lastDay(uint256 day, uint256 years_) internal pure returns (uint256) {
        (uint256 y, uint256 m, uint256 d) = civil(day);
        return fromCivil(y + years_, m, d) - 1;
    }

    /// The day `months` months after `day`: the same day of its month, or the month's last. (Civil Code 202)
    function addMonths(uint256 day, uint256 months) internal pure returns (uint256) {
        (uint256 y, uint256 m, uint256 d) = civil(day);
        return _dayIn(y * 12 + m - 1 + months, d);
    }

    /// The last day of a term of `months` months that starts on `day`: the corresponding day less one, or the last day of a
    /// month that has none (Civil Code 202).
    function lastDayOfMonths(uint256 day, uint256 months) internal pure returns (uint256) {
        (uint256 y, uint256 m, uint256 d) = civil(day);
        return _dayIn(y * 12 + m - 1 + months, d - 1);
    }

    /// The day `months` earlier with the same number; the month's last one where it has none (Civil Code 202; rule 32).
    function monthsBefore(uint256 day, uint256 months) internal pure returns (uint256) {
        (uint256 y, uint256 m, uint256 d) = civil(day);
        return _dayIn(y * 12 + m - 1 - months, d);
    }

    function yearOf(uint256 day) internal pure returns (uint256 y) {
        (y,,) = civil(day);
    }

    /// Year, month and day of the proleptic Gregorian calendar; counted in eras of 400 years from 1 March.
    function civil(uint256 day) internal pure returns (uint256 y, uint256 m, uint256 d) {
        unchecked {
            uint256 z = day + 719_468;
            uint256 era = z / 146_097;
            uint256 doe = z - era * 146_097;
            uint256 yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
            uint256 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
            uint256 mp = (5 * doy + 2) / 153;
            d = doy - (153 * mp + 2) / 5 + 1;
            m = mp < 10 ? mp + 3 : mp - 9;
            y = yoe + era * 400 + (m <= 2 ? 1 : 0);
        }
    }

    /// The inverse of `civil`; 29 February of a common year is 1 March.
    function fromCivil(uint256 y, uint256 m, uint256 d) internal pure returns (uint256) {
        unchecked {
            if (m <= 2) --y;
            uint256 era = y / 400;
            uint256 yoe = y - era * 400;
            uint256 doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
            uint256 doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
            return era * 146_097 + doe - 719_468;
        }
    }

    /// Day `d` of a month, counted in months since year 0, or its last day where it has none; day 0 is the one before its first.
    function _dayIn(uint256 month, uint256 d) private pure returns (uint256) {
        uint256 first = fromCivil(month / 12, month % 12 + 1, 1);
        uint256 next = fromCivil((month + 1) / 12, (month + 1) % 12 + 1, 1);
        return (first + d < next ? first + d : next) - 1;
    }
}
