"""What a story's page weighs on its way to a bad phone on a bad network."""

from __future__ import annotations

import gzip
from pathlib import Path

from django.test import Client

import broadsheet.narration
import broadsheet.newsletters
import broadsheet.pages
import broadsheet.wire
from broadsheet.news.models import Story
from broadsheet.wire.templatetags.wire_tags import IN_COLUMN
from tests.factories import make_item, make_newsletter, make_production

STATIC = Path(broadsheet.pages.__file__).parent / "static" / "pages"
WIRE = Path(broadsheet.wire.__file__).parent / "static" / "wire" / "js"
LETTERS = Path(broadsheet.newsletters.__file__).parent / "static" / "newsletters" / "js"
PLAYER = Path(broadsheet.narration.__file__).parent / "static" / "narration" / "js"
MOST_WORDS_AND_STYLE = 60_000  # bytes, compressed
MOST_FONTS = 100_000
FONTS_OF_AN_ENGLISH_STORY = ("serif-latin.woff2", "serif-italic-latin.woff2", "sans-latin.woff2")


def _weight(*kinds: str) -> int:
    files = [
        path
        for kind in kinds
        for place in (STATIC, WIRE, LETTERS, PLAYER)
        for path in sorted(place.rglob(f"*.{kind}"))
    ]
    return len(gzip.compress(b"\n".join(path.read_bytes() for path in files)))


def test_a_story_with_its_styles_and_scripts_is_light(cleo: Client, story: Story) -> None:
    make_newsletter()
    make_production(story)
    for number in range(IN_COLUMN):
        make_item(
            f"Boat {number} of {IN_COLUMN} is in",
            body=f"It carries {number} tonnes of rock. " * 5,
            story=story,
        )
    page = len(gzip.compress(cleo.get(story.url).content))
    assert page + _weight("css") + _weight("js") < MOST_WORDS_AND_STYLE


def test_the_fonts_of_an_english_story_are_light() -> None:
    fonts = sum((STATIC / "fonts" / name).stat().st_size for name in FONTS_OF_AN_ENGLISH_STORY)
    assert fonts < MOST_FONTS


def test_nothing_of_a_page_comes_from_elsewhere() -> None:
    for sheet in STATIC.rglob("*.css"):
        assert "//" not in sheet.read_text().replace("/*", "").replace("*/", ""), sheet.name
