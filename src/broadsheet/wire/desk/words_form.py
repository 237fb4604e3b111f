"""All that may be said of an item, as a form."""

from __future__ import annotations

from typing import Any

from django import forms

from broadsheet.wire.desk import fields
from broadsheet.wire.models import WireItem

WORDS = ("headline", "body", "section", "topics", "story", "sources", "urgency", "is_key")


class WordsForm(forms.Form):
    """The fields of the box on the first screen, and of the form in which an item is edited."""

    headline = fields.headline_field()
    body = fields.body_field()
    section = fields.section_field()
    urgency = fields.urgency_field()
    is_key = fields.key_field()
    sources = fields.sources_field()
    story = fields.story_field()
    topics = fields.topics_field()


def words_of(item: WireItem) -> dict[str, Any]:
    """What the item says now, for the form to begin with."""
    return {name: getattr(item, name) for name in WORDS} | {"topics": list(item.topics.all())}
