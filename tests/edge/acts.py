"""The table of acts × pages: what an editor does, and exactly which pages then say something else.

A later feature adds its acts here and its pages to `paper.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Revision

from broadsheet.news.models import EditorsPick, Section
from broadsheet.operations.actions.keep_appointment import Appointment, keep_appointment
from broadsheet.pages.models import Newsroom
from tests.edge.paper import SmallPaper, correct
from tests.factories import make_picture, make_story

EVERY_PAGE = frozenset(
    {
        "front", "story", "carded story", "lead", "other story", "section", "other section",
        "section in section", "author", "topic", "page", "corrections",
    }
)  # fmt: skip
FEEDS = frozenset({"feed", "section feed", "author feed"})
IN_HARBOUR = frozenset({"front", "section", "feed", "section feed", "story sitemap", "news sitemap"})
BY_ADA = frozenset({"author", "author feed"})
OF_STORY = IN_HARBOUR | BY_ADA | {"topic"}


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, and the pages that change by it."""

    name: str
    do: Callable[[SmallPaper], object]
    changes: frozenset[str]


def publish(paper: SmallPaper) -> None:
    make_story("A new gale", section=paper.harbour, authors=[paper.ada], topics=[paper.ferries])


def edit(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.title = "Ferry returns, late"
    story.save_revision().publish()


def save_draft(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.title = "Ferry sinks?"
    story.save_revision()


def issue_correction(paper: SmallPaper) -> None:
    correct(paper.fresh(paper.story), "It was the north quay.")


def unpublish(paper: SmallPaper) -> None:
    paper.fresh(paper.story).unpublish()


def delete(paper: SmallPaper) -> None:
    paper.fresh(paper.story).delete()


def make_private(paper: SmallPaper) -> None:
    PageViewRestriction.objects.create(
        page=paper.story.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )


def make_section_private(paper: SmallPaper) -> None:
    PageViewRestriction.objects.create(
        page=paper.harbour.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )


def move(paper: SmallPaper) -> None:
    paper.fresh(paper.story).move(paper.fresh(paper.council), pos="last-child")


def keep_due_appointment(paper: SmallPaper) -> None:
    """A story that was scheduled falls due, and the worker's clock publishes it."""
    draft = make_story("Tomorrow’s tide", section=paper.harbour, authors=[paper.ada], live=False)
    draft.go_live_at = timezone.now() + timedelta(seconds=0.2)
    draft.save_revision().publish()
    time.sleep(0.3)
    revision = draft.revisions.order_by("-pk").first()
    assert keep_appointment(Appointment(Revision, revision.pk), now=timezone.now())


def rename_author(paper: SmallPaper) -> None:
    ada = paper.fresh(paper.ada)
    ada.name = "Ada Quill-Hart"
    ada.save()


def replace_picture(paper: SmallPaper) -> None:
    """As the desk does it: the new file is saved, then the old cuts are thrown away."""
    picture = paper.fresh(paper.picture)
    picture.file = make_picture("Another mole", size=(120, 90)).file
    with picture.file.open("rb") as file:
        picture.width, picture.height = Image.open(file).size
    picture.description = "The east mole"
    picture.save()
    picture.renditions.all().delete()


def reorder_picks(paper: SmallPaper) -> None:
    front = paper.fresh(paper.front)
    front.picks = [EditorsPick(story=paper.lead, sort_order=0), EditorsPick(story=paper.picked, sort_order=1)]
    front.save_revision().publish()


def change_front_page(paper: SmallPaper) -> None:
    front = paper.fresh(paper.front)
    front.lead = paper.other
    front.save_revision().publish()


def rename_section(paper: SmallPaper) -> None:
    harbour = paper.fresh(paper.harbour)
    harbour.title = "Port"
    harbour.save_revision().publish()


def readdress_section(paper: SmallPaper) -> None:
    harbour = paper.fresh(paper.harbour)
    harbour.slug = "port"
    harbour.save_revision().publish()


def add_section(paper: SmallPaper) -> None:
    section = paper.fresh(paper.front).add_child(instance=Section(title="Sport"))
    section.save_revision().publish()


def change_settings(paper: SmallPaper) -> None:
    newsroom = Newsroom.objects.get()
    newsroom.footer_text = "Owned by its readers."
    newsroom.save()


def add_redirect(paper: SmallPaper) -> None:
    Redirect.add_redirect("/old-quay", paper.story)


def change_topics(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.topics = []
    story.save_revision().publish()


def change_byline(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.bylines = []
    story.save_revision().publish()


WITH_PICTURE = frozenset({"front", "lead", "other section", "feed"})

ACTS = (
    Act("publish", publish, OF_STORY),
    Act("edit", edit, (OF_STORY | {"story", "carded story"}) - {"story sitemap"}),
    Act("save a draft", save_draft, frozenset()),
    Act("correct", issue_correction, frozenset({"story", "corrections", "story sitemap"}) | FEEDS),
    Act("unpublish", unpublish, OF_STORY | {"story", "carded story"}),
    Act("delete", delete, OF_STORY | {"story", "carded story"}),
    Act("make private", make_private, OF_STORY | {"story", "carded story"}),
    Act(
        "make a section private", make_section_private,
        EVERY_PAGE | FEEDS | {"sitemap", "story sitemap", "news sitemap"},
    ),
    Act("move", move, OF_STORY | {"story", "carded story", "other section"}),
    Act("schedule falls due", keep_due_appointment, (OF_STORY - {"topic"})),
    Act("author renamed", rename_author, frozenset({"story", "section", "topic", "author"}) | FEEDS),
    Act("picture replaced", replace_picture, WITH_PICTURE),
    Act("picks reordered", reorder_picks, EVERY_PAGE - {"page"}),
    Act("front page changed", change_front_page, frozenset({"front"})),
    Act("section renamed", rename_section, EVERY_PAGE | FEEDS),
    Act("section has another address", readdress_section, EVERY_PAGE | FEEDS | {"story sitemap", "news sitemap"}),
    Act("section added", add_section, EVERY_PAGE),
    Act("site settings", change_settings, EVERY_PAGE),
    Act("redirect added", add_redirect, frozenset()),
    Act("topics changed", change_topics, frozenset({"story", "topic"}) | FEEDS),
    Act("byline changed", change_byline, frozenset({"story", "section", "topic"}) | BY_ADA | FEEDS),
)  # fmt: skip


def act_named(name: str) -> Act:
    """One of them."""
    return next(act for act in ACTS if act.name == name)
