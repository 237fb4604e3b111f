"""The end of the log, as much of it as is kept ready."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from broadsheet.wire.stream.messages import Told

MOST = 100  # subjects; whoever has missed more than so many loads the list


class Window:
    """The newest event of each subject, in order of id.

    `last` is the log's last id. `floor` is the lowest cursor that the window can bring up to date: behind it something
    is missing here that the reader has not seen.
    """

    def __init__(self, events: Iterable[Told] = (), *, last: int = 0, floor: int = 0) -> None:
        self.last = last
        self.floor = floor
        self._events: OrderedDict[str, Told] = OrderedDict()
        for event in events:
            self.take(event)

    def take(self, event: Told) -> None:
        """Take in an event that is newer than all; of its subject, nothing older is told any more."""
        self._events[event.subject] = event
        self._events.move_to_end(event.subject)
        self.last = max(self.last, event.id)
        while len(self._events) > MOST:
            _, oldest = self._events.popitem(last=False)
            self.floor = max(self.floor, oldest.id)

    def after(self, cursor: int) -> list[Told]:
        """What a reader who has seen everything up to `cursor` must be told, in order."""
        missed: list[Told] = []
        for event in reversed(self._events.values()):
            if event.id <= cursor:
                break
            missed.append(event)
        return missed[::-1]
