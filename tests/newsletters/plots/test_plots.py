"""Plots say what they show, to eyes and to ears."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest

from broadsheet.newsletters.plots import Series, line_plot, plot_figure
from broadsheet.newsletters.plots.scales import moment_ticks, value_ticks

DAYS = [date(2026, 3, 1) + timedelta(days=n) for n in range(40)]


def series_of(*numbers: float, name: str = "Joined", **how) -> Series:
    return Series(name, list(zip(DAYS, numbers, strict=False)), **how)


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ([], [0, 1]),
        ([0, 0], [0, 1]),
        ([3], [0, 1, 2, 3]),
        ([7, 19], [0, 5, 10, 15, 20]),
        ([-3, 8], [-5, 0, 5, 10]),
        ([12_345], [0, 5000, 10_000, 15_000]),
        ([1_000_000], [0, 500_000, 1_000_000]),
        ([0.5], [0, 0.2, 0.4, 0.6]),
    ],
)
def test_the_grid_has_round_numbers_and_zero(numbers, ticks):
    assert value_ticks([series_of(*numbers)]) == pytest.approx(ticks)


def test_moments_that_are_named_do_not_stand_upon_one_another():
    assert moment_ticks([series_of(*range(40))]) == [DAYS[0], DAYS[13], DAYS[26], DAYS[39]]
    bunched = Series("Left", [(DAYS[n], 1) for n in (0, 36, 37, 38, 39)])
    assert moment_ticks([bunched]) == [DAYS[0], DAYS[39]]


@pytest.mark.parametrize(
    ("hours", "words"),
    [(20, "09:00"), (72, "Sun 09:00"), (24 * 90, "1 Mar"), (24 * 400, "Mar 2026")],
)
def test_moments_are_told_as_briefly_as_they_can_be(settings, hours, words):
    settings.TIME_ZONE = "UTC"
    first = datetime(2026, 3, 1, 9, tzinfo=UTC)
    points = [(first, 1), (first + timedelta(hours=hours), 2)]
    assert f">{words}</text>" in line_plot([Series("Left", points)], title="Left")


def test_a_drawing_has_a_name_and_says_what_it_shows():
    drawing = ElementTree.fromstring(line_plot([series_of(3, 9, 4)], title="Growth"))  # noqa: S314  # ours
    title, description = drawing[0], drawing[1]
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (drawing.get("role"), title.text) == ("img", "Growth")
    assert description.text == "Joined: 3 on 1 Mar 2026, 4 on 3 Mar 2026, the most 9 on 2 Mar 2026."


def test_a_line_goes_from_edge_to_edge_and_an_area_down_to_zero():
    drawing = line_plot([series_of(0, 4, -4, is_area=True)], title="Net")
    assert 'd="M0.0 500.0 L500.0 0.0 L1000.0 1000.0"' in drawing
    assert 'd="M0.0 500.0 L500.0 0.0 L1000.0 1000.0 L1000.0 500.0 L0.0 500.0 Z"' in drawing


@pytest.mark.parametrize("numbers", [[], [5]])
def test_little_is_drawn_without_complaint(numbers):
    figure = plot_figure([series_of(*numbers)], title="Growth")
    assert ("Nothing yet</text>" in figure) is (not numbers)


def test_the_numbers_stand_below_with_the_newest_first():
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    figure = plot_figure(
        [Series("Left", [(noon, 1_200)]), Series("<b>", [(noon + timedelta(hours=1), 2)])],
        title="After <it> was sent",
        moments="Hour",
    )
    rows = figure.partition("<tbody>")[2]
    assert rows.index("13:00") < rows.index("12:00")
    assert "<td>1,200</td>" in rows
    assert "<b>" not in figure
    assert "<it>" not in figure
