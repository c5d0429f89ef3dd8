// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Guarantee} from "../types/words/Guarantees.sol";
import {Debt, Security} from "../types/words/Securities.sol";

/// What the parties of a guarantee sign besides its terms.
struct GuaranteePapers {
    uint8 alg; // of all digests here
    bytes32 claim; // Merkle root of the salted commitments to the greatest amount and the fee
    bytes32 contractHash;
}

/// What a pay-out is proven by.
struct PayoutPapers {
    uint8 alg; // of all digests here
    bytes32 paid; // Merkle root of the salted commitment to the amount paid
    bytes32 rest; // likewise to what the creditor is still owed
    bytes32 proof;
}

/// Guarantees (SM-8). A word that an act leaves as it is stands as zero; the numbers before words name those of others.
interface IGuarantees {
    /// `ref` is the guarantee's number.
    event GuaranteeBound(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Guarantee guarantee,
        uint24 burdenNumber, Burden burden, uint24 debtNumber, Debt debt, GuaranteePapers papers
    );

    event GuaranteeClaimed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Guarantee guarantee,
        uint24 burdenNumber, Burden burden, uint24 debtNumber, Debt debt, uint8 alg, bytes32 document
    );

    /// `ref` is the security the guarantor now has, behind the creditor's; the guarantee's own when there was none to step into.
    event GuaranteePaidOut(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head, Burden burden,
        Security security, Debt debt, uint24 guaranteeNumber, Guarantee guarantee, PayoutPapers papers
    );

    event GuaranteeReleased(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Guarantee guarantee,
        uint24 burdenNumber, Burden burden, uint24 debtNumber, Debt debt, uint8 alg, bytes32 document
    );

    event GuaranteeExpired(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Guarantee guarantee,
        uint24 burdenNumber, Burden burden, uint24 debtNumber, Debt debt, uint8 alg, bytes32 document
    );

    error GuaranteeTermsNotValid();
    error GuaranteeNotOfThisDebt(uint256 security);
    error AnotherGuaranteeLinked(uint256 guarantee);
    error WrongGuaranteeState(EntryId entry, uint256 number, uint256 state);
    error OutsideGuaranteePeriod(uint256 first, uint256 last);

    /// Binds a guarantor. Two persons of the guarantor with CHARGE, the creditor, the debtor, and the registrar with RECORD. (rules 100, 105)
    /// @param terms mode, from and until may be zero: the law fills them in; state, claimed, paid and since are zero
    function bindGuarantee(
        Signatories by, uint40 at, EntryId entry, Guarantee terms, GuaranteePapers calldata papers
    ) external;

    /// Claims it. The creditor with ENFORCE, within the period. (rule 100)
    function claimGuarantee(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Pays: the guarantor steps into the creditor's security, behind what the creditor is still owed. Two persons of the
    /// guarantor with CHARGE, and the creditor as receipt. (rule 104)
    function payOut(
        Signatories by, uint40 at, EntryId entry, uint24 number, PayoutPapers calldata papers
    ) external;

    /// Lets the guarantor go. Two persons of the creditor.
    function releaseGuarantee(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document
    ) external;

    /// Notes that the period passed without a claim. Anyone. (rule 100)
    function expireGuarantee(Signatories by, uint40 at, EntryId entry, uint24 number) external;
}
