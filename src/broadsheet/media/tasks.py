"""Background work on pictures."""

from __future__ import annotations

from django_tasks import task

from broadsheet.media.actions.prepare import prepare
from broadsheet.media.models import Picture


@task()
def prepare_picture(picture_id: int) -> None:
    """Cut a picture that was just uploaded as a lead needs it; one deleted meanwhile needs nothing."""
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is not None:
        prepare(picture, "3x2", "sharing")
