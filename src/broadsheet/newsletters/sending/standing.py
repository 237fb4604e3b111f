"""How far an edition is, in numbers and in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from broadsheet.delivery.models import Dispatch
from broadsheet.delivery.progress import Progress, progress_of
from broadsheet.newsletters.sending.words import left_in_words, rate_in_words, readers

State = Dispatch.State
SILENCE = timedelta(seconds=30)  # in which nothing went out, before that is said

_HEADINGS = {
    "freezing": "Writing down who gets it",
    "sending": "Sending",
    "silent": "Nothing goes out just now",
    "later": "Some are tried again later",
    "paused": "Paused",
    "stopped": "Stopped",
    "done": "Sent",
}
_SILENT = (
    "The mail server does not answer, or no worker runs. Whoever looks after the server learns more from "
    "“broadsheet doctor”. Nobody is lost: it goes on by itself."
)
_LATER = (
    "Their mail servers asked to wait, which is nothing unusual. They are tried for 24 hours, without you."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the desk shows of an edition on its way. `phase` is a key of the headings above."""

    phase: str
    heading: str
    words: str  # one sentence, also for who listens
    audience: int
    settled: int  # of the audience: those who have it, and those who never will
    sent: int
    queued: int
    later: int
    failed: int
    rate: str
    left: str
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """For the page's script."""
        return asdict(self)


def standing_of(dispatch: Dispatch, *, now: datetime | None = None) -> Standing:
    """The dispatch as it stands now."""
    progress = progress_of(dispatch)
    phase = _phase(progress, dispatch, now or timezone.now())
    left = left_in_words(progress.seconds_left) if phase == "sending" else ""
    return Standing(
        phase=phase,
        heading=_HEADINGS[phase],
        words=_words(progress, phase, left),
        audience=progress.audience,
        settled=progress.settled,
        sent=progress.accepted,
        queued=progress.queued + progress.sending,
        later=progress.deferred,
        failed=progress.failed,
        rate=rate_in_words(progress.rate) if phase == "sending" else "",
        left=left,
        reason={"silent": _SILENT, "later": _LATER}.get(phase, progress.reason),
    )


def _phase(progress: Progress, dispatch: Dispatch, now: datetime) -> str:
    if progress.state != State.SENDING:
        return progress.state
    if progress.deferred and not progress.queued + progress.sending:
        return "later"
    begun = dispatch.frozen_at or dispatch.created_at
    return "silent" if progress.queued and not progress.rate and now - begun > SILENCE else "sending"


def _words(progress: Progress, phase: str, left: str) -> str:
    if phase == "freezing":
        return f"{readers(progress.audience)} so far. Sending begins by itself."
    sent = f"{progress.accepted:,} of {readers(progress.audience)} sent"
    return f"{sent}, {left}." if left else f"{sent}."
