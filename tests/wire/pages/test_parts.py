"""Parts of the News Feed: a section's items, key developments."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from broadsheet.edge.recording import recording
from broadsheet.wire.freshness import KEY, NEWEST, of_section
from broadsheet.wire.views import filters
from tests.factories import make_item, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed", "paper")]


def read(cleo: Client, path: str) -> str:
    answer = cleo.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_key_developments_stand_by_themselves(cleo: Client) -> None:
    make_item("Port closes", is_key=True)
    make_item("A boat is in")
    page = read(cleo, "/wire/key/")
    assert "Port closes" in page
    assert "A boat is in" not in page
    assert 'data-wire-list="key"' in page


def test_a_section_has_the_items_of_those_inside_it(cleo: Client) -> None:
    harbour = make_section("Harbour")
    islands = make_section("The islands", parent=harbour)
    make_item("A boat is in", section=harbour)
    make_item("Hesk has power again", section=islands, is_key=True)
    make_item("Budget passes", section=make_section("Council"))
    with recording() as record:
        page = read(cleo, "/wire/in/harbour/")
    assert "A boat is in" in page
    assert "Hesk has power again" in page
    assert "Budget passes" not in page
    assert 'data-wire-sections="harbour the-islands"' in page
    assert {of_section(harbour.pk), of_section(islands.pk)} <= record.tags
    assert NEWEST not in record.tags
    key = read(cleo, "/wire/in/harbour/key/")
    assert "A boat is in" not in key
    assert 'data-wire-list="section:harbour:key"' in key


def test_a_long_list_has_pages_and_only_the_first_takes_in_what_comes(
    cleo: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "ITEMS_A_PAGE", 2)
    for number in range(3):
        make_item(f"Port closes {number}", is_key=True, posted_at=timezone.now() - timedelta(hours=number))
    assert "Port closes 2" not in read(cleo, "/wire/key/")
    with recording() as record:
        second = read(cleo, "/wire/key/?page=2")
    assert "Port closes 2" in second
    assert "data-wire-list" not in second
    assert KEY not in record.tags
    assert cleo.get("/wire/key/?page=3").status_code == 404
    assert cleo.get("/wire/key/?page=x").status_code == 404


def test_a_section_that_is_not_for_everybody_is_not_found_nor_named(cleo: Client) -> None:
    harbour = make_section("Harbour")
    make_item("A boat is in", section=harbour)
    PageViewRestriction.objects.create(page=harbour.page_ptr, restriction_type="login")
    assert cleo.get("/wire/in/harbour/").status_code == 404
    assert 'href="/wire/in/harbour/"' not in read(cleo, "/wire/")
    assert cleo.get("/wire/in/nowhere/").status_code == 404
