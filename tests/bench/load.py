"""Ways of asking for much: as fast as so many hands can, or steadily, whatever the answers take."""

import threading
import time
from collections.abc import Callable, Sequence

from tests.bench.report import Pace

STEADY_HANDS = 48
"""More than can wait at once, or a late answer would delay the next question."""


def in_parallel(hands: int, work: Callable[[int], None]) -> None:
    """Run `work` in so many threads, each with its number; raises what the first of them raised."""
    failures: list[BaseException] = []

    def run(number: int) -> None:
        try:
            work(number)
        except BaseException as error:  # noqa: BLE001  told to whoever asked for it
            failures.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def each(hands: int, times: int, ask: Callable[[int], object]) -> None:
    """Ask `times` times with so many hands."""

    def work(hand: int) -> None:
        for at in range(hand, times, hands):
            ask(at)

    in_parallel(hands, work)


def for_seconds(hands: int, seconds: float, ask: Callable[[int], float]) -> tuple[Pace, list[float]]:
    """Ask again and again with so many hands; how much was done, and what each `ask` answered."""
    answers: list[float] = []
    started = time.perf_counter()

    def work(hand: int) -> None:
        while time.perf_counter() - started < seconds:
            answers.append(ask(hand))

    in_parallel(hands, work)
    return Pace(len(answers), time.perf_counter() - started), answers


def steadily(rate: int, times: int, ask: Callable[[int], object]) -> list[float]:
    """Ask `rate` times a second, also while earlier answers are awaited; seconds from when each was due to its answer."""
    waits = [0.0] * times
    started = time.perf_counter() + 0.5

    def work(hand: int) -> None:
        for at in range(hand, times, STEADY_HANDS):
            due = started + at / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            ask(at)
            waits[at] = time.perf_counter() - due

    in_parallel(STEADY_HANDS, work)
    return waits


def within(waits: Sequence[float], share: float) -> float:
    """Milliseconds within which this share of the answers came."""
    return sorted(waits)[min(int(len(waits) * share), len(waits) - 1)] * 1000
