// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRegistration} from "../interfaces/IRegistration.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Head} from "../types/words/Entries.sol";
import {Namespace, Transfer} from "../types/words/Changes.sol";
import {Power} from "../types/words/Parties.sol";
import {Case, CaseFlag, CaseKind, CaseState, Claim, Form} from "../types/words/Registration.sol";
import {Assent} from "./Assent.sol";
import {Book} from "./Book.sol";
import {Cases} from "./Cases.sol";
import {Entries} from "./Entries.sol";
import {Origins} from "./Origins.sol";
import {Parties} from "./Parties.sol";

/// Applications of every type: who may hand one in, to whom, and what it may say of the data.
library Applications {
    using Assent for Signatories;

    /// @custom:storage-location erc7201:dpr.changes
    struct Store {
        mapping(EntryId => mapping(uint256 number => Transfer)) transfers;
    }

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.CHANGES;
        assembly {
            s.slot := slot
        }
    }

    /// The applicant applies to an accredited registrar that has no part in it, the entry's own if it has one; the word says
    /// nothing that only the procedure may say.
    function check(Signatories by, EntryId entry, Case kase) internal view {
        by.needs(kase.applicant(), Power.FILE, entry); // rule 1
        Parties.accreditedRegistrar(kase.registrar()); // rule 4
        notOf(kase.applicant(), kase.registrar()); // rule 2
        if (by.takesPart(kase.registrar())) revert IRegistration.RegistrarTakesPart(kase.registrar()); // rule 2
        Case asked = Case.wrap(0).withApplicant(kase.applicant()).withRegistrar(kase.registrar()).withAsked(kase.asked())
            .withFlags(kase.flags() & CaseFlag.WAIVER_ASKED);
        if (Case.unwrap(asked) != Case.unwrap(kase)) revert IRegistration.ClaimNotValid();
        if (kase.asked() == 0) revert IRegistration.NothingAsked();
        keeps(Entries.headOf(entry), kase);
    }

    /// The registrar is not `party`, nor a member of it. (rule 2)
    function notOf(uint256 party, uint256 registrar) internal view {
        if (Parties.includes(party, registrar)) revert IRegistration.RegistrarTakesPart(registrar); // rule 2
    }

    /// Whoever registered the entry first decides the case, or who took over from it, or whom it was given to. (rules 5, 31)
    function keeps(Head head, Case kase) internal view {
        if (kase.flags() & CaseFlag.REASSIGNED != 0) return; // rule 31
        uint256 keeper = Parties.keeper(head.registrar());
        bool other = keeper != 0 && keeper != Parties.keeper(kase.registrar());
        if (other) revert IRegistration.NotTheRegistrar(keeper); // rule 31
    }

    /// All who applied agree; of a transfer both sides. Nobody of the registrar among them. (rules 2, 34)
    function agreed(Signatories by, EntryId entry, uint256 number, Case kase) internal view {
        by.needs(kase.applicant(), Power.FILE, entry);
        if (kase.kind() == CaseKind.TRANSFER) by.needs(store().transfers[entry][number].transferee(), Power.FILE, entry); // rule 34
        bool involved = by.takesPart(Parties.keeper(kase.registrar()));
        if (involved) revert IRegistration.RegistrarTakesPart(kase.registrar()); // rule 2
    }

    /// The same, with a corrected application: until the day the list set. (rule 22)
    function again(Signatories by, EntryId entry, uint256 number, Case kase, uint256 day) internal view {
        agreed(by, entry, number, kase);
        if (day > kase.due()) revert Cases.LimitPassed(kase.due()); // rule 22
    }

    /// The acceptance clock starts; its length is copied. (rule 23)
    function begin(Case kase, uint256 day) internal view returns (Case) {
        return kase.withState(CaseState.SUBMITTED).withSubmitted(day).withRun(day).withUsed(0).withLimit(
            Book.parameters().acceptDays()
        ).withDue(0);
    }

    /// Well-formed, admissible for every right asked, and never looser than what the folio already says.
    function checkClaim(EntryId entry, Claim claim, uint256 asked, uint256 day) internal view {
        if (!claim.valid() || claim.form() == Form.NONE) revert IRegistration.ClaimNotValid();
        Head head = Entries.headOf(entry);
        Origins.check(claim, head, asked | Entries.live(entry, head, day)); // rules 14–20
        bool looser = head.limits() & ~claim.limits() != 0 || head.sensitivity() & ~claim.sensitivity() != 0;
        if (looser) revert IRegistration.ClaimLoosens();
        if (head.sourceUntil() != 0 && (claim.sourceUntil() == 0 || claim.sourceUntil() > head.sourceUntil())) {
            revert IRegistration.ClaimLoosens();
        }
    }

    /// The claim's facts are added to the folio's, none is loosened.
    function added(Head head, Claim claim) internal pure returns (Head) {
        uint256 sourceUntil = head.sourceUntil();
        if (sourceUntil == 0 || (claim.sourceUntil() != 0 && claim.sourceUntil() < sourceUntil)) sourceUntil = claim.sourceUntil();
        return head.withOrigins(head.origins() | claim.origins()).withSensitivity(
            head.sensitivity() | claim.sensitivity()
        ).withLimits(head.limits() | claim.limits()).withBases(head.bases() | claim.bases()).withSourceUntil(sourceUntil);
    }
}
