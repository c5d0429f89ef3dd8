"""What is measured when somebody looks: how far the copy is, what waits, whether a lane stands still."""

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from ledger_api.index.status import status
from ledger_api.services import Services
from ledger_api.store import arrivals, lanes


class Gauges(Collector):
    """Reads the store at every scrape."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def describe(self) -> Iterator[Metric]:
        """Nothing beforehand: registering must not read the store."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """All gauges, from one snapshot."""
        with self._services.store.read() as connection:
            found = status(connection)
            counts = arrivals.counts(connection)
            every = lanes.every_lane(connection)
        if found is not None:
            yield GaugeMetricFamily("dpr_index_block", "Newest block indexed", value=found.number)
            yield GaugeMetricFamily(
                "ledger_index_divergence", "Entries that differ from the chain", value=found.divergent
            )
            yield GaugeMetricFamily("dpr_index_alarm", "1: somebody must look", value=int(found.alarm is not None))
        waiting = GaugeMetricFamily("dpr_filings", "Filings by state", labels=["state"])
        for state, count in counts.items():
            waiting.add_metric([state], count)
        yield waiting
        stopped = GaugeMetricFamily("dpr_lane_stopped", "1: an operator must look", labels=["lane"])
        for lane in every:
            stopped.add_metric([lane.id], int(lane.state == "stopped"))
        yield stopped
