"""The loop over a provider's connections: offer, wait, record, and offer again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import islice

from broadsheet.delivery.transports.contract import Envelope, Outcome, Record, TransportDownError
from broadsheet.delivery.transports.provider.account import Account
from broadsheet.delivery.transports.provider.lane import Lane, Sent

BEAT = 15.0  # seconds after which `record` hears that we are still here


class ProviderTransport:
    """Messages leave over several connections at once, on each one call after the other.

    An envelope is taken only for a connection that is free, after the outcomes before it are recorded.
    """

    def __init__(self, account: Account, new_lane: Callable[[], Lane], *, connections: int) -> None:
        self.in_flight = connections * account.together
        self._connections = connections
        self._account = account
        self._new_lane = new_lane
        self._free: list[Lane] = []
        self._threads = ThreadPoolExecutor(connections, thread_name_prefix="provider")

    def deliver(self, envelopes: Iterator[Envelope], record: Record) -> None:
        """Offer each envelope in order and record what became of it. Raises `TransportDownError`.

        While the provider is slow, `record` is called with nothing every 15 seconds, for those who hold a lease.
        """
        under_way: dict[Future[Sent], Lane] = {}
        try:
            self._begin(envelopes, under_way)
            while under_way:
                self._write_down(under_way, record)
                self._begin(envelopes, under_way)
        except BaseException:
            self._leave(under_way, record)
            raise

    def close(self) -> None:
        """End all connections; `deliver` opens new ones."""
        while self._free:
            self._free.pop().close()

    def check(self) -> str:
        """See whether the provider knows us, without sending anything; says which it is."""
        lane = self._take_lane()
        try:
            lane.knock()
        finally:
            self._free.append(lane)
        return self._account.where

    def _take_lane(self) -> Lane:
        return self._free.pop() if self._free else self._new_lane()

    def _begin(self, envelopes: Iterator[Envelope], under_way: dict[Future[Sent], Lane]) -> None:
        is_more = True
        while is_more and len(under_way) < self._connections:
            taken: list[Envelope] = []
            try:
                for envelope in islice(envelopes, self._account.together):
                    taken += [envelope]
            finally:  # what was taken is offered, also where there is no next
                is_more = bool(taken)
                if is_more:
                    lane = self._take_lane()
                    under_way[self._threads.submit(lane.send, taken)] = lane

    def _write_down(self, under_way: dict[Future[Sent], Lane], record: Record) -> None:
        """Wait for the next answers, and record them together."""
        done, _ = wait(under_way, timeout=BEAT, return_when=FIRST_COMPLETED)
        outcomes, error = self._gather(done, under_way)
        if outcomes or error is None:
            record(outcomes)
        if error is not None:
            raise error

    def _gather(
        self, done: set[Future[Sent]], under_way: dict[Future[Sent], Lane]
    ) -> tuple[list[Outcome], TransportDownError | None]:
        outcomes: list[Outcome] = []
        down = None
        for answer in done:
            self._free.append(under_way.pop(answer))
            found, error = answer.result()
            outcomes += found
            down = down or error
        return outcomes, down

    def _leave(self, under_way: dict[Future[Sent], Lane], record: Record) -> None:
        """Nothing more is begun; what is under way is waited for, and recorded if that can be."""
        outcomes, _ = self._gather(wait(under_way).done, under_way)
        if outcomes:
            with suppress(Exception):  # it may have failed before, and that is passed on
                record(outcomes)
