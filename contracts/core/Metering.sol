// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Burden, BurdenKind, BurdenState, Effect} from "../types/words/Burdens.sol";
import {Right} from "../types/words/Common.sol";
import {
    Batch,
    BatchState,
    Meter,
    Namespace,
    PaymentRoute,
    Statement,
    StatementState,
    UsageUnit
} from "../types/words/Usage.sol";

/// Where the usage of licences is kept, by the licence's own subject, whose journal is the chain of its batches. (rule 56)
library Metering {
    /// @custom:storage-location erc7201:dpr.usage
    struct Store {
        mapping(bytes32 subject => Meter) meters;
        mapping(bytes32 subject => mapping(uint256 number => Batch)) batches;
        mapping(bytes32 subject => mapping(uint256 number => Statement)) statements;
    }

    error MeterMissing(bytes32 subject);
    error NoSuchBatch(bytes32 subject, uint256 number);
    error NoSuchStatement(bytes32 subject, uint256 number);

    function store() internal pure returns (Store storage s) {
        bytes32 slot = Namespace.USAGE;
        assembly {
            s.slot := slot
        }
    }

    function meter(bytes32 subject) internal view returns (Meter m) {
        m = store().meters[subject];
        if (m.unit() == UsageUnit.NONE) revert MeterMissing(subject);
    }

    function batch(bytes32 subject, uint256 number) internal view returns (Batch b) {
        b = store().batches[subject][number];
        if (b.state() == BatchState.NONE) revert NoSuchBatch(subject, number);
    }

    function statement(bytes32 subject, uint256 number) internal view returns (Statement s) {
        s = store().statements[subject][number];
        if (s.state() == StatementState.NONE) revert NoSuchStatement(subject, number);
    }

    /// Where a burden wants the fees of licences to go, NONE when it does not care: into court while the court keeps them, to
    /// the lessor of the right, to the account supervised for a pledge. Of several the highest counts. (rule 50)
    function wanted(Burden b, uint256 day, uint256 today) internal pure returns (uint256) {
        if (b.state() != BurdenState.OPEN || b.rights() & Right.OPERATE == 0) return PaymentRoute.NONE;
        if (b.until() != 0 && b.until() < day && b.until() < today) return PaymentRoute.NONE;
        if (b.kind() == BurdenKind.COURT_ORDER && b.effects() & Effect.PAYMENT != 0) return PaymentRoute.COURT;
        if (b.kind() == BurdenKind.LEASE) return PaymentRoute.LESSOR;
        return b.kind() == BurdenKind.SECURITY ? PaymentRoute.PLEDGE_ACCOUNT : PaymentRoute.NONE;
    }
}
