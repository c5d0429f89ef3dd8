// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Signatories} from "../types/Signatories.sol";
import {Instrument} from "../types/words/Burdens.sol";
import {Role} from "../types/words/Parties.sol";
import {Assent} from "./Assent.sol";
import {Digests} from "./Digests.sol";
import {Parties} from "./Parties.sol";

/// An effective instrument: what a court, an arbitral body or an authority decided. It stands in the place of a holder's will.
struct Order {
    uint24 issuer; // party with COURT or REGULATOR; it need not have officers
    uint8 kind; // Instrument
    uint40 effectiveAt; // unix seconds, as the instrument says
    uint40 servedAt; // unix seconds, when the registrar was served
    uint8 alg; // of the document's digest
    bytes32 document;
}

/// Instruments that registrars execute. (rule 116)
library Orders {
    using Assent for Signatories;

    error NotAnIssuer(uint256 issuer);
    error InstrumentNotValid();
    error InstrumentNotEffective(uint256 effectiveAt);

    /// Entered by the pair of the registrar, effective and served by legal time `time`. (rules 3, 4, 116)
    function check(Signatories by, Order calldata order, uint256 registrar, uint256 time) internal view {
        by.needsPair(registrar, 0); // rules 3, 4, 116
        bool issues = Parties.store().parties[order.issuer].roles() & (Role.COURT | Role.REGULATOR) != 0;
        if (!issues) revert NotAnIssuer(order.issuer); // rule 116
        if (order.kind == Instrument.NONE || order.kind > Instrument.NOTARIAL) revert InstrumentNotValid();
        if (order.effectiveAt == 0 || order.effectiveAt > time) revert InstrumentNotEffective(order.effectiveAt); // rule 116
        if (order.servedAt == 0 || order.servedAt > time) revert InstrumentNotValid();
        Digests.known(order.alg); // rule 123
        Digests.present(order.document);
    }
}
