"""Brings uploads in, in the background."""

from __future__ import annotations

from pathlib import Path

from django_tasks import task

from broadsheet.newsletters.actions.import_subscribers import OvertakenError, import_subscribers
from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.importing.progress import end
from broadsheet.newsletters.importing.uploads import discard, uploads
from broadsheet.newsletters.models import Intake

# Seconds after which other work gets its turn; Redis's queue ends what takes three minutes.
PATIENCE = 60.0


@task()
def carry_on(intake_id: int) -> None:
    """Bring an upload in, from where it was left; may run twice, and beside itself."""
    intake = Intake.objects.select_related("newsletter", "by").filter(pk=intake_id).first()
    if intake is None or not intake.is_under_way:
        return
    try:
        with Path(uploads().path(intake.kept_as)).open("rb") as file:
            is_over = import_subscribers(intake, file, patience=PATIENCE)
    except OvertakenError:
        return
    except FileNotFoundError:
        end(
            intake, state=Intake.State.REFUSED, reason="The upload is no longer there: choose the file again."
        )
        return
    except FileRefusedError:
        is_over = True
    if is_over:
        discard(intake)
    else:
        carry_on.enqueue(intake.pk)
