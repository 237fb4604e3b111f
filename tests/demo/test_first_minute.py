"""What a newcomer waits for before the first page, and what can wait."""

from __future__ import annotations

import re

import pytest
from django.conf import LazySettings
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import update_reference_index_task

from broadsheet.demo.reading import content
from broadsheet.demo.seeding.later import put_off
from broadsheet.demo.seeding.wanted import wanted_pictures
from broadsheet.edge.tasks import print_ahead
from broadsheet.media.tasks import prepare_picture

SHOWN = re.compile(r"/media/images/([a-z-]+)[._]")


@pytest.mark.usefixtures("ledger", "db")
def test_what_the_front_page_shows_is_cut_ahead_and_most_is_not(cleo: Client) -> None:
    shown = set(SHOWN.findall(cleo.get("/").content.decode()))
    wanted = wanted_pictures(content.newsroom(), content.stories())
    assert len(shown) > 10
    assert {motif for motif in shown if "3x2" not in wanted[motif].shapes} == set()
    assert sum(not one.shapes for one in wanted.values()) > 15


def test_the_lead_is_voiced_before_the_rest_is_cut_and_made_ahead(db: None, settings: LazySettings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    prepare_picture.enqueue(1)
    print_ahead.enqueue(["/"])
    update_reference_index_task.enqueue("news", "story", "1")
    assert put_off() == 2
    assert [task.task_path for task in DBTaskResult.objects.ready()] == [
        update_reference_index_task.module_path
    ]
