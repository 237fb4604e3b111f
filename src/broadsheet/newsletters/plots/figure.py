"""A plot with its legend, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence

from django.forms import Media
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from broadsheet.newsletters.plots.drawing import STYLES, line_plot
from broadsheet.newsletters.plots.series import Series, number_words, seconds_of, words_of

STYLE = Media(css={"all": ["newsletters/plots/plots.css"]})


def plot_figure(
    series: Sequence[Series],
    *,
    title: str,
    description: str = "",
    height: int = 240,
    moments: str = "Day",
    with_table: bool = True,
    rows: Sequence[Series] = (),
) -> SafeString:
    """The drawing of `line_plot` under its title, with a legend, and a table whose first column is `moments`.

    The table holds what is drawn, or the series `rows`.
    """
    told = (rows or series) if with_table else []
    context = {
        "title": title,
        "plot": line_plot(series, title=title, description=description, height=height),
        "legend": [(number % STYLES + 1, one.name) for number, one in enumerate(series)],
        "moments": moments,
        "columns": [one.name for one in told],
        "rows": _rows(told),
    }
    return SafeString(render_to_string("newsletters/plots/figure.html", context))


def _rows(series: Sequence[Series]) -> list[tuple[str, list[str]]]:
    """The newest first; a series that says nothing of a moment has an empty cell there."""
    columns = [dict(one.points) for one in series]
    moments = sorted({moment for column in columns for moment in column}, key=seconds_of, reverse=True)
    return [
        (words_of(moment), [number_words(column[moment]) if moment in column else "" for column in columns])
        for moment in moments
    ]
