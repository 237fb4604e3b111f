"""Stop bringing a file in."""

from __future__ import annotations

from broadsheet.newsletters.importing.progress import end
from broadsheet.newsletters.importing.uploads import discard
from broadsheet.newsletters.models import Intake


def stop_intake(intake: Intake) -> None:
    """Leave it where it is: who is written down stays, nobody else comes. The upload is deleted."""
    if intake.state == Intake.State.CHOSEN:
        discard(intake)
        intake.delete()
        return
    end(intake, state=Intake.State.STOPPED)
    if not intake.is_under_way:
        discard(intake)
