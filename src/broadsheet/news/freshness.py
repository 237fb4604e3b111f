"""The lists of stories by name, and which of them change together with a story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models.signals import m2m_changed

from broadsheet.edge.changes import changed
from broadsheet.edge.lists import Before, stands_in
from broadsheet.edge.tags import PAGES, list_tag

STORIES = "stories"  # every story of the paper


def by(author_id: int) -> str:
    """An author's stories."""
    return f"by:{author_id}"


def about(topic_id: int) -> str:
    """A topic's stories."""
    return f"about:{topic_id}"


def picks_of(front_page_id: int) -> str:
    """The editors' picks of a front page."""
    return f"picks:{front_page_id}"


def _lists_of_story(story: Any, before: Before) -> Iterable[str]:
    yield STORIES
    yield list_tag(apps.get_model("news", "Correction"))
    yield from (by(byline.author_id) for byline in story.bylines.all())
    yield from (about(topic.pk) for topic in story.topics.all())
    if story.pk:
        picks = apps.get_model("news", "EditorsPick").objects.filter(story_id=story.pk)
        yield from (picks_of(pk) for pk in picks.values_list("page_id", flat=True))


def _lists_of_byline(byline: Any, before: Before) -> Iterable[str]:
    yield by(byline.author_id)
    if before:
        yield by(before["author_id"])


def _lists_of_correction(correction: Any, before: Before) -> Iterable[str]:
    yield PAGES  # sitemaps say when a story was corrected


def _lists_of_pick(pick: Any, before: Before) -> Iterable[str]:
    yield picks_of(pick.page_id)


def _topics_changed(instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **_: Any) -> None:
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if reverse:  # a topic was given its stories
        changed({about(instance.pk), *(f"page:{pk}" for pk in pk_set or ())})
    elif instance.live:
        topics = pk_set or set(instance.topics.values_list("pk", flat=True))
        changed({f"page:{instance.pk}", *(about(pk) for pk in topics)})


def connect() -> None:
    """Called once, when the app is ready."""
    from broadsheet.news.models import Byline, Correction, EditorsPick, Story

    stands_in(Story)(_lists_of_story)
    stands_in(Byline)(_lists_of_byline)
    stands_in(Correction)(_lists_of_correction)
    stands_in(EditorsPick)(_lists_of_pick)
    m2m_changed.connect(_topics_changed, sender=Story.topics.through, dispatch_uid="story_topics")
