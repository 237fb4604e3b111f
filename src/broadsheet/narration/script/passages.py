"""Everything of a story that listeners get, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from broadsheet.narration.script.body import passages_in
from broadsheet.narration.script.line import Kind
from broadsheet.narration.script.passage import Passage
from broadsheet.narration.script.pauses import PAUSES
from broadsheet.news.models import Story

# “By” in the languages that we know it in; in any other the names stand alone.
_BY = {"en": "By {}", "uk": "Текст: {}"}
_AND = {"en": " and ", "uk": " і "}


def language_of(story: Story) -> str:
    """The code of the language in which the story is written."""
    return str(story.language or settings.LANGUAGE_CODE)


def passages_of(story: Story) -> Iterator[Passage]:
    """Headline, standfirst, byline and body."""
    yield from _passage(Kind.HEADLINE, story.headline)
    yield from _passage(Kind.STANDFIRST, story.standfirst)
    yield from _passage(Kind.BYLINE, byline_of(story))
    yield from passages_in(story.body)


def byline_of(story: Story) -> str:
    """By whom, in the story's own language."""
    language = language_of(story).partition("-")[0]
    *first, last = [author.name for author in story.authors] or [""]
    names = _AND.get(language, ", ").join(filter(None, (", ".join(first), last)))
    return _BY.get(language, "{}").format(names) if names else ""


def _passage(kind: Kind, words: str) -> Iterator[Passage]:
    if words.strip():
        yield Passage(kind, kind.value, words.strip(), PAUSES[kind])
