"""What readers can listen to: never without the notice that it was made with AI assistance.

Templates get a `Listening`, which shows itself whole and hides where its files are; code that speaks to machines asks
`sources_of` and `captions_of`, and tells the notice in its own way.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from broadsheet.edge.recording import note, unnoted
from broadsheet.narration.models import Production
from broadsheet.news.models import Story

logger = logging.getLogger(__name__)

NOTICE = "This audio is created with AI assistance"
NARRATED = "narrations"  # what a list of all that can be heard is known by
TEMPLATE = "narration/components/player.html"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of an audio. `url` is relative to the paper's own address."""

    url: str
    type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Listening:
    """A story's audio as readers get it. `notice` is empty only where a person was recorded."""

    story_id: int
    headline: str
    language: str
    seconds: float
    made_at: datetime
    notice: str
    provider: str
    voice: str
    version: str
    terms: tuple[str, ...]
    approved: bool
    _sources: tuple[Source, ...]
    _captions: str

    @property
    def minutes(self) -> int:
        """Whole minutes, one at least."""
        return max(1, round(self.seconds / 60))

    def __html__(self) -> SafeString:
        """The player that readers have."""
        return self._shown(scripted=True)

    @property
    def plain(self) -> SafeString:
        """The browser's own player, for the desk: ours has keys and a place of its own."""
        return self._shown(scripted=False)

    def _shown(self, *, scripted: bool) -> SafeString:
        """The player. A template that would show it without its notice shows nothing."""
        context = {"listening": self, "sources": self._sources, "captions": self._captions}
        html = render_to_string(TEMPLATE, context | {"scripted": scripted})
        if conditional_escape(self.notice) not in html:
            logger.error(
                "%s shows audio of story %s without its notice: it was left out",
                TEMPLATE,
                self.story_id,
                extra={"event": "audio_without_notice", "story": self.story_id},
            )
            return SafeString("")
        return mark_safe(html)  # noqa: S308  # a template of ours made it

    def __str__(self) -> str:
        return self.__html__()


def sources_of(listening: Listening) -> tuple[Source, ...]:
    """Its files, the smallest first."""
    return listening._sources


def captions_of(listening: Listening) -> str:
    """The address of its WebVTT file, or an empty one."""
    return listening._captions


def audio_tag(story_id: int) -> str:
    """What a page that shows a story's audio, or would, is known by."""
    return f"narration:{story_id}"


def listening_for(story: Story) -> Listening | None:
    """What can be listened to of a story; asked for once, however many parts of its page want it."""
    if "_listening" not in story.__dict__:
        story.__dict__["_listening"] = listenings_of([story]).get(story.pk)
    known: Listening | None = story.__dict__["_listening"]
    return known


def listenings_of(stories: Iterable[Story]) -> dict[int, Listening]:
    """What can be listened to, by story, in one question."""
    by_id = {story.pk: story for story in stories}
    note(*map(audio_tag, by_id))
    with unnoted():
        heard = Production.objects.filter(heard_in__story__in=list(by_id), heard_in__is_wanted=True)
        return {made.story_id: listening_of(made, by_id[made.story_id].headline) for made in heard}


def listening_of(made: Production, headline: str) -> Listening:
    """A production for those who listen."""
    return Listening(
        story_id=made.story_id,
        headline=headline,
        language=made.language,
        seconds=made.seconds,
        made_at=made.made_at,
        notice=NOTICE if made.is_synthetic else "",
        provider=made.provider,
        voice=made.voice,
        version=made.version,
        terms=tuple(made.terms),
        approved=made.approved_at is not None,
        _sources=tuple(_sources(made)),
        _captions=default_storage.url(made._captions) if made._captions else "",
    )


def _sources(made: Production) -> Iterable[Source]:
    if made._opus:
        yield Source(default_storage.url(made._opus), "audio/ogg; codecs=opus", made._opus_bytes)
    yield Source(default_storage.url(made._m4a), "audio/mp4", made._m4a_bytes)
