// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRegistration} from "../interfaces/IRegistration.sol";
import {Scheme, Serials} from "../types/words/Registration.sol";
import {Cases} from "./Cases.sol";

/// Credential numbers: of the scheme's form, each used once.
library Serial {
    /// Takes a number. The national form is SJ, two digits of region, one of institution, six of year and month, four of
    /// serial from 0001 (Guide, annex 6). (rule 30)
    function take(uint256 scheme, bytes32 number) internal {
        if (scheme == Scheme.NONE || scheme > Scheme.OTHER) revert IRegistration.CodeUnknown(scheme);
        Cases.Store storage s = Cases.store();
        if (scheme != Scheme.NATIONAL) {
            bytes32 key = keccak256(abi.encode(scheme, number));
            if (!_isPrintable(number)) revert IRegistration.NumberMalformed(number);
            if (s.numbers[key]) revert IRegistration.NumberTaken(number);
            s.numbers[key] = true;
            return;
        }
        if (bytes2(number) != "SJ" || number << 120 != 0) revert IRegistration.NumberMalformed(number);
        uint256 prefix = _digits(number, 2, 11);
        uint256 month = prefix % 100;
        uint256 serial = _digits(number, 11, 15);
        if (month == 0 || month > 12 || serial == 0) revert IRegistration.NumberMalformed(number);
        uint256 word = s.serials[prefix][serial >> 8].taken();
        uint256 bit = 1 << (serial & 255);
        if (word & bit != 0) revert IRegistration.NumberTaken(number);
        s.serials[prefix][serial >> 8] = Serials.wrap(word | bit);
    }

    /// Visible ASCII from the left, at least one character, then zeros: two numbers never look alike.
    function _isPrintable(bytes32 number) private pure returns (bool) {
        uint256 length;
        while (length < 32 && number[length] > 0x20 && number[length] < 0x7f) ++length;
        return length != 0 && (length == 32 || number << 8 * length == 0);
    }

    function _digits(bytes32 number, uint256 from, uint256 to) private pure returns (uint256 value) {
        for (uint256 i = from; i < to; ++i) {
            uint256 c = uint8(number[i]);
            if (c < 0x30 || c > 0x39) revert IRegistration.NumberMalformed(number);
            value = value * 10 + c - 0x30;
        }
    }
}
