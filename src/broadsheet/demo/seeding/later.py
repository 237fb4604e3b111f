"""What can wait until a newcomer has looked around."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task

from broadsheet.edge.tasks import print_ahead
from broadsheet.media.tasks import prepare_picture

A_WHILE = timedelta(minutes=2)


def put_off() -> int:
    """Leave the processor to the voice of the lead for a while; returns how many tasks wait.

    What may be searched is written down already. Pictures that the front page does not show are cut then, and all
    pages made ahead; who asks for one sooner gets it, as everywhere, a second later.
    """
    heavy = [prepare_picture.module_path, print_ahead.module_path, insert_or_update_object_task.module_path]
    waiting = DBTaskResult.objects.ready().filter(task_path__in=heavy)
    return waiting.update(run_after=timezone.now() + A_WHILE)
