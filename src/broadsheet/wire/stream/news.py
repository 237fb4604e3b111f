"""What there is to tell, and what of it a reader has not been told."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.wire.stream.messages import AWAY, BACK, Told, greeting, reset
from broadsheet.wire.stream.reader import Message, Reader, body_of
from broadsheet.wire.stream.window import Window

OF_NO_LOG = -1  # a cursor that no window brings up to date


class News:
    """The window, and whether the database is away.

    Before the log was read for the first time there is no window, and readers wait for their first words.
    """

    def __init__(self) -> None:
        self.window: Window | None = None
        self.is_away = False
        self._ready: dict[int, Message] = {}  # by cursor: most readers stand at the same

    def load(self, window: Window) -> bool:
        """Take a window just read from the log; whether it is of another log than the one before."""
        is_another = self.window is not None
        if is_another:
            window.floor = window.last  # whatever cursor comes with less is most likely of the log before
        self.window = window
        self._ready.clear()
        return is_another

    def take(self, events: list[Told]) -> None:
        """Take what is new in the log."""
        if self.window is not None:
            for event in events:
                self.window.take(event)
            self._ready.clear()

    def is_ahead(self, reader: Reader) -> bool:
        """Whether a reader knows what this process does not: of another process, or of another log."""
        return self.window is not None and reader.cursor is not None and reader.cursor > self.window.last

    def due(self, reader: Reader) -> Message | None:
        """What a reader is to be told now, and takes for told; None when that is nothing."""
        window, cursor = self.window, reader.cursor
        if window is None or cursor is None or not reader.is_greeted or reader.knows_away is not self.is_away:
            words = b"".join(self._words(reader))
            return body_of(words) if words else None
        if window.floor <= cursor <= window.last:
            return self._missed(window, reader, cursor)
        return body_of(self._reset(window, reader)) if cursor < window.floor else None

    def _missed(self, window: Window, reader: Reader, cursor: int) -> Message | None:
        if cursor == window.last:
            return None
        message = self._ready.get(cursor)
        if message is None:
            words = b"".join(event.body for event in window.after(cursor))
            message = self._ready[cursor] = body_of(words)
        reader.cursor = window.last
        return message

    def _words(self, reader: Reader) -> Iterator[bytes]:
        if reader.knows_away is not self.is_away:
            reader.knows_away = self.is_away
            yield AWAY if self.is_away else BACK
        if self.window is not None:
            yield from self._words_of_log(self.window, reader)

    def _words_of_log(self, window: Window, reader: Reader) -> Iterator[bytes]:
        if not reader.is_greeted:
            reader.is_greeted = True
            yield greeting(window.last, caught_up=reader.cursor is None)
        if reader.cursor is None:
            reader.cursor = window.last
        elif reader.cursor < window.floor:
            yield self._reset(window, reader)
        elif reader.cursor < window.last:
            yield from (event.body for event in window.after(reader.cursor))
            reader.cursor = window.last

    def _reset(self, window: Window, reader: Reader) -> bytes:
        reader.cursor = window.last
        return reset(window.last)
