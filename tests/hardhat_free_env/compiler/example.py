"""A small table of packed words with every feature of the format, and what the generated Python gives."""

from typing import Any

from hardhat_free_env.compiler.words import Table, parse, together
from hardhat_free_env.compiler.words_python import render

EXAMPLE = """
[Ticket]
doc = "What a ticket says."
zh = "票"
namespace = "dpr.tickets"
path = "tickets[show][number]"
key = "map(number, map(show, base+3))"
fields = [
  { name = "seat", bits = 24, count = 3, doc = "seats taken" },
  { name = "state", bits = 3, enum = "State", doc = "where it is" },
  { name = "ranks", bits = 2, count = 2, enum = "Rank" },
  { name = "extras", bits = 6, mask = "Extra", doc = "what comes with it" },
  { name = "flags", bits = 4, flags = ["PAID", "USED"], zh = ["已付", "已用"] },
  { name = "from", bits = 16 },
  { name = "soldAt", bits = 40 },
]

[Used]
doc = "One bit a serial."
zh = "已用"
namespace = "dpr.tickets"
path = "used"
key = "base"
fields = [{ name = "taken", bits = 256 }]

[Top]
doc = "Fields to the last bit."
zh = "满"
namespace = "dpr.seatPlans"
path = "top[hall]"
key = "map(hall, base+0)"
fields = [{ name = "low", bits = 96 }, { name = "high", bits = 160 }]

[enum.State]
values = ["NONE", "SOLD", "VOID"]
zh = ["无", "售出", "作废"]

[enum.Rank]
values = ["A", "B", "C", "D"]

[mask.Extra]
values = ["DRINK", "COAT"]
zh = ["饮料", "寄存"]
"""


def table() -> Table:
    """The example, parsed."""
    return together(parse({"example": EXAMPLE}))


def python() -> dict[str, Any]:
    """The names that the generated Python defines."""
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(render(table()), "example", "exec"), names)
    return names
