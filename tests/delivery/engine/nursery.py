"""Brings up workers, each a process of its own that can be killed: `python -m tests.delivery.engine.nursery`.

Django is loaded once; a worker is forked off it for each line on standard input, and its number is printed. It goes the
way of `broadsheet worker`, with short pauses and leases, since nobody waits a minute here.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from broadsheet.delivery.engine import postman  # noqa: E402
from broadsheet.delivery.engine.postman import Postman  # noqa: E402
from broadsheet.delivery.ledger import claiming, recording  # noqa: E402
from broadsheet.delivery.transports.smtp import Server, SmtpTransport  # noqa: E402
from broadsheet.delivery.transports.smtp.server import Patience  # noqa: E402

LEASE = timedelta(seconds=1.5)
PATIENCE = Patience(connect=5, command=1.0, final=1.0)


def main() -> None:
    """Until standard input ends."""
    claiming.LEASE = recording.LEASE = LEASE
    recording.pause_before = lambda tries: timedelta(seconds=0.2 * tries)
    postman.ROUND, postman.LONGEST_PAUSE = 0.3, 0.3
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _work()
        print(pid, flush=True)  # noqa: T201


def _work() -> None:
    connections.close_all()
    way = SmtpTransport(
        Server.at(settings.MAIL_URL), connections=settings.MAIL_CONNECTIONS, patience=PATIENCE
    )
    Postman(f"worker {os.getpid()}", transport=way, idle=0.1).run()
    os._exit(0)


if __name__ == "__main__":
    main()
