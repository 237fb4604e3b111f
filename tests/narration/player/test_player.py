"""What the page of a narrated story holds before anything is pressed."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.utils import timezone

from broadsheet.narration.listening import captions_of, listening_for, sources_of
from broadsheet.news.models import Story
from tests.factories import make_production, make_story


def player(story: Story) -> str:
    listening = listening_for(story)
    assert listening is not None
    return listening.__html__()


def test_without_scripts_the_browsers_own_player_has_both_files_and_fetches_neither(story: Story) -> None:
    make_production(story)
    shown = player(story)
    listening = listening_for(story)
    assert listening is not None
    opus, m4a = sources_of(listening)
    assert f'<source src="{opus.url}" type="audio/ogg; codecs=opus">' in shown
    assert f'<source src="{m4a.url}" type="audio/mp4">' in shown
    assert f'<a href="{m4a.url}">Listen to the file</a>' in shown
    assert ' controls preload="none"' in shown
    assert f'data-captions="{captions_of(listening)}"' in shown
    assert "<track" not in shown


def test_it_says_how_long_it_takes(story: Story) -> None:
    make_production(story, milliseconds=245_600)
    shown = player(story)
    assert "· 4 min" in shown
    assert 'data-seconds="245.60"' in shown


def test_what_an_editor_listened_to_says_so(story: Story) -> None:
    make_production(story, approved_at=timezone.now())
    assert "Listened to and approved by an editor" in player(story)


def test_what_nobody_approved_claims_nothing(story: Story) -> None:
    make_production(story)
    assert "approved" not in player(story)


def test_a_recording_without_timings_has_nothing_to_read_along(story: Story) -> None:
    make_production(story, origin="human")
    assert 'data-captions=""' in player(story)


def test_the_player_speaks_the_papers_language(paper: Any) -> None:
    arabic = make_story("عاد المركب", language="ar")
    make_production(arabic)
    assert 'lang="en-gb"' in player(arabic)


def test_its_script_comes_only_with_audio(cleo: Client, story: Story) -> None:
    before = cleo.get(story.url).content.decode()
    make_production(story)
    assert "narration/js" not in before
    assert cleo.get(story.url).content.decode().count('src="/static/narration/js/player.js"') == 1


def test_all_parts_of_a_page_ask_once_for_its_audio(story: Story, django_assert_num_queries: Any) -> None:
    make_production(story)
    with django_assert_num_queries(1):
        assert player(story) == player(story)
