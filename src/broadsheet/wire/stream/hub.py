"""Writes to every open stream of this process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice

from broadsheet.wire.stream.cutting import Client, cut
from broadsheet.wire.stream.messages import BEAT, Told, come_back_after
from broadsheet.wire.stream.news import OF_NO_LOG, News
from broadsheet.wire.stream.reader import END, Message, Reader, body_of
from broadsheet.wire.stream.roll import Roll
from broadsheet.wire.stream.window import Window

BATCH = 100  # readers; after so many, whoever asks for a page has a turn
BEAT_EVERY = 15  # seconds; proxies close what is silent for a minute
PATIENCE = 20.0  # seconds that a reader may take to receive what was sent
GRACE = 3.0  # seconds for which another process may know more of the log than this one

_BEAT = body_of(BEAT)


class Hub:
    """The open streams. Everything here runs in one event loop.

    A reader has no queue, only a cursor: what is after it is taken from the window when the line is free. So memory
    does not grow with slow readers, and the others do not wait for them.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        cut: Callable[[Collection[Client]], None] = cut,
    ) -> None:
        self.news = News()
        self.readers = Roll(BEAT_EVERY)
        self.has_ended = False
        self._clock, self._cut = clock, cut
        self._busy: dict[Reader, float] = {}  # since when a reader's line is full
        self._ahead: dict[Reader, float] = {}
        self._telling: asyncio.Task[None] | None = None
        self._is_stale = False
        self._seconds = 0

    def join(self, reader: Reader) -> None:
        """Begin to tell a reader, at once what there is to say."""
        self.readers.add(reader)
        news = self.news.due(reader)
        self._send(reader, body_of(come_back_after() + (news["body"] if news else b"")))
        self._look_ahead(reader)

    def leave(self, reader: Reader) -> None:
        """Forget a reader who is gone."""
        self.readers.remove(reader)
        self._busy.pop(reader, None)
        self._ahead.pop(reader, None)

    def end(self) -> None:
        """End all streams, as the server stops; who comes now is to come later."""
        self.has_ended = True
        self._drop(self.readers)

    def load(self, window: Window) -> None:
        """Take a window just read from the log: the first one, or that of another log."""
        is_another = self.news.load(window)
        for reader in self.readers:
            if is_another:
                reader.cursor = OF_NO_LOG
            self._look_ahead(reader)
        self._tell_all()

    def take(self, events: list[Told]) -> None:
        """Take what is new in the log, and tell it."""
        self.news.take(events)
        self._tell_all()

    def say_away(self, is_away: bool) -> None:
        """Tell everybody that the database is away, or there again."""
        self.news.is_away = is_away
        self._tell_all()

    def keep_going(self) -> None:
        """Do from now on what is due each second, until the streams end."""
        if not self.has_ended:
            asyncio.get_running_loop().call_later(1.0, self._keep_going)

    def _keep_going(self) -> None:
        self.keep_going()  # whatever becomes of this second
        self.tick()

    def tick(self) -> None:
        """Show a fifteenth of the readers that the line stands; drop who is too slow."""
        self._seconds += 1
        now = self._clock()
        self._drop([reader for reader, since in self._busy.items() if now - since > PATIENCE])
        for reader, since in list(self._ahead.items()):
            self._look_ahead(reader, is_over=now - since > GRACE)
        for reader in self.readers.of_slot(self._seconds):
            if reader not in self._busy:
                self._send(reader, _BEAT)

    def _look_ahead(self, reader: Reader, *, is_over: bool = False) -> None:
        """What a reader knows more than this process, it will see at its next look; or it is another log's."""
        if not self.news.is_ahead(reader):
            self._ahead.pop(reader, None)
        elif is_over:
            del self._ahead[reader]
            reader.cursor = OF_NO_LOG
            self._tell(reader)
        else:
            self._ahead.setdefault(reader, self._clock())

    def _tell_all(self) -> None:
        self._is_stale = True
        if self._telling is None or self._telling.done():
            self._telling = asyncio.get_running_loop().create_task(self._tell_in_batches())

    async def _tell_in_batches(self) -> None:
        while self._is_stale:
            self._is_stale = False
            for batch in _batches(iter(self.readers)):
                for reader in batch:
                    self._tell(reader)
                await asyncio.sleep(0)

    def _tell(self, reader: Reader) -> None:
        if reader in self._busy or reader not in self.readers:
            return
        message = self.news.due(reader)
        if message is not None:
            self._send(reader, message)

    def _send(self, reader: Reader, message: Message) -> None:
        sending = reader.send(message)
        if sending is not None:
            self._busy[reader] = self._clock()
            sending.add_done_callback(lambda sent: self._sent(reader, sent))

    def _sent(self, reader: Reader, sent: asyncio.Future[None]) -> None:
        failed = sent.cancelled() or sent.exception() is not None
        if self._busy.pop(reader, None) is not None and not failed:
            self._tell(reader)  # what came meanwhile

    def _drop(self, readers: Iterable[Reader]) -> None:
        """End streams; by their cursors, nothing is lost when they come back."""
        slow: list[Client] = []
        for reader in readers:
            if reader in self._busy and reader.client:
                slow.append(reader.client)
            self.leave(reader)
            with suppress(RuntimeError):  # the server knows that the reader is gone
                reader.send(END)
        self._cut(slow)


def _batches(readers: Iterator[Reader]) -> Iterator[list[Reader]]:
    while batch := list(islice(readers, BATCH)):
        yield batch
