// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Order} from "../core/Orders.sol";
import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Burden, Queue} from "../types/words/Burdens.sol";
import {Head} from "../types/words/Entries.sol";
import {Party} from "../types/words/Parties.sol";

/// Burdens that stand by themselves (SM-4): court orders with their queue, administrative controls, bankruptcies, agreed
/// restrictions, priority notices, losses of a source, differences from the national register, and freezes of a party. `ref`
/// of every line is the burden's number: the line in which it was recorded.
interface IBurdens {
    /// Open, or queued behind a court order that is not closed.
    event BurdenImposed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, Queue queue, Order order
    );

    /// A queued court order is first now; its term has begun.
    event BurdenPromoted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Burden burden
    );

    event BurdenRenewed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, Order order
    );

    event BurdenLifted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, Queue queue, Order order
    );

    /// Its last day is past.
    event BurdenClosed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, Queue queue
    );

    /// The holder restricts itself in favour of the burden's party. (rules 74, 75)
    event ClauseRegistered(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, uint8 alg, bytes32 document
    );

    /// The holder keeps the burden's party a place until its last day.
    event PriorityNoted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, uint8 alg, bytes32 document
    );

    /// The burden's party gave up a restriction or a priority notice.
    event BurdenGivenUp(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, uint8 alg, bytes32 document
    );

    /// A source was lost, or the national register differs. (rule 29)
    event EntryMarked(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, uint8 alg, bytes32 document
    );

    /// The source is there again, or the registers agree. (rule 29)
    event MarkCleared(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Head head,
        Burden burden, uint8 alg, bytes32 document
    );

    /// All that a party holds is frozen: line of the party. `partyNumber` says whose word `party` is. (rule 115)
    event PartyRestrained(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint24 partyNumber,
        Party party, Burden burden, uint24 registrar, Order order
    );

    event RestraintRenewed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Burden burden,
        uint24 registrar, Order order
    );

    event RestraintLifted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint24 partyNumber,
        Party party, Burden burden, uint24 registrar, Order order
    );

    event RestraintClosed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint24 partyNumber,
        Party party, Burden burden
    );

    error WrongBurdenKind(uint256 kind);
    error WrongBurdenState(EntryId entry, uint256 number, uint256 state);
    error IssuerNotCompetent(uint256 issuer, uint256 kind);
    error RightsNotBurdened(uint256 rights);
    error EffectsNotForbidden(uint256 effects);
    error BurdenTermNotValid(uint256 until, uint256 latest);
    error BurdenExpired(uint256 lastDay);
    error BurdenNotOver(uint256 lastDay);
    error EarlierOrderUnclosed(EntryId entry, uint256 number);
    error TooManyBurdens(EntryId entry);
    error BeneficiaryIsHolder(uint256 party);
    error NotAdministered(uint256 administrator);
    error LossOfDeclaredSource(uint256 source);

    /// Executes an order on an entry, against the holder's will: the pair of its registrar. A court order waits while another
    /// one is not closed. (rules 99, 114, 116)
    /// @param kind COURT_ORDER, CONTROL or BANKRUPTCY
    /// @param effects what it forbids, 0 = everything
    /// @param term days; at most three years for a court order, 0 = open-ended for the others
    /// @param administrator in a bankruptcy the party that may consent, else 0
    function impose(
        Signatories by, uint40 at, EntryId entry, uint8 kind, uint8 rights, uint16 effects, uint16 term,
        uint24 administrator, Order calldata order
    ) external;

    /// Lets the term of a queued court order begin, once every earlier one is closed or expired. Anyone, at block time. (rule 114)
    /// @param burdens all of the entry's burdens that are not closed, or only the court orders among them
    function promote(Signatories by, uint40 at, EntryId entry, uint24 number, uint24[] calldata burdens) external;

    /// Extends an order before it expires. The pair of the registrar. (rules 114, 116)
    /// @param term days from the day of this act
    function renew(
        Signatories by, uint40 at, EntryId entry, uint24 number, uint16 term, Order calldata order
    ) external;

    /// Lifts an order, open or queued, an agreed restriction or a priority notice by a later order. The pair of the registrar.
    /// (rule 116)
    function lift(Signatories by, uint40 at, EntryId entry, uint24 number, Order calldata order) external;

    /// Closes a burden whose last day is past. Anyone, at block time.
    function closeBurden(Signatories by, uint40 at, EntryId entry, uint24 number) external;

    /// Registers a restriction agreed for a beneficiary, a negative pledge among others. The holders with DISPOSE. (rules 74, 75)
    /// @param until last day, 0 = open-ended
    function registerClause(
        Signatories by, uint40 at, EntryId entry, uint24 beneficiary, uint8 rights, uint16 effects, uint16 until, uint8 alg,
        bytes32 document
    ) external;

    /// Keeps a named party its place for some working days. The holders with DISPOSE.
    /// @param workingDays at most 20
    function notePriority(
        Signatories by, uint40 at, EntryId entry, uint24 beneficiary, uint8 rights, uint8 workingDays, uint8 alg,
        bytes32 document
    ) external;

    /// Ends an agreed restriction or a priority notice. Its party with CONSENT.
    function giveUp(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Marks a lost source or a difference from the national register. The pair of the registrar. (rule 29)
    /// @param kind SOURCE_LOSS or SYNC_CONFLICT
    /// @param effects what it forbids, 0 = everything
    function markEntry(
        Signatories by, uint40 at, EntryId entry, uint8 kind, uint8 rights, uint16 effects, uint8 alg, bytes32 document
    ) external;

    /// Takes such a mark away; the loss of a declared source ends with replaceSource. The pair of the registrar. (rule 29)
    function clearMark(Signatories by, uint40 at, EntryId entry, uint24 number, uint8 alg, bytes32 document) external;

    /// Freezes all that a party holds, by an order served on any registrar. Its pair. (rules 115, 116)
    /// @param kind COURT_ORDER, CONTROL or BANKRUPTCY
    function restrainParty(
        Signatories by, uint40 at, uint24 party, uint8 kind, uint16 term, uint24 registrar, Order calldata order
    ) external;

    /// Extends a freeze of a party before it expires. A registrar's pair. (rules 114, 116)
    function renewRestraint(
        Signatories by, uint40 at, uint24 party, uint24 number, uint16 term, uint24 registrar, Order calldata order
    ) external;

    /// Lifts a freeze of a party. A registrar's pair. (rule 116)
    function liftRestraint(
        Signatories by, uint40 at, uint24 party, uint24 number, uint24 registrar, Order calldata order
    ) external;

    /// Closes a freeze of a party whose last day is past. Anyone, at block time.
    function closeRestraint(Signatories by, uint40 at, uint24 party, uint24 number) external;
}
