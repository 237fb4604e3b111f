"""What happens to what can be heard."""

from __future__ import annotations

from wagtail.models import Site

from broadsheet.narration.actions.withdraw import withdraw
from broadsheet.narration.making.publishing import say_so
from broadsheet.narration.models import Podcast
from tests.edge.paper import SmallPaper
from tests.factories import make_production


def audio_becomes_ready(paper: SmallPaper) -> None:
    make_production(paper.other)
    say_so(paper.other.pk)


def replace_audio(paper: SmallPaper) -> None:
    make_production(paper.story, seconds=2)
    say_so(paper.story.pk)


def replace_audio_by_a_recording(paper: SmallPaper) -> None:
    make_production(paper.story, origin="human")
    say_so(paper.story.pk)


def drop_audio(paper: SmallPaper) -> None:
    withdraw([paper.story.pk])


def rename_podcast(paper: SmallPaper) -> None:
    Podcast.objects.create(site=Site.objects.get(), title="The Ledger aloud")
