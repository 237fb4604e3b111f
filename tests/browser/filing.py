"""Files to the wire of a newsroom that is served, as its desk would."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from tests.edge.live import LiveNewsroom

START = "import django; django.setup(); from tests.browser.filing import take_orders; take_orders()"


class Filing:
    """A process in the newsroom's Django that does what it is told: a start for each act would take seconds."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._standing: list[int] = []

    @property
    def newest(self) -> int:
        """The item that was posted last."""
        return self._standing[-1]

    def post(self, headline: str, **fields: Any) -> int:
        """Post an item; its number."""
        item = self._do("post", headline=headline, **fields)
        self._standing.append(item)
        return item

    def correct(self, item: int, note: str, **fields: Any) -> None:
        self._do("correct", item, note=note, **fields)

    def retract(self, item: int, reason: str) -> None:
        self._do("retract", item, reason=reason)

    def withdraw(self, item: int) -> None:
        """Undo the posting."""
        self._do("withdraw", item)
        self._standing.remove(item)

    def start_breaking(self, item: int, *, seconds: int = 3600) -> None:
        self._do("start_breaking", item, lasting=seconds)

    def end_breaking(self, item: int) -> None:
        self._do("end_breaking", item)

    def _do(self, verb: str, item: int | None = None, **fields: Any) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([verb, item, fields]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, self._process.communicate(timeout=20)[1]
        return int(answer)


@contextmanager
def filing(newsroom: LiveNewsroom) -> Iterator[Filing]:
    """Start the process, and end it afterwards."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603  # ours
        [sys.executable, "-c", START],
        env=newsroom.environment,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
    ) as process:
        try:
            yield Filing(process)
        finally:
            process.kill()


def take_orders() -> None:
    """Do what each line of standard input says, and answer with the item's number; runs in the process."""
    from broadsheet.wire.models import WireItem

    verbs = _verbs()
    for line in sys.stdin:
        verb, pk, fields = json.loads(line)
        if "lasting" in fields:
            fields["lasting"] = timedelta(seconds=fields["lasting"])
        subject = [WireItem.objects.get(pk=pk)] if pk else []
        print(verbs[verb](*subject, **fields).pk, flush=True)  # noqa: T201


def _verbs() -> dict[str, Any]:
    from broadsheet.wire.actions.breaking import end_breaking, start_breaking
    from broadsheet.wire.actions.correct import correct_item
    from broadsheet.wire.actions.post import post_item
    from broadsheet.wire.actions.retract import retract_item
    from broadsheet.wire.actions.withdraw import withdraw_item

    return {
        "post": post_item,
        "correct": correct_item,
        "retract": retract_item,
        "withdraw": withdraw_item,
        "start_breaking": start_breaking,
        "end_breaking": end_breaking,
    }
