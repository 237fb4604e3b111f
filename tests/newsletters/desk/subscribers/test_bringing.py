"""Lists from elsewhere, brought in at the desk."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from broadsheet.newsletters.actions.begin_intake import GONE_AFTER
from broadsheet.newsletters.importing import tasks
from broadsheet.newsletters.importing.uploads import FORGOTTEN_AFTER, uploads
from broadsheet.newsletters.models import Intake, Newsletter, Subscriber, Subscription
from tests.newsletters.desk.subscribers.pages import at, words_of


def upload(desk: Client, newsletter: Newsletter, text: str | bytes, name: str = "members.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return desk.post(at("import"), {"newsletter": newsletter.pk, "file": SimpleUploadedFile(name, data)})


def test_a_file_is_looked_at_then_brought_in_then_told_of(
    tide, desk, paula, django_capture_on_commit_callbacks
):
    answer = upload(
        desk, tide, "Since,Mail\n2020-01-02,ada@quay.example\n,=cmd@\n2021-01-02,ben@quay.example\n"
    )
    intake = Intake.objects.get()
    page = at("intake", intake.pk)
    assert answer.url == page
    words = words_of(desk.get(page))
    assert "What would become of its 3 rows" in words
    assert "Subscribed now 2" in words
    again = desk.post(at("start_intake", intake.pk), {"address": "1", "joined": "0", "look": "1"})
    assert "When they subscribed" in words_of(again)
    assert not Subscriber.objects.exists()
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        desk.post(at("start_intake", intake.pk), {"address": "1", "joined": "0"})
    assert len(waiting) == 1
    assert desk.get(at("intake_progress", intake.pk)).json()["words"] == "Waiting for the worker"
    assert "goes on by itself" in words_of(desk.get(page))
    tasks.carry_on.call(intake.pk)
    words = words_of(desk.get(page))
    assert "Subscribed now 2" in words.replace("2 Subscribed now", "Subscribed now 2")
    assert Subscription.objects.get(subscriber__key="ada@quay.example").confirmed_at.year == 2020
    rows = desk.get(at("refused_rows", intake.pk)).content.decode().splitlines()
    assert rows[1].startswith("3,'=cmd@,")
    assert uploads().listdir("")[1] == []
    assert ModelLogEntry.objects.get(action="newsletters.import_subscribers").user == paula


def test_a_file_that_is_no_list_is_refused_in_words(tide, desk):
    for data, words in ((b"", "The file is empty."), (b"PK\x03\x04", "XLSX")):
        answer = upload(desk, tide, data)
        assert (answer.status_code, words in words_of(answer), Intake.objects.count()) == (422, True, 0)


def test_a_file_without_addresses_waits_for_its_column_to_be_named(tide, desk):
    upload(desk, tide, "a,b\n1,2\n")
    intake = Intake.objects.get()
    assert "No column looks like addresses" in words_of(desk.get(at("intake", intake.pk)))
    desk.post(at("stop_intake", intake.pk))
    assert (Intake.objects.count(), uploads().listdir("")[1]) == (0, [])


def test_a_file_that_breaks_off_is_refused_when_it_is_looked_at(tide, desk):
    upload(desk, tide, "email\n" + "ada@quay.example\n" * 60 + '"ben@quay.example\n')
    intake = Intake.objects.get()
    assert "quotation mark" in words_of(desk.get(at("intake", intake.pk), follow=True))
    assert Intake.objects.count() == 0


def test_uploads_of_which_nobody_thinks_any_more_are_deleted(tide, desk):
    upload(desk, tide, "email\nada@quay.example\n")
    Intake.objects.update(created_at=timezone.now() - FORGOTTEN_AFTER - timedelta(minutes=1))
    upload(desk, tide, "email\nben@quay.example\n")
    assert (Intake.objects.count(), len(uploads().listdir("")[1])) == (1, 1)


def test_an_import_that_nobody_works_on_can_be_gone_on_with(tide, desk, django_capture_on_commit_callbacks):
    upload(desk, tide, "email\nada@quay.example\n")
    intake = Intake.objects.get()
    start = at("start_intake", intake.pk)
    desk.post(start, {"address": "0"})
    with django_capture_on_commit_callbacks() as waiting:
        desk.post(start)
    assert waiting == []
    Intake.objects.update(seen_at=timezone.now() - GONE_AFTER - timedelta(seconds=1))
    assert "Nobody has worked on it for a while" in words_of(desk.get(at("intake", intake.pk)))
    with django_capture_on_commit_callbacks() as waiting:
        desk.post(start)
        desk.post(start)
    assert len(waiting) == 1
