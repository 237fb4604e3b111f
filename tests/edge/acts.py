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
from wagtail.models import PageViewRestriction, Revision, Site

from broadsheet.narration.actions.withdraw import withdraw
from broadsheet.narration.making.publishing import say_so
from broadsheet.narration.models import Podcast
from broadsheet.news.models import EditorsPick, Section
from broadsheet.operations.actions.keep_appointment import Appointment, keep_appointment
from broadsheet.pages.models import Newsroom
from broadsheet.wire.actions.breaking import end_breaking, start_breaking
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.pin import pin_item, unpin_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from tests.edge.paper import SmallPaper, correct
from tests.factories import make_item, make_picture, make_production, make_story, make_subscriber

EVERY_PAGE = frozenset(
    {
        "front", "story", "carded story", "lead", "other story", "section", "other section",
        "section in section", "author", "topic", "page", "corrections",
        "wire", "wire day", "wire item", "wire key", "wire section", "newsletters", "newsletter",
    }
)  # fmt: skip
# Where nothing stands beside the matter.
NEWSLETTERS = frozenset({"newsletters", "newsletter"})
ALONE = NEWSLETTERS | {"page"}
WIRE = frozenset(
    {
        "wire", "wire day", "wire item", "wire key", "wire section", "wire feed", "wire JSON feed", "wire latest",
    }
)  # fmt: skip
WITH_COLUMN = EVERY_PAGE - WIRE - ALONE
FEEDS = frozenset({"feed", "section feed", "author feed"})
PODCASTS = frozenset({"podcast", "section podcast"})
IN_HARBOUR = frozenset({"front", "section", "feed", "section feed", "story sitemap", "news sitemap"})
BY_ADA = frozenset({"author", "author feed"})
OF_STORY = IN_HARBOUR | BY_ADA | {"topic"}
OF_NARRATED = OF_STORY | PODCASTS


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, and the pages that change by it."""

    name: str
    do: Callable[[SmallPaper], object]
    changes: frozenset[str]
    column: bool = False  # whether the newest wire items beside other pages change at once, too


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


def post(paper: SmallPaper) -> None:
    make_item("Second boat sails", section=paper.fresh(paper.harbour), is_key=True)


def edit_wire_item(paper: SmallPaper) -> None:
    edit_item(paper.item, headline="Hesk boat sails late")


def correct_wire_item(paper: SmallPaper) -> None:
    correct_item(paper.item, note="It is the boat to Skarn.", headline="Skarn boat sails")


def retract_wire_item(paper: SmallPaper) -> None:
    retract_item(paper.item, reason="It lies at the quay.")


def withdraw_wire_item(paper: SmallPaper) -> None:
    """Within its ten seconds, however long the test took until here."""
    paper.item.events.update(at=timezone.now())
    withdraw_item(paper.item)


def pin_wire_item(paper: SmallPaper) -> None:
    pin_item(paper.item)


def unpin_wire_item(paper: SmallPaper) -> None:
    unpin_item(paper.pinned)


def start_breaking_news(paper: SmallPaper) -> None:
    start_breaking(paper.item)


def end_breaking_news(paper: SmallPaper) -> None:
    end_breaking(paper.alarm)


def rename_newsletter(paper: SmallPaper) -> None:
    newsletter = paper.fresh(paper.newsletter)
    newsletter.name = "The Evening Tide"
    newsletter.save()


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


def join_newsletter(paper: SmallPaper) -> None:
    """Nobody sees who reads it."""
    make_subscriber("new@reader.example", newsletters=[paper.newsletter])


WITH_PICTURE = frozenset({"front", "lead", "other section", "feed"})
WITH_AUDIO = FEEDS | PODCASTS | {"story"}

ACTS = (
    Act("publish", publish, OF_STORY),
    Act("edit", edit, (OF_NARRATED | WIRE | {"story", "carded story"}) - {"story sitemap"}),
    Act("save a draft", save_draft, frozenset()),
    Act("correct", issue_correction, frozenset({"story", "corrections", "story sitemap"}) | FEEDS),
    Act("unpublish", unpublish, OF_NARRATED | WIRE | {"story", "carded story"}),
    Act("delete", delete, OF_NARRATED | WIRE | {"story", "carded story"}),
    Act("make private", make_private, OF_NARRATED | WIRE | {"story", "carded story"}),
    Act(
        "make a section private", make_section_private,
        EVERY_PAGE | FEEDS | PODCASTS | WIRE | {"sitemap", "story sitemap", "news sitemap"},
    ),
    Act("move", move, OF_NARRATED | WIRE | {"story", "carded story", "other section"}),
    Act("schedule falls due", keep_due_appointment, (OF_STORY - {"topic"})),
    Act("author renamed", rename_author, frozenset({"story", "section", "topic", "author"}) | FEEDS | PODCASTS),
    Act("picture replaced", replace_picture, WITH_PICTURE),
    Act("picks reordered", reorder_picks, EVERY_PAGE - ALONE),
    Act("front page changed", change_front_page, frozenset({"front"})),
    Act("section renamed", rename_section, EVERY_PAGE | FEEDS | PODCASTS | WIRE),
    Act(
        "section has another address", readdress_section,
        EVERY_PAGE | FEEDS | PODCASTS | WIRE | {"story sitemap", "news sitemap"},
    ),
    Act("section added", add_section, EVERY_PAGE),
    Act("site settings", change_settings, EVERY_PAGE),
    Act("redirect added", add_redirect, frozenset()),
    Act("topics changed", change_topics, frozenset({"story", "topic"}) | FEEDS | PODCASTS),
    Act("byline changed", change_byline, frozenset({"story", "section", "topic"}) | BY_ADA | FEEDS | PODCASTS),
    Act("wire item posted", post, WIRE),
    Act("wire item edited", edit_wire_item, WIRE),
    Act("wire item corrected", correct_wire_item, WIRE),
    Act("wire item retracted", retract_wire_item, WIRE | WITH_COLUMN, column=True),
    Act("wire item withdrawn", withdraw_wire_item, WIRE | WITH_COLUMN, column=True),
    Act("wire item pinned", pin_wire_item, frozenset({"wire", "wire latest"})),
    Act("wire item unpinned", unpin_wire_item, frozenset({"wire", "wire latest"})),
    Act("breaking news begins", start_breaking_news, EVERY_PAGE | {"wire latest"}),
    Act("breaking news ends", end_breaking_news, EVERY_PAGE | {"wire latest"}),
    Act("newsletter renamed", rename_newsletter, EVERY_PAGE),
    Act("newsletter joined", join_newsletter, frozenset()),
    Act("audio becomes ready", audio_becomes_ready, frozenset({"other story", "feed", "podcast"})),
    Act("audio is replaced", replace_audio, WITH_AUDIO),
    Act("a person's recording replaces audio", replace_audio_by_a_recording, WITH_AUDIO),
    Act("audio is dropped", drop_audio, WITH_AUDIO),
    Act("podcast renamed", rename_podcast, PODCASTS),
)  # fmt: skip


def act_named(name: str) -> Act:
    """One of them."""
    return next(act for act in ACTS if act.name == name)
