"""Items of the News Feed, and the series made from them."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify

from broadsheet.wire.actions.post import post_item
from broadsheet.wire.models import Series, WireItem
from tests.factories.papers import make_section


def make_item(headline: str = "Ferry to Hesk cancelled", **fields: Any) -> WireItem:
    """A live item; `as_draft=True` for one that readers do not see yet."""
    return post_item(headline, **fields)


def make_series(name: str = "Harbour latest", **fields: Any) -> Series:
    """A series whose round-ups stand in Harbour unless a `section` is given."""
    given = {"name": name, "slug": slugify(name), "section": fields.pop("section", None) or make_section()}
    return Series.objects.create(**given | fields)
