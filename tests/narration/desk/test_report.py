"""The report of all narrations."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from broadsheet.narration.desk.report.totals import totals_of
from broadsheet.narration.models import Narration, Production
from broadsheet.news.models import Story
from tests.factories import make_production, make_story, sign_in
from tests.narration.desk.pages import stand, words

REPORT = "narrations:report"


@pytest.fixture
def narrations(story: Story) -> None:
    """One that a voice says, one that a person recorded, one that failed."""
    make_production(story, seconds=120.0 / 60, lines=["A."] * 4, lines_reused=3, seconds_of_work=6.0)
    make_production(make_story("Read by Ada"), origin=Production.Origin.HUMAN, seconds=1.0)
    stand(make_story("=1+1"), "failed", reason="=The disk is full.")


def test_it_lists_them_and_what_they_amount_to(desk: Client, narrations: None, story: Story) -> None:
    shown = words(desk.get(reverse(REPORT)))
    for fact in (
        story.title,
        "3 reused, 1 voiced",
        "Recorded by a person",
        "The disk is full.",
        "75 %",
        "6.0 s",
    ):
        assert fact in shown


def test_the_totals_are_those_of_the_list(narrations: None) -> None:
    totals = totals_of(Narration.objects.all())
    assert (totals.audio, totals.anew, totals.reused, totals.share) == (3.0, 0.5, 1.5, 75)
    assert dict(totals.facts)["Audio"] == "0.1 minutes"
    assert totals_of(Narration.objects.none()).facts[3] == ("Segments reused", "–")


@pytest.mark.parametrize(
    ("query", "found"),
    [({"state": "failed"}, "=1+1"), ({"voice": "human"}, "Read by Ada"), ({"q": "Ada"}, "Read by Ada")],
)
def test_it_is_filtered(desk: Client, narrations: None, query: dict[str, str], found: str) -> None:
    page = desk.get(reverse(REPORT), query)
    assert [str(one.story) for one in page.context["object_list"]] == [found]
    assert "1 match" in words(page)


def test_no_cell_of_its_files_is_a_formula(desk: Client, narrations: None) -> None:
    csv = b"".join(desk.get(reverse(REPORT), {"export": "csv"}).streaming_content).decode()
    assert "'=1+1,Failed,'=The disk is full." in csv
    xlsx = b"".join(desk.get(reverse(REPORT), {"export": "xlsx"}).streaming_content)
    cells = [cell for row in load_workbook(BytesIO(xlsx)).active.iter_rows() for cell in row]
    assert "'=1+1" in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}


def test_it_costs_the_same_however_long_it_is(desk: Client, narrations: None) -> None:
    desk.get(reverse(REPORT))
    with CaptureQueriesContext(connection) as few:
        desk.get(reverse(REPORT))
    for number in range(3):
        make_production(make_story(f"One more {number}"), approved_by=User.objects.first())
    with CaptureQueriesContext(connection) as many:
        desk.get(reverse(REPORT))
    assert len(many) == len(few)


def test_it_is_for_editors(ada: User, dan: User, narrations: None) -> None:
    for user in (ada, dan):
        assert sign_in(user).get(reverse(REPORT)).status_code == 302
