"""Say that an editor has looked at a round-up whose items were corrected or retracted."""

from __future__ import annotations

from datetime import datetime

from broadsheet.wire.models import RoundUp


def look_at_round_up(round_up: RoundUp, *, seen: datetime | None = None) -> bool:
    """Take the flag off; False when there is none, or when more has happened since `seen`, the flag looked at."""
    flagged = RoundUp.objects.filter(pk=round_up.pk, flagged_at__isnull=False)
    if seen is not None:
        flagged = flagged.filter(flagged_at__lte=seen)
    return bool(flagged.update(flagged_at=None, flag=""))
