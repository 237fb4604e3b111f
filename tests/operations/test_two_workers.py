"""Two workers look at the same schedule; one of them does what is due."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from broadsheet.operations.actions.keep_appointment import Appointment, appointments_due, keep_appointment
from tests.factories import make_story


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_the_same_instant_do_it_once() -> None:
    now = timezone.now()
    story = make_story()
    Page.objects.filter(pk=story.pk).update(expire_at=now - timedelta(minutes=1))
    (appointment,) = appointments_due(now)
    start = threading.Barrier(2)

    def work(due: Appointment) -> bool:
        start.wait(timeout=10)
        try:
            return keep_appointment(due, now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        kept = list(workers.map(work, [appointment, appointment]))
    assert sorted(kept) == [False, True]
    assert PageLogEntry.objects.filter(page=story.pk, action="wagtail.unpublish.scheduled").count() == 1
