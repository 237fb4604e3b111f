"""What can wait until the lead of the demo has been voiced."""

from __future__ import annotations

from django.conf import LazySettings
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import update_reference_index_task

from broadsheet.demo.seeding.later import put_off
from broadsheet.edge.tasks import print_ahead
from broadsheet.media.tasks import prepare_picture


def test_the_lead_is_voiced_before_the_rest_is_cut_and_made_ahead(db: None, settings: LazySettings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    prepare_picture.enqueue(1)
    print_ahead.enqueue(["/"])
    update_reference_index_task.enqueue("news", "story", "1")
    assert put_off() == 2
    assert [task.task_path for task in DBTaskResult.objects.ready()] == [
        update_reference_index_task.module_path
    ]
