"""What editors schedule happens, once, and on time."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from broadsheet.news.models import Story
from broadsheet.operations.actions.keep_appointment import appointments_due, keep_appointment
from broadsheet.operations.worker.schedule import Schedule
from tests.factories import Paper, make_story

pytestmark = pytest.mark.django_db

NOW = timezone.now()
EARLIER, LATER = NOW - timedelta(minutes=1), NOW + timedelta(hours=1)


def schedule(story: Story, *, at: object) -> Revision:
    """Approve the story for publication at that time, as the desk does."""
    story.go_live_at = LATER
    revision: Revision = story.save_revision(approved_go_live_at=LATER)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=at)
    story.go_live_at = at
    story.save()
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"go_live_at": at.isoformat()})
    return revision


def test_a_story_goes_live_when_its_time_has_come(draft: Story) -> None:
    schedule(draft, at=EARLIER)
    assert Schedule().tick(NOW) == 1
    draft.refresh_from_db()
    assert draft.live
    assert draft.published_at is not None


def test_a_story_does_not_go_live_before_its_time(draft: Story) -> None:
    schedule(draft, at=LATER)
    assert Schedule().tick(NOW) == 0
    draft.refresh_from_db()
    assert not draft.live


def test_a_story_is_taken_down_when_its_time_is_over(story: Story) -> None:
    Page.objects.filter(pk=story.pk).update(expire_at=EARLIER)
    assert Schedule().tick(NOW) == 1
    story.refresh_from_db()
    assert (story.live, story.expired) == (False, True)


def test_the_desk_s_history_tells_that_the_schedule_did_it(draft: Story) -> None:
    schedule(draft, at=EARLIER)
    Schedule().tick(NOW)
    assert PageLogEntry.objects.filter(page=draft.pk, action="wagtail.publish.scheduled").count() == 1


def test_nothing_is_published_twice(draft: Story) -> None:
    schedule(draft, at=EARLIER)
    (appointment,) = appointments_due(NOW)
    assert keep_appointment(appointment, now=NOW) is True
    assert keep_appointment(appointment, now=NOW) is False
    assert PageLogEntry.objects.filter(page=draft.pk, action="wagtail.publish.scheduled").count() == 1


def test_nothing_is_taken_down_twice(story: Story) -> None:
    Page.objects.filter(pk=story.pk).update(expire_at=EARLIER)
    (appointment,) = appointments_due(NOW)
    assert keep_appointment(appointment, now=NOW) is True
    assert keep_appointment(appointment, now=NOW) is False


def test_an_editor_who_puts_it_off_at_the_last_second_is_heard(draft: Story) -> None:
    revision = schedule(draft, at=EARLIER)
    (appointment,) = appointments_due(NOW)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=LATER)
    assert keep_appointment(appointment, now=NOW) is False
    draft.refresh_from_db()
    assert not draft.live


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, draft: Story) -> Story:
    """A story that cannot be published, due before any other."""
    revision = schedule(draft, at=EARLIER - timedelta(minutes=5))
    publish = Revision.publish

    def refuse(self: Revision, **options: object) -> None:
        if self.pk == revision.pk:
            raise ValueError("its section is gone")
        publish(self, **options)

    monkeypatch.setattr(Revision, "publish", refuse)
    return draft


def test_one_that_fails_does_not_hold_up_the_others(broken: Story, paper: Paper) -> None:
    other = make_story("Council weighs a third bridge", live=False)
    schedule(other, at=EARLIER)
    assert Schedule().tick(NOW) == 1
    other.refresh_from_db()
    broken.refresh_from_db()
    assert (other.live, broken.live) == (True, False)


def test_one_that_fails_is_logged_in_one_line(broken: Story, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        Schedule().tick(NOW)
    (record,) = [record for record in caplog.records if record.__dict__.get("event") == "appointment_failed"]
    assert "its section is gone" in record.message
    assert record.exc_info is None


def test_one_that_fails_is_tried_again_after_a_pause(broken: Story, caplog: pytest.LogCaptureFixture) -> None:
    clock = Schedule(pause=timedelta(minutes=1))
    for seconds in (0, 5, 59, 61):
        clock.tick(NOW + timedelta(seconds=seconds))
    failures = [record for record in caplog.records if record.__dict__.get("event") == "appointment_failed"]
    assert len(failures) == 2
