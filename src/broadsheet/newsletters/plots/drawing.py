"""Draws lines over time as SVG that takes the width of its place, with letters that keep their size."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from broadsheet.newsletters.plots.scales import Scale, moment_ticks, value_ticks
from broadsheet.newsletters.plots.series import (
    Number,
    Series,
    number_words,
    seconds_of,
    short_words_of,
    words_of,
)

TOP, BOTTOM = 22, 26  # px: room for the highest number and for the moments
FIELD = 1000  # units of the field in which the lines are drawn, each way
DASH = 10
STYLES = 4  # as many kinds of lines as the style sheet knows


@dataclass(frozen=True, slots=True)
class _Line:
    style: int
    path: str
    below: str  # the path of the filled area, empty for none


@dataclass(frozen=True, slots=True)
class _Tick:
    words: str
    place: str  # y in px, or x in per cent
    anchor: str = ""


def line_plot(
    series: Sequence[Series], *, title: str, description: str = "", height: int = 240
) -> SafeString:
    """The series as one `<svg>` with a name and a description for who cannot see it.

    `height` is in CSS px; the width is that of its place. Zero is always on the scale, so that no change looks
    larger than it is.
    """
    said = description or describe(series)
    name = hashlib.sha256(f"{title}\n{said}".encode()).hexdigest()[:10]
    values = value_ticks(series)
    context = {
        "name": f"plot-{name}",
        "title": title,
        "description": said,
        "height": height,
        "top": TOP,
        "field_height": height - TOP - BOTTOM,
        "foot": height - 8,
        "field": FIELD,
        "values": _value_ticks(values, height),
        "moments": _moment_ticks(series),
        "lines": list(_lines(series, Scale(values[0], values[-1]))),
        "is_empty": not any(one.points for one in series),
    }
    return SafeString(render_to_string("newsletters/plots/plot.html", context))


def describe(series: Sequence[Series]) -> str:
    """Each series in a sentence: where it begins, where it ends, and its highest point."""
    return " ".join(_sentence(one) for one in series) or "Nothing yet."


def _sentence(series: Series) -> str:
    if not series.points:
        return f"{series.name}: nothing yet."
    (begin, first), (end, last) = series.points[0], series.points[-1]
    at, most = max(series.points, key=lambda point: point[1])
    return (
        f"{series.name}: {number_words(first)} on {words_of(begin)}, {number_words(last)} on {words_of(end)}, "
        f"the most {number_words(most)} on {words_of(at)}."
    )


def _lines(series: Sequence[Series], scale: Scale) -> Iterator[_Line]:
    times = [seconds_of(moment) for one in series for moment, _ in one.points]
    across = Scale(min(times, default=0), max(times, default=0))
    for number, one in enumerate(series):
        points = [
            (across.share(seconds_of(at)) * FIELD, (1 - scale.share(value)) * FIELD)
            for at, value in one.points
        ]
        path = _path(points)
        yield _Line(number % STYLES + 1, path, _below(points, scale) if one.is_area and path else "")


def _path(points: list[tuple[float, float]]) -> str:
    if len(points) == 1:  # one moment alone: a dash that can be seen
        [(x, y)] = points
        points = [(x - DASH, y), (x + DASH, y)]
    return " ".join(f"{'L' if number else 'M'}{x:.1f} {y:.1f}" for number, (x, y) in enumerate(points))


def _below(points: list[tuple[float, float]], scale: Scale) -> str:
    zero = (1 - scale.share(0)) * FIELD
    return f"{_path(points)} L{points[-1][0]:.1f} {zero:.1f} L{points[0][0]:.1f} {zero:.1f} Z"


def _value_ticks(values: Sequence[Number], height: int) -> list[_Tick]:
    scale, room = Scale(values[0], values[-1]), height - TOP - BOTTOM
    return [_Tick(number_words(value), f"{TOP + (1 - scale.share(value)) * room:.1f}") for value in values]


def _moment_ticks(series: Sequence[Series]) -> list[_Tick]:
    moments = moment_ticks(series)
    if not moments:
        return []
    scale = Scale(seconds_of(moments[0]), seconds_of(moments[-1]))
    among = scale.high - scale.low
    shares = [scale.share(seconds_of(moment)) for moment in moments]
    return [
        _Tick(
            short_words_of(moment, among=among),
            f"{share * 100:.2f}%",
            "start" if share == 0 else "end" if share == 1 else "middle",
        )
        for moment, share in zip(moments, shares, strict=True)
    ]
