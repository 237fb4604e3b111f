"""Items of the News Feed."""

from __future__ import annotations

from typing import Any

from broadsheet.wire.actions.post import post_item
from broadsheet.wire.models import WireItem


def make_item(headline: str = "Ferry to Hesk cancelled", **fields: Any) -> WireItem:
    """A live item; `as_draft=True` for one that readers do not see yet."""
    return post_item(headline, **fields)
