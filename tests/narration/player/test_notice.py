"""No reader meets synthetic audio without being told what it is."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client

import broadsheet
from broadsheet.narration.listening import NOTICE, TEMPLATE, listening_for
from broadsheet.narration.models import Production
from broadsheet.news.models import Story
from tests.factories import make_production

PLAYER = "{% load narration_tags %}{% story_player page %}"
SOURCE = Path(broadsheet.__file__).parent


@pytest.fixture
def narrated(story: Story) -> Story:
    """Ada's story, read aloud by a machine."""
    make_production(story)
    return story


def rendered(template: str, story: Story) -> str:
    listening = listening_for(story)
    return Template(template).render(Context({"page": story, "listening": listening, "it": [listening]}))


def test_the_page_of_a_story_has_its_player_with_the_notice(cleo: Client, narrated: Story) -> None:
    page = cleo.get(narrated.url).content.decode()
    assert page.count("<audio") == page.count(f">{NOTICE}<") == 1
    assert page.index("byline") < page.index("<audio") < page.index('class="body"')


def test_a_story_without_audio_has_no_player(cleo: Client, story: Story) -> None:
    page = cleo.get(story.url).content.decode()
    assert "player" not in page


def test_a_person_who_was_recorded_is_no_machine(story: Story) -> None:
    make_production(story, origin=Production.Origin.HUMAN)
    shown = rendered(PLAYER, story)
    assert "<audio" in shown
    assert NOTICE not in shown


@pytest.mark.parametrize(
    "template", ["{{ listening }}", "{{ it.0 }}", "{% for one in it %}{{ one }}{% endfor %}"]
)
def test_wherever_a_template_shows_what_can_be_listened_to_the_notice_comes_with_it(
    narrated: Story, template: str
) -> None:
    shown = rendered(template, narrated)
    assert "<audio" in shown
    assert NOTICE in shown


@pytest.mark.parametrize(
    "path",
    [
        "page.narration.production._m4a",
        "page.narration.production._opus",
        "page.narration.production._captions",
        "page.productions.all.0._m4a",
        "listening._sources",
        "listening._captions",
        "listening.__html__",
    ],
)
def test_a_template_cannot_even_name_the_files(narrated: Story, path: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="underscore"):
        rendered(f"{{{{ {path} }}}}", narrated)


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.narration.production.m4a }}{{ page.narration.production.opus }}",
        "{{ page.narration.production.file_names }}{{ page.narration.production.file_names.0 }}",
        "{% for name in page.narration.production.file_names %}{{ name }}{% endfor %}",
        "{% for made in page.productions.all %}{{ made.file_names }}{{ made }}{% endfor %}",
        "{{ page.productions.values }}{{ page.productions.all.values }}{{ page.productions.values_list.0 }}",
        "{{ listening.sources }}{{ listening.captions }}{{ listening.url }}",
        "{% for word in listening.terms %}{{ word }}{% endfor %}{{ listening.voice }}{{ listening.provider }}",
        '{% include "narration/components/player.html" with listening=listening only %}',
        '{% include "narration/components/player.html" with listening=page.narration.production only %}',
        "{{ page|pprint }}{{ page.narration.production|pprint }}",
    ],
)
def test_no_detour_of_a_template_leads_to_the_files(narrated: Story, template: str) -> None:
    assert "audio/" not in rendered(template, narrated)


def test_a_player_that_leaves_the_notice_out_shows_nothing_and_says_so(
    narrated: Story, settings: LazySettings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    silent = tmp_path / TEMPLATE
    silent.parent.mkdir(parents=True)
    silent.write_text("{% for source in sources %}<audio src='{{ source.url }}'></audio>{% endfor %}")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    with caplog.at_level(logging.ERROR):
        assert rendered(PLAYER, narrated) == ""
    assert [record.event for record in caplog.records] == ["audio_without_notice"]


def test_no_other_template_has_an_audio_element() -> None:
    having = [path for path in SOURCE.rglob("*.html") if "<audio" in path.read_text()]
    assert [path.as_posix().partition("/templates/")[2] for path in having] == [TEMPLATE]
