"""Round-ups on the desk's first screen: those to look at, and today's of each series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Media
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.components import Component

from broadsheet.wire.actions.add_developments import developments_left_out
from broadsheet.wire.models import RoundUp, Series
from broadsheet.wire.newsroom_time import newsroom_time
from broadsheet.wire.round_ups.drafting import developments_of


@dataclass(frozen=True, slots=True)
class Today:
    """A series, its round-up of today if it was made, and how many key developments are not in it."""

    series: Series
    round_up: RoundUp | None
    left_out: int


class RoundUpsPanel(Component):
    """Nothing where there is no series, or none in whose section this member of staff writes."""

    name = "round_ups"
    order = 60
    template_name = "wire/desk/round_ups.html"

    @property
    def media(self) -> Media:
        return Media(css={"all": ["wire/desk/round-ups.css"]})

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """What needs eyes, then what can be made."""
        request: HttpRequest = parent_context["request"]
        return {
            "flagged": [one for one in _flagged() if may_edit(request.user, one)],
            "todays": list(_todays(request.user, newsroom_time().date())),
            "csrf_token": get_token(request),
        }


def may_edit(user: Any, round_up: RoundUp) -> bool:
    """Whether the user may change the story."""
    return bool(round_up.story.permissions_for_user(user).can_edit())


def may_draft(user: Any, series: Series) -> bool:
    """Whether the user writes in the section of the series; a draft is for an editor to publish."""
    return bool(series.section.permissions_for_user(user).can_add_subpage())


def address_of_form(round_up: RoundUp) -> str:
    """Where the story is edited."""
    return reverse("wagtailadmin_pages:edit", args=[round_up.story_id])


def _flagged() -> Any:
    flagged = RoundUp.objects.filter(flagged_at__isnull=False).select_related("series", "story")
    return flagged.order_by("-flagged_at")


def _todays(user: Any, day: date) -> Iterator[Today]:
    made = {one.series_id: one for one in RoundUp.objects.filter(day=day).select_related("series", "story")}
    for series in Series.objects.select_related("section"):
        round_up = made.get(series.pk)
        if round_up is None and may_draft(user, series):
            yield Today(series, None, len(developments_of(series, day)))
        elif round_up is not None and may_edit(user, round_up):
            yield Today(series, round_up, len(developments_left_out(round_up)))
