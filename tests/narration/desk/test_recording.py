"""A person's recording in place of a voice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from broadsheet.narration.desk.recording import form
from broadsheet.narration.listening import NOTICE
from broadsheet.narration.models import Narration, Production
from broadsheet.narration.script.passages import passages_of
from broadsheet.news.models import Story
from tests.factories import make_production
from tests.factories.narration import captions, tone
from tests.narration.desk.pages import address, words


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> None:
    """Uploads go where they are thrown away."""
    settings.MEDIA_ROOT = tmp_path


def sound(name: str = "ferry.m4a", content: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or tone(1.0, "ipod", "aac"), "audio/mp4")


def bring(desk: Client, story: Story, **given: Any) -> Any:
    data = {"sound": sound(), "by_a_person": "on"} | given
    return desk.post(address(story, "recording"), {name: value for name, value in data.items() if value})


def test_an_editor_brings_a_recording_with_its_times(desk: Client, story: Story) -> None:
    times = SimpleUploadedFile("ferry.vtt", captions(["The ferry."], 1.0).encode())
    answer = bring(desk, story, times=times)
    assert answer.headers["Location"] == address(story)
    narration = Narration.objects.get(story=story)
    assert narration.recording
    assert "The ferry." in narration.recording_captions
    assert "The recording is being prepared" in words(desk.get(address(story)))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"by_a_person": ""}, "Only what a person has recorded"),
        ({"sound": ""}, "Choose a recording."),
        ({"sound": sound("ferry.exe")}, "This is no recording that we know"),
        ({"times": SimpleUploadedFile("ferry.vtt", b"WEBVTT\n\nnothing")}, "captions"),
        ({"times": SimpleUploadedFile("ferry.vtt", b"\xff\xfe\x00")}, "no text in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    desk: Client, story: Story, given: dict[str, Any], said: str
) -> None:
    answer = bring(desk, story, **given)
    assert answer.status_code == 422
    assert said in words(answer)
    assert not Narration.objects.exclude(recording="").exists()


def test_a_file_that_is_no_sound_is_refused(desk: Client, story: Story) -> None:
    answer = bring(desk, story, sound=sound(content=b"<html>" * 50))
    assert answer.status_code == 422
    assert "Traceback" not in words(answer)


def test_a_recording_that_is_too_large_is_refused(
    desk: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form, "MOST", 100)
    assert "larger than 200 MB" in words(bring(desk, story))


def test_a_recording_stands_without_the_notice_and_is_taken_away_again(desk: Client, story: Story) -> None:
    said = [passage.words for passage in passages_of(story)]
    make_production(story, origin=Production.Origin.HUMAN, words="\n".join(said))
    Narration.objects.update(recording="recordings/1")
    page = desk.get(address(story))
    assert "Recorded by a person" in words(page)
    assert NOTICE not in words(page)
    assert "were edited" not in words(page)
    assert "Take the recording away" in words(page)
    desk.post(address(story, "drop"))
    assert not Narration.objects.exclude(recording="").exists()


def test_an_edit_after_the_recording_is_told(desk: Client, story: Story) -> None:
    make_production(story, origin=Production.Origin.HUMAN, words="What it was before.")
    assert "The text was edited since the recording was made" in words(desk.get(address(story)))
