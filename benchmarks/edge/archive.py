"""Fills a newsroom with an archive, straight into its tables; run in the newsroom's own Django.

Prints the addresses of the stories to ask for.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import django

if TYPE_CHECKING:
    from broadsheet.news.models import Section, Story

SECTIONS, ASKED_FOR, BATCH = 10, 500, 500
WORDS = """the a of to and in that harbour ferry council quay tide gale mole gull island boat fog budget vote bridge
mayor nurse school winter storm price fish market island letter court fire road library station rain ship engine rope
said would had not with for on at by from were been which their after before while because none every last first"""


def text(chance: random.Random, *, paragraphs: int = 14) -> str:
    """Words that pack about as well as a story's."""
    words = WORDS.split()
    return "\n\n".join(
        " ".join(
            chance.choice(words) + chance.choice(["", "", "", "s", "ed", "ing", "er"]) for _ in range(70)
        )
        for _ in range(paragraphs)
    )


def main(size: int) -> None:
    """A paper with `size` stories, and the newest of them on its front page."""
    from django.conf import settings

    from broadsheet.news.models import FrontPage
    from tests.edge.live import pretend_collected
    from tests.factories import make_author, make_paper, make_section, make_story

    chance = random.Random(3)  # noqa: S311  # the same archive each time
    pretend_collected(Path(settings.STATIC_ROOT))
    make_paper()
    paths: list[str] = []
    for number in range(SECTIONS):
        section = make_section(f"Section {number}")
        author = make_author(f"Reporter {number}")
        model = make_story(f"First of {number}", section=section, authors=[author], body=text(chance))
        paths += [model.url, *copies(model, size // SECTIONS - 1)]
    front = FrontPage.objects.get()
    front.lead = model
    front.save_revision().publish()
    sys.stdout.write("\n".join(chance.sample(paths, min(ASKED_FOR, len(paths)))))


def copies(model: Story, count: int) -> Iterator[str]:
    """Stories like `model` beside it, a few minutes older each; yields their addresses."""
    from django.db import transaction
    from wagtail.models import Page

    from broadsheet.news.models import Byline, Section, Story

    section = Section.objects.get(pk=model.get_parent().pk)
    values = {field.attname: getattr(model, field.attname) for field in Story._meta.concrete_fields}
    author = model.authors[0]
    names = [field.attname for field in Page._meta.concrete_fields]
    with transaction.atomic():
        for first in range(0, count, BATCH):
            numbers = range(first + 2, min(first + BATCH, count) + 2)
            stories = [Story(**values | changed(section, model, number)) for number in numbers]
            pages = Page.objects.bulk_create(
                [Page(**{name: getattr(story, name) for name in names}) for story in stories]
            )
            for story, page in zip(stories, pages, strict=True):
                story.pk = story.page_ptr_id = page.pk
                story.save_base(raw=True, force_insert=True)
            Byline.objects.bulk_create([Byline(story=story, author=author) for story in stories])
            yield from (f"{section.url}{story.slug}/" for story in stories)
        Page.objects.filter(pk=section.pk).update(numchild=count + 1)


def changed(section: Section, model: Story, number: int) -> dict[str, object]:
    """What differs in the copy of that number."""
    from django.utils import timezone

    slug = f"old-{number}"
    return {
        "id": None,
        "page_ptr_id": None,
        "title": f"Old news {section.pk} {number}",
        "slug": slug,
        "published_at": timezone.now() - timedelta(minutes=7 * number),
        "path": section.path + section._int2str(number).rjust(section.steplen, "0"),
        "url_path": f"{section.url_path}{slug}/",
        "translation_key": UUID(int=section.pk * 1_000_000 + number),
    }


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
