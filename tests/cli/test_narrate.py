"""`broadsheet narrate` asks for audio of stories that nobody asked for."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from broadsheet.cli.group import broadsheet
from broadsheet.narration.models import Narration
from broadsheet.news.models import Story
from tests.factories import make_story
from tests.narration.conftest import narration_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper", "unindexed")]


@pytest.fixture
def stories() -> list[Story]:
    return [make_story(title) for title in ("The mole was built", "The mole leaks", "The mole holds")]


def narrate(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(broadsheet, ["narrate", *words])
    return done.exit_code, done.output


def test_the_newest_that_have_none_are_asked_for(stories: list[Story]) -> None:
    code, said = narrate("--newest", "2")
    assert code == 0
    assert "2 asked for" in said
    assert set(Narration.objects.values_list("story__title", flat=True)) == {
        "The mole leaks",
        "The mole holds",
    }
    assert "1 asked for" in narrate("--newest", "5")[1]


def test_a_story_is_named_by_its_address_with_or_without_the_host(stories: list[Story]) -> None:
    assert narrate(stories[0].url)[0] == 0
    assert narrate(f"https://paper.example{stories[1].url}")[0] == 0
    assert Narration.objects.count() == 2


def test_an_address_that_leads_to_no_story_is_named_and_nothing_is_asked_for(stories: list[Story]) -> None:
    code, said = narrate(stories[0].url, "/harbour/nowhere/")
    assert code == 1
    assert "No published story has the address /harbour/nowhere/" in said
    assert not Narration.objects.exists()


def test_what_failed_is_asked_for_again(stories: list[Story]) -> None:
    Narration.objects.create(story=stories[0], state="failed", reason="No.")
    assert narrate("--failed")[0] == 0
    assert narration_of(stories[0]).state == Narration.State.QUEUED


def test_a_dry_run_names_them_and_asks_for_nothing(stories: list[Story]) -> None:
    code, said = narrate("--newest", "5", "--dry-run")
    assert code == 0
    assert "The mole leaks" in said
    assert "3 would be asked for" in said
    assert not Narration.objects.exists()


def test_it_has_to_be_told_which() -> None:
    code, said = narrate()
    assert code == 2
    assert "--newest N or --failed" in said
