"""`python -m tests.contracts.gas.table [--write]`: measures the gas of every act and prints the table beside floor and anchors.

`measure()` gives the figures to whoever prints them elsewhere. `--write` commits them: `tests/contracts/gas.json`, which a
test compares exactly, and the table in `docs/gas.md`.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")

from hardhat_free_env.testing import LocalChain
from tests.contracts.gas.acts import INITIAL, Story, whole
from tests.contracts.gas.measure import TRANSACTION, Cost
from tests.contracts.stage.opening import BEGINNING, opening
from tests.contracts.stage.signers import Passkey, bind, curve_key

ROOT = Path(__file__).parents[3]
JSON = ROOT / "tests" / "contracts" / "gas.json"
PAGE = ROOT / "docs" / "gas.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"

DIRECT_GOAL = 1.5
"""Times the floor, for an act without its signatures."""
FIRST_SIGNATURE, NEXT_SIGNATURE = 15_800, 8_200
BATCH_GOAL = 0.6
"""Of the single filing, an act in a batch of twenty; to the whole per cent."""
WRITTEN = 1.06
"""Times its floor without the transaction: an act of several fresh words cannot share what they cost, in whatever batch."""

ANCHORS = {
    "anchor": "OpenZeppelin ERC-721 mint 146.9k, ERC-8325 286k, Story 350k, Ocean 634k",
    "find an objection complete": "ERC-7943 freeze 48.8k, Story dispute 326.2k",
    "grant a licence": "Ocean 121.6k, ERC-5218 219.8k, Story 615.8k",
    "end by agreement": "ERC-5218 54.8k, EAS 66.0k",
}
"""What contracts of others take for comparable work, by one sender and without a second person: see docs/gas.md."""


@dataclass(frozen=True)
class Table:
    """All figures of one run."""

    costs: dict[str, Cost]
    passkey: int
    """A passkey's signature on an empty filing, above calling it directly."""

    @property
    def whole(self) -> dict[str, int]:
        """The whole 初次 procedure."""
        return whole(self.costs)

    def as_json(self) -> dict[str, Any]:
        """As it is committed."""
        acts = {name: cost.as_json() for name, cost in self.costs.items()}
        return {"passkey": self.passkey, "initial": self.whole, "acts": acts}


def measure() -> Table:
    """Measure everything, on a chain of its own; takes about half a minute."""
    with LocalChain(time=BEGINNING) as chain:
        chain.node.remembered = 0  # what is looked at is counted while it is executed
        stage, cast = opening(chain)
        story = Story(stage, cast)
        story.registration()
        story.aside(story.objections)
        story.aside(story.licences)
        story.aside(story.changes)
        story.aside(story.later_registrations)
        story.aside(story.usage)
        story.aside(story.listings)
        story.aside(story.versions)
        story.aside(story.burdens)
        story.aside(story.securities)
        story.aside(story.leases)
        story.aside(story.attestations)
        story.aside(story.sources)
        story.aside(story.supervision)
        story.aside(story.parties)
        story.aside(story.book)
        signer = stage.verifiers["ERC7913WebAuthnVerifier"] + curve_key(7)
        passkey = Passkey(bind(stage, cast.operator, cast.buyer, signer), signer, secret=7)
        stage.file([passkey], [("pin", story.folios[0].entry, story.folios[0].head.edition)])
        return Table(story.costs, story.meter.signature([passkey]))


def over(name: str, cost: Cost) -> Iterator[str]:
    """Which goals of its own a row misses; signatures cost every act the same and are told apart."""
    if cost.alone > DIRECT_GOAL * cost.floor:
        yield f"{name}: {cost.alone / cost.floor:.2f} × its floor"
    least = WRITTEN * (cost.floor - TRANSACTION)
    if cost.batch is not None and round(cost.batch / cost.single, 2) > BATCH_GOAL and cost.batch > least:
        yield f"{name}: in a batch {cost.batch / cost.single:.0%} of the single filing"


def signatures(table: Table) -> Iterator[str]:
    """What the first, the second and each further signature add, least and most over all acts."""
    rows = list(table.costs.values())
    first = [row.filed[1] - row.direct for row in rows if row.direct]
    added = {
        number: [row.filed[number] - row.filed[number - 1] for row in rows if number - 1 in row.filed]
        for number in (2, 3, 4)
    }
    yield f"The first signature adds {_span(first)} (goal {_thousands(FIRST_SIGNATURE)}),"
    yield f"the second {_span(added[2])}, the third {_span(added[3])}, the fourth {_span(added[4])}"
    yield f"(goal {_thousands(NEXT_SIGNATURE)})."


def goals(table: Table) -> Iterator[str]:
    """How many rows keep to their goals, and which do not."""
    missed = [reason for name, cost in table.costs.items() for reason in over(name, cost)]
    worst = max(table.costs.values(), key=lambda cost: cost.alone / cost.floor)
    yield (
        f"{len(table.costs)} rows; the dearest act without signatures is {worst.alone / worst.floor:.2f} × its floor "
        f"(goal {DIRECT_GOAL}); in a batch of twenty at most "
        f"{max(cost.batch / cost.single for cost in table.costs.values() if cost.batch):.0%} of the single filing "
        f"(goal {BATCH_GOAL:.0%}). {' '.join(signatures(table))}"
    )
    yield from missed


def lines(table: Table) -> Iterator[str]:
    """The table as Markdown."""
    yield "| act | floor | alone | × | filed, 1 | 2 | 3 | 4 | in 20 | of single | anchor |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|"
    for name, cost in table.costs.items():
        filed = [_bold(cost.filed.get(number), number == cost.needed) for number in (1, 2, 3, 4)]
        share = "" if cost.batch is None else f"{cost.batch / cost.single:.0%}"
        alone = _thousands(cost.alone) + ("" if cost.direct else " *")
        cells = [name, _thousands(cost.floor), alone, f"{cost.alone / cost.floor:.2f}", *filed]
        yield f"| {' | '.join(cells)} | {_thousands(cost.batch)} | {share} | {ANCHORS.get(name, '')} |"
    yield ""
    total = table.whole
    yield (
        f"The whole 初次 ({', '.join(INITIAL)}): **{_thousands(total['filings'])}** in six filings with the signatures they "
        f"take, {_thousands(total['batches'])} as one of twenty; the floor of its words is {_thousands(total['floor'])}."
    )
    yield ""
    yield from goals(table)
    yield ""
    yield f"A passkey's signature (WebAuthn over P-256, in Solidity) costs {_thousands(table.passkey)} on an empty filing."


def _thousands(gas: int | None) -> str:
    return "" if gas is None else f"{gas / 1000:.1f}k"


def _span(gas: list[int]) -> str:
    return f"{_thousands(min(gas))} to {_thousands(max(gas))}"


def _bold(gas: int | None, needed: bool) -> str:
    return f"**{_thousands(gas)}**" if needed else _thousands(gas)


def page(table: Table, text: str) -> str:
    """The page with this table in its place."""
    head, rest = text.split(BEGIN)
    return head + BEGIN + "\n".join(lines(table)) + "\n" + END + rest.split(END)[1]


def main(arguments: list[str]) -> int:
    """Print, and write when asked."""
    table = measure()
    print("\n".join(lines(table)))
    if "--write" in arguments:
        JSON.write_text(json.dumps(table.as_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        PAGE.write_text(page(table, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
