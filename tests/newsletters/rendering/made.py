"""Parts and frames that need no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from broadsheet.delivery.letters.slots import TOKEN
from broadsheet.newsletters.rendering.frame import Frame
from broadsheet.newsletters.rendering.parts import Part

PICTURE = {
    "url": "https://ledger.test/media/images/mole.jpg",
    "alt": "The mole",
    "width": 1104,
    "height": 736,
    "shown": 552,
}
FRAME = Frame(
    paper="The Harbour Ledger",
    paper_url="https://ledger.test/",
    makers="Owned by its staff.",
    contact="newsroom@ledger.test",
    newsletter="The Morning Tide",
    newsletter_url="https://ledger.test/newsletters/tide/",
    host="Kateryna Bond",
    date=datetime(2026, 11, 29, 6, 0, tzinfo=UTC),
    language="en",
    direction="ltr",
    subject="The mole holds",
    preview_text="And the ferry sails.",
    view_url="https://ledger.test/newsletters/tide/the-mole-holds/",
    leave_url=f"https://ledger.test/newsletters/leave/{TOKEN}/7/",
    preferences_url=f"https://ledger.test/newsletters/preferences/{TOKEN}/",
)


def frame(**other: Any) -> Frame:
    return replace(FRAME, **other)


def card(title: str = "First rock goes in", **other: Any) -> dict[str, Any]:
    return {
        "story": 1,
        "title": title,
        "words": "Six hundred tonnes were lowered into the gap.",
        "url": "https://ledger.test/harbour/first-rock/",
        "section": "Harbour",
        "byline": "Ada Quill",
        "minutes": 3,
        "time": datetime(2026, 11, 28, 9, 5, tzinfo=UTC),
        "language": "",
        "picture": PICTURE,
    } | other


def line(title: str = "Ferry to Hesk cancelled", **other: Any) -> dict[str, Any]:
    return {
        "item": 1,
        "title": title,
        "url": "https://ledger.test/wire/items/1/",
        "section": "",
        "time": datetime(2026, 11, 29, 5, 7, tzinfo=UTC),
        "corrected": False,
    } | other


def stories(*cards: dict[str, Any], heading: str = "", large: bool = False) -> Part:
    return Part("stories", {"heading": heading, "url": "", "large": large, "stories": list(cards)})


def every_part(words: str = "words", html: str = "<p>words</p>") -> list[Part]:
    """One of each, `words` wherever somebody can write, `html` where they write at length."""
    told = line(words, section=words, corrected=True)
    said = {"title": words, "words": words, "section": words, "byline": words}
    return [
        Part("text", {"html": html}),
        Part("heading", {"text": words}),
        Part("quote", {"html": html, "speaker": words, "role": words}),
        Part("picture", {"picture": PICTURE | {"alt": words}, "caption": words, "credit": words}),
        Part("button", {"label": words, "url": "https://ledger.test/"}),
        Part("divider", {}),
        stories(card(**said), large=True),
        stories(card(**said), card(**said, picture=None), heading=words),
        Part(
            "developments", {"heading": words, "url": "https://ledger.test/wire/key/", "developments": [told]}
        ),
    ]
