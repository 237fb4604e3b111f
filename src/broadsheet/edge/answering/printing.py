"""Misses: each page is made once, however many ask; the others wait for it."""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from broadsheet.edge.addresses import Address
from broadsheet.edge.press.press import Press, PrintError
from broadsheet.edge.store.sheet import Sheet

logger = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds that a reader waits for a page
THREADS = 3  # for pages that are known; as many again for addresses that may lead nowhere
QUEUE = 48  # addresses, known or not, under way, beyond which no unknown one may wait for a thread
KNOWN_QUEUE = 30  # known pages that may wait for one: about what is made in a second


class BusyError(Exception):
    """More was asked for than can be made: a flood, or everything was forgotten at once; nothing fails."""


class Printing:
    """The press of this process, in threads beside its event loop."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._known = ThreadPoolExecutor(THREADS, "press")
        self._unknown = ThreadPoolExecutor(THREADS, "press-unknown")
        self._under_way: dict[Address, asyncio.Future[Sheet | None]] = {}
        self._waiting_known: set[Address] = set()  # that no thread has begun
        self._begun: dict[Address, float] = {}

    def is_making(self, address: Address) -> bool:
        """Whether somebody has asked already, and waits for it."""
        return address in self._under_way

    async def page(self, address: Address) -> Sheet | None:
        """The page, made by whoever asked first.

        Raises `PrintError` where it cannot be made or takes too long, `BusyError` where too many are asked for.
        """
        flight = self._under_way.get(address) or self._begin(address)
        try:
            return await asyncio.wait_for(asyncio.shield(flight), PATIENCE)
        except TimeoutError as error:
            if self._is_slow(address):
                raise PrintError("time") from error
            raise BusyError from error  # it waited for a thread, and nothing fails

    def _is_slow(self, address: Address) -> bool:
        """Whether it is the making that takes long."""
        now = time.monotonic()
        return now - self._begun.get(address, now) > PATIENCE / 2

    def _begin(self, address: Address) -> asyncio.Future[Sheet | None]:
        # A page that stood before must not wait behind a thousand addresses that somebody invented.
        known = self._press.store.knew(address)
        if len(self._waiting_known) >= KNOWN_QUEUE if known else len(self._under_way) >= QUEUE:
            raise BusyError
        if known:
            self._waiting_known.add(address)
        pool = self._known if known else self._unknown
        flight = asyncio.get_running_loop().run_in_executor(pool, self._make, address)
        self._under_way[address] = flight
        flight.add_done_callback(lambda done: self._end(address, done))
        return flight

    def _make(self, address: Address) -> Sheet | None:
        self._begun[address] = time.monotonic()
        self._waiting_known.discard(address)
        try:
            return self._press.page(address)
        except PrintError:
            raise
        except Exception as error:  # ours, not Django's; a reader gets the last good page all the same
            logger.exception("The press fails over %s", address, extra={"event": "press_failed"})
            raise PrintError("software") from error

    def _end(self, address: Address, done: asyncio.Future[Sheet | None]) -> None:
        self._under_way.pop(address, None)
        self._begun.pop(address, None)
        if not done.cancelled():
            done.exception()  # whoever waited has it; nobody may be left
