"""How a measurement is printed: what was measured, the figure, the goal, and the baseline's figure with the ratio."""

from collections.abc import Sequence
from dataclasses import dataclass


class WrongResult(Exception):
    """What was measured did not do what it should have done: its speed means nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table. `goal` is said as it stands in the design; `baseline` is of the same unit."""

    what: str
    value: float
    unit: str
    goal: str = ""
    baseline: float | None = None
    beside: str = ""
    """What the baseline is."""

    @property
    def ratio(self) -> str:
        """How many times the baseline; empty without one."""
        return f"{self.value / self.baseline:.2f}×" if self.baseline else ""


@dataclass(frozen=True, slots=True)
class Pace:
    """So much done in so many seconds."""

    done: int
    seconds: float

    @property
    def rate(self) -> float:
        """A second."""
        return self.done / self.seconds


def together(paces: Sequence[Pace]) -> Pace:
    """One after the other."""
    return Pace(sum(pace.done for pace in paces), sum(pace.seconds for pace in paces))


def title(text: str, *notes: str) -> None:
    """Begin a section; notes say what exactly is done."""
    print(f"\n== {text}", flush=True)
    for note in notes:
        print(f"   {note}", flush=True)


def table(figures: Sequence[Figure]) -> None:
    """Print figures under each other."""
    width = max(len(figure.what) for figure in figures)
    for figure in figures:
        line = f"   {figure.what:<{width}}  {_number(figure.value):>9} {figure.unit:<7}"
        if figure.baseline is not None:
            line += f" {figure.ratio:>8} of {_number(figure.baseline)} ({figure.beside})"
        print(line + (f"   goal {figure.goal}" if figure.goal else ""), flush=True)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
