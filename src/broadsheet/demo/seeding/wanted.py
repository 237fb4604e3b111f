"""Which pictures the demo paper shows, and which of them are cut before a reader asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from broadsheet.demo.reading.content import Text
from broadsheet.demo.reading.markup import named_pictures


@dataclass(slots=True)
class Wanted:
    """A picture that the paper shows: what it is called, and every shape that it is cut in ahead."""

    alt: str
    caption: str = ""
    shapes: set[str] = field(default_factory=set)


def wanted_pictures(room: dict[str, Any], texts: list[Text]) -> dict[str, Wanted]:
    """Every motif that the paper shows; the first words found for it become the picture's own.

    Portraits are cut ahead, and what the front page and its lead show. The rest is left to the worker, or to the first
    reader: cutting a picture takes four times as long as drawing it, and a newcomer waits for it all.
    """
    lead, front = room["front"]["lead"], front_stories(room, texts)
    wanted: dict[str, Wanted] = {}
    for author in room["authors"]:
        wanted[f"portrait-{author['slug']}"] = Wanted(f"Portrait of {author['name']}", shapes={"square"})
    for text in texts:
        if "picture" in text.head:
            above = Wanted(text.head["picture_alt"], text.head["picture_caption"])
            ahead = {"3x2", "sharing"} if text.slug in front else set()
            wanted.setdefault(text.head["picture"], above).shapes |= ahead
        for row in named_pictures(text.body):
            inside = Wanted(row["alt"], row.get("caption", ""))
            wanted.setdefault(row["motif"], inside).shapes |= {row["shape"]} if text.slug == lead else set()
    return wanted


def front_stories(room: dict[str, Any], texts: list[Text]) -> set[str]:
    """The slugs of the stories that will stand on the front page; `texts` are the oldest first.

    Told from the plan alone, as `news.composition` will compose it: pictures are drawn before there are pages.
    """
    plan = room["front"]
    above = {plan["lead"], *plan["seconds"]}
    newest = [text for text in reversed(texts) if text.head.get("status", "live") == "live"]
    shown = above | {newest[0].slug}
    for strip in plan["strips"]:
        within = {
            one["slug"] for one in room["sections"] if strip["section"] in (one["slug"], one.get("parent"))
        }
        own = [text.slug for text in newest if text.head["section"] in within and text.slug not in above]
        shown |= set(own[: strip["size"]])
    return shown
