"""A chapter that tests put into the ledger to lay any burden on an entry, in any state, whoever agrees to it."""

from dataclasses import dataclass

from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.deploy.pages import acts
from hardhat_free_env.testing import account
from ledger_api.domain.words import Burden, BurdenKind, BurdenState, Effect, Right
from tests.contracts.stage import Cast, Player, Stage

SOURCE = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Burdens} from "contracts/core/Burdens.sol";
import {Entries} from "contracts/core/Entries.sol";
import {Journals} from "contracts/core/Journals.sol";
import {EntryId} from "contracts/types/EntryId.sol";
import {Signatories} from "contracts/types/Signatories.sol";
import {Burden, BurdenState} from "contracts/types/words/Burdens.sol";
import {Head} from "contracts/types/words/Entries.sol";
import {Journal} from "contracts/types/words/Journals.sol";

contract BurdeningChapter {
    event BurdenLaid(bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, Burden burden);

    function lay(Signatories by, EntryId entry, Burden burden) external {
        Journal j = Entries.journalOf(entry);
        uint256 n = Journals.next(j);
        Burdens.save(entry, n, burden);
        Head head = Entries.headOf(entry);
        if (burden.state() != BurdenState.CLOSED) {
            Entries.setHead(entry, Entries.moved(head.withBurdens(head.burdens() + 1)));
        }
        Entries.record(entry, j, abi.encode(BurdenLaid.selector, entry, n, n, by, burden));
    }
}
"""

_compiled: list[Artifact] = []


@dataclass
class Burdening:
    """Lays burdens on entries of a stage."""

    stage: Stage
    cast: Cast

    def __post_init__(self) -> None:
        if not _compiled:
            _compiled.append(compile_text("contracts/BurdeningChapter.sol", SOURCE)["BurdeningChapter"])
        (chapter,) = _compiled
        self.stage.learn(chapter.abi)
        (act,) = acts(chapter)
        page = act.page(self.stage.chain.deploy(chapter).address)
        data = self.stage.ledger.encode("assign", [(act.selector, page)])
        manager = bytes.fromhex(self.stage.ledger.call("authority")[2:])
        authority = self.stage.chain.at(load("AccessManager"), manager)
        authority.transact("execute", self.stage.ledger.address, data, sender=account(1))

    def lay(self, entry: bytes, kind: BurdenKind, party: Player, **changes: object) -> int:
        """A burden that nobody may waive and that forbids everything; its number."""
        fields = {
            "state": BurdenState.OPEN,
            "rights": Right.HOLD | Right.USE | Right.OPERATE,
            "effects": ~Effect(0),
            "party": party.number,
            "since": self.stage.now,
            "day": self.stage.today,
        }
        self.stage.file([self.cast.buyer.one], [("lay", entry, Burden(kind=kind, **(fields | changes)))])  # type: ignore[arg-type]
        return self.stage.journal(entry).lines
