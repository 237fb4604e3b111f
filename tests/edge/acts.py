"""The table of acts × pages: what an editor does, and exactly which pages then say something else.

A later feature adds its acts here, what they do to `deeds/`, and its pages to `paper.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.edge.deeds import audio, paper, stories, wire
from tests.edge.paper import SmallPaper

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


WITH_PICTURE = frozenset({"front", "lead", "other section", "feed"})
WITH_AUDIO = FEEDS | PODCASTS | {"story"}

ACTS = (
    Act("publish", stories.publish, OF_STORY),
    Act("edit", stories.edit, (OF_NARRATED | WIRE | {"story", "carded story"}) - {"story sitemap"}),
    Act("save a draft", stories.save_draft, frozenset()),
    Act("correct", stories.issue_correction, frozenset({"story", "corrections", "story sitemap"}) | FEEDS),
    Act("unpublish", stories.unpublish, OF_NARRATED | WIRE | {"story", "carded story"}),
    Act("delete", stories.delete, OF_NARRATED | WIRE | {"story", "carded story"}),
    Act("make private", stories.make_private, OF_NARRATED | WIRE | {"story", "carded story"}),
    Act(
        "make a section private", paper.make_section_private,
        EVERY_PAGE | FEEDS | PODCASTS | WIRE | {"sitemap", "story sitemap", "news sitemap"},
    ),
    Act("move", stories.move, OF_NARRATED | WIRE | {"story", "carded story", "other section"}),
    Act("schedule falls due", stories.keep_due_appointment, (OF_STORY - {"topic"})),
    Act("author renamed", paper.rename_author, frozenset({"story", "section", "topic", "author"}) | FEEDS | PODCASTS),
    Act("picture replaced", stories.replace_picture, WITH_PICTURE),
    Act("picks reordered", paper.reorder_picks, EVERY_PAGE - ALONE),
    Act("front page changed", paper.change_front_page, frozenset({"front"})),
    Act("section renamed", paper.rename_section, EVERY_PAGE | FEEDS | PODCASTS | WIRE),
    Act(
        "section has another address", paper.readdress_section,
        EVERY_PAGE | FEEDS | PODCASTS | WIRE | {"story sitemap", "news sitemap"},
    ),
    Act("section added", paper.add_section, EVERY_PAGE),
    Act("site settings", paper.change_settings, EVERY_PAGE),
    Act("redirect added", paper.add_redirect, frozenset()),
    Act("topics changed", stories.change_topics, frozenset({"story", "topic"}) | FEEDS | PODCASTS),
    Act("byline changed", stories.change_byline, frozenset({"story", "section", "topic"}) | BY_ADA | FEEDS | PODCASTS),
    Act("wire item posted", wire.post, WIRE),
    Act("wire item edited", wire.edit_wire_item, WIRE),
    Act("wire item corrected", wire.correct_wire_item, WIRE),
    Act("wire item retracted", wire.retract_wire_item, WIRE | WITH_COLUMN, column=True),
    Act("wire item withdrawn", wire.withdraw_wire_item, WIRE | WITH_COLUMN, column=True),
    Act("wire item pinned", wire.pin_wire_item, frozenset({"wire", "wire latest"})),
    Act("wire item unpinned", wire.unpin_wire_item, frozenset({"wire", "wire latest"})),
    Act("breaking news begins", wire.start_breaking_news, EVERY_PAGE | {"wire latest"}),
    Act("breaking news ends", wire.end_breaking_news, EVERY_PAGE | {"wire latest"}),
    Act("newsletter renamed", paper.rename_newsletter, EVERY_PAGE),
    Act("newsletter joined", paper.join_newsletter, frozenset()),
    Act("audio becomes ready", audio.audio_becomes_ready, frozenset({"other story", "feed", "podcast"})),
    Act("audio is replaced", audio.replace_audio, WITH_AUDIO),
    Act("a person's recording replaces audio", audio.replace_audio_by_a_recording, WITH_AUDIO),
    Act("audio is dropped", audio.drop_audio, WITH_AUDIO),
    Act("podcast renamed", audio.rename_podcast, PODCASTS),
)  # fmt: skip


def act_named(name: str) -> Act:
    """One of them."""
    return next(act for act in ACTS if act.name == name)
