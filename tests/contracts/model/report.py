"""What random walks met: each act with how often it was accepted and refused, and for what."""

import re
from pathlib import Path

from tests.contracts.model.play import Tally

MODEL = Path(__file__).parent
NAMED = re.compile(r'"([A-Z][a-z]+[A-Za-z]+)"')


def table(tally: Tally) -> str:
    """A line an act."""
    names = sorted({*tally.accepted, *(name for name, _ in tally.refused)})
    lines = [f"{tally.acts} acts, {tally.accepted.total()} accepted"]
    for name in names:
        reasons = tally.refusals(name)
        told = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
        lines.append(f"{name:24} {tally.accepted[name]:6} accepted {reasons.total():6} refused: {told}")
    return "\n".join(lines)


def never(tally: Tally) -> str:
    """Reasons the model knows and no walk met."""
    met = {reason for _, reason in tally.refused}
    known = {name for file in MODEL.glob("*.py") for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    return "never met: " + (", ".join(sorted(known - met)) or "none")
