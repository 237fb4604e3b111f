"""Begin to bring a file in; one at a time to each newsletter."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from broadsheet.newsletters.importing.columns import Columns
from broadsheet.newsletters.models import Intake, Newsletter

GONE_AFTER = timedelta(minutes=1)  # without a sign of life: whoever read the file here was killed
ONE_AT_A_TIME = (
    "Another file is being brought into “{newsletter}”: wait until it is done, or stop it. "
    "One that was killed is given up after a minute."
)


def begin_intake(
    newsletter: Newsletter, *, file_name: str, columns: Columns, by: User | None = None
) -> Intake:
    """For a file that is read at once, by this process. Raises `ValidationError` while another is under way."""
    _bury(newsletter)
    intake = Intake(newsletter=newsletter, file_name=file_name[:200], columns=columns.as_json(), by=by)
    return _into_the_queue(intake)


def queue_intake(intake: Intake, *, columns: Columns) -> Intake:
    """For an upload whose columns are confirmed: a worker reads it. Raises `ValidationError` as above."""
    from broadsheet.newsletters.importing.tasks import carry_on

    _bury(intake.newsletter)
    intake.columns = columns.as_json()
    _into_the_queue(intake)
    transaction.on_commit(lambda: carry_on.enqueue(intake.pk))
    return intake


def _into_the_queue(intake: Intake) -> Intake:
    intake.state, intake.seen_at = Intake.State.QUEUED, timezone.now()
    try:
        with transaction.atomic():
            intake.save()
    except IntegrityError as error:
        raise ValidationError(ONE_AT_A_TIME.format(newsletter=intake.newsletter)) from error
    return intake


def _bury(newsletter: Newsletter) -> None:
    """An import from the command line whose process was killed; what it has written stays, and is not done twice."""
    dead = Intake.objects.filter(
        newsletter=newsletter, state__in=Intake.UNDER_WAY, kept_as="", seen_at__lt=timezone.now() - GONE_AFTER
    )
    dead.update(state=Intake.State.STOPPED, reason="It was interrupted.", ended_at=timezone.now())
