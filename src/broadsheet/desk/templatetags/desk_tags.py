"""What every page of the desk may show over its own matter."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import template

from broadsheet.edge.distress import distress

register = template.Library()


@register.inclusion_tag("desk/components/distress.html")
def distress_banner() -> dict[str, Any]:
    """A warning while readers get the last good pages; nothing at other times. Costs one look at a file."""
    found = distress()
    return {"distress": found, "since": found and datetime.fromtimestamp(found.since, UTC)}
