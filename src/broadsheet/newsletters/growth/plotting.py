"""Growth as two plots with their numbers."""

from __future__ import annotations

from datetime import date

from django.utils.safestring import SafeString

from broadsheet.newsletters.growth.counting import growth_of
from broadsheet.newsletters.growth.spans import DEFAULT, span_of
from broadsheet.newsletters.models import Newsletter
from broadsheet.newsletters.plots import Series, plot_figure


def growth_plots(newsletter: Newsletter, choice: str = DEFAULT) -> SafeString:
    """How many get it, and how many joined and left, by day or by week."""
    span = span_of(choice, newsletter)
    growth = growth_of(newsletter, span)
    moments = "Day" if span.is_by_day else "Week from"

    def series(name: str, numbers: list[int], *, is_area: bool = False) -> Series:
        points: list[tuple[date, int]] = list(zip(growth.days, numbers, strict=True))
        return Series(name, points, is_area=is_area)

    totals = plot_figure(
        [series("Subscribers", growth.totals, is_area=True)], title="Subscribers", with_table=False
    )
    title = f"Joined and left, by {'day' if span.is_by_day else 'week'}"
    lines = [series("Joined", growth.joined), series("Left", growth.left), series("Net", growth.net)]
    rows = [*lines, series("Subscribers", growth.totals)]
    return totals + plot_figure(lines, title=title, moments=moments, rows=rows)
