"""Look into the mailbox: take in what nobody has seen, and mark it only then."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from itertools import islice

from django.conf import settings
from django.db import InterfaceError, OperationalError

from broadsheet.delivery.bounces.mailbox import PATIENCE, SEEN, STARRED, open_mailbox
from broadsheet.delivery.bounces.taking_in import Taken, Verdict, take_in
from broadsheet.delivery.bounces.tally import Tally

logger = logging.getLogger(__name__)

MOST = 500  # mails in one look
LONGEST = 60.0  # seconds of one look

# For a person, who finds them under a star: perhaps somebody has written to the address.
_FOR_A_PERSON = (Verdict.UNKNOWN, Verdict.FOREIGN, Verdict.UNPROVEN)


def look(*, is_over: Callable[[], bool] = lambda: False, patience: float = PATIENCE) -> tuple[Tally, bool]:
    """Take in unseen mail; what it was, and whether more is waiting.

    A mail is marked as seen after it was written down: who is killed between reads it again, and it counts once.
    Raises `MailboxError`, or the database's own error.
    """
    tally, end = Tally(), time.monotonic() + LONGEST
    with open_mailbox(settings.BOUNCE_MAILBOX, patience=patience) as mailbox:
        # All before the first is marked, since marks change the answer.
        waiting = list(islice(mailbox.unseen(), MOST + 1))
        for uid in waiting[:MOST]:
            if is_over() or time.monotonic() > end:
                return tally, True
            taken = _take_in(mailbox.read(uid))
            mailbox.mark(uid, STARRED if taken.verdict in _FOR_A_PERSON else SEEN)
            tally.add(taken)
    return tally, len(waiting) > MOST


def _take_in(data: bytes) -> Taken:
    try:
        return take_in(data)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:  # a mail that breaks this must not stand before all others for ever
        logger.error("A mail in the bounce mailbox was left: %r", error, extra={"event": "bounce_left"})
        return Taken(Verdict.UNKNOWN)


def check_mailbox(*, patience: float = PATIENCE) -> str:
    """Open the mailbox without marking anything; says where it is and what is in it. Raises `MailboxError`."""
    with open_mailbox(settings.BOUNCE_MAILBOX, patience=patience, read_only=True) as mailbox:
        return f"{mailbox.size} mails in {mailbox.place}"
