// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden} from "../types/words/Burdens.sol";
import {Enforcement, Management} from "../types/words/Enforcements.sol";
import {Head} from "../types/words/Entries.sol";
import {Debt, Security} from "../types/words/Securities.sol";

/// What an enforcement is opened on.
struct OpeningPapers {
    uint8 alg; // of all digests here
    bytes32 document; // what happened, and proof of it
    bytes32 exhausted; // that what goes first went first, 0 when nothing does (rule 92)
}

/// Realising a security (SM-9): its opening, its method, its stays, its end. Sale and management are IDisposals; what a sale does
/// to the register is IRealisations. `ref` of every line is the enforcement's number. A word that an act leaves as it is stands
/// as zero; the numbers before words name those of others.
///
/// "The creditor" is two persons of whoever has the security, with ENFORCE (rule 3); "the pair" is the registrar's. An instrument
/// is a court's. An act without one has an order whose issuer is 0.
interface IEnforcements {
    /// A security is being realised; `code` is an EnforcementTrigger. (rules 93, 94)
    event EnforcementOpened(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        uint24 burdenNumber, Burden burden, uint24 securityNumber, Security security, Order order, OpeningPapers papers
    );

    /// Interest holders were told. (rule 96)
    /// @param document Merkle root of the notices and their receipts
    event EnforcementNoticed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        uint8 alg, bytes32 document
    );

    event EnforcementValued(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement
    );

    event MethodSet(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        Order order, uint8 alg, bytes32 document
    );

    /// `code` is a Stay. (rule 99)
    event EnforcementSuspended(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        uint8 code, Order order, uint8 alg, bytes32 document
    );

    event EnforcementResumed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        Order order, uint8 alg, bytes32 document
    );

    /// It came to nothing, or there is nothing left to realise; `code` is an EnforcementEnd.
    event EnforcementEnded(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Enforcement enforcement,
        Head head, uint24 burdenNumber, Burden burden, uint24 securityNumber, Security security, uint24 debtNumber, Debt debt,
        Management management, uint8 code, Order order, uint8 alg, bytes32 document
    );

    error WrongEnforcementState(EntryId entry, uint256 number, uint256 state);
    error EnforcementStayed(uint256 stay);
    error NotStayed();
    error AlreadyEnforced(EntryId entry, uint256 security);
    error SecurityWithoutPublicity(EntryId entry, uint256 security);
    error NotDemanded();
    error GuaranteeFirst(uint256 guarantee);
    error EnforcementCodeUnknown(uint256 code);
    error ValuationTooOld(uint256 base, uint256 earliest);
    error ValuationOfOtherRights(uint256 rights);
    error SelfHelpNotAgreed();
    error MethodNotFitting(uint256 method, uint256 basis);
    error RoundsMissing(uint256 rounds, uint256 needed);
    error DayOutside(uint256 day, uint256 first, uint256 last);

    /// Opens the realisation of a security. The creditor and the registrar with RECORD, once a default was noticed and the time
    /// to cure is over; with the registrar's pair at once, when the default is an insolvency; after it was demanded, the creditor or
    /// whoever holds OPERATE now, and the registrar; or the pair with an instrument. One at a time on an entry. (rules 67, 92–94,
    /// 99)
    /// @param security published, or an instrument says that it may be realised all the same
    /// @param code an EnforcementTrigger
    /// @param burdens every burden not closed, ascending
    function openEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 security, uint8 code, Order calldata order,
        OpeningPapers calldata papers, uint24[] calldata burdens
    ) external;

    /// Notes that all recorded interest holders were told. One officer of the creditor with ENFORCE, or the pair; again at any
    /// time before a sale. (rule 96)
    /// @param burdens every burden not closed, ascending
    /// @param licences every licence not closed, ascending
    function noticeEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document, uint24[] calldata burdens,
        uint24[] calldata licences
    ) external;

    /// Relies on a valuation for disposal, of all rights, no older than six months. As for a notice; again before a sale. (rule
    /// 95)
    function valueEnforcement(Signatories by, uint40 at, EntryId entry, uint24 number, uint24 valuation) external;

    /// Sets how the right is realised: the creditor and the holders with DISPOSE; the creditor alone, who agreed on self-help
    /// with the grantor beforehand, by auction or sale; or the pair with an instrument. A court sets a value at which the
    /// creditor takes the right after a round nobody bid in, and has it managed after two. (rules 65, 95, 116)
    function setMethod(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 method, uint8 basis, Order calldata order, uint8 alg,
        bytes32 document
    ) external;

    /// Stops an enforcement: the pair, because somebody objects, or with an instrument. (rule 99)
    function suspendEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, Order calldata order, uint8 alg, bytes32 document
    ) external;

    /// Lets it go on: the pair; what an instrument stopped, only with an instrument. (rule 99)
    function resumeEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order, uint8 alg, bytes32 document
    ) external;

    /// Ends it without a settlement: cured or withdrawn, the creditor; all paid, two persons of it with RELEASE; after a sale the
    /// buyer with ACCEPT as well; or the pair with an instrument, by which a managed right returns too. The security rests again, or
    /// is realised when all is paid. (rules 89, 94, 116)
    function endEnforcement(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint8 code, Order calldata order, uint8 alg, bytes32 document
    ) external;
}
