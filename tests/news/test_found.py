"""Founding a paper."""

from __future__ import annotations

from django.test import Client
from wagtail.models import Page, Site

from broadsheet.news.actions.found import found_paper
from broadsheet.news.models import FrontPage
from broadsheet.pages.models import Newsroom


def test_a_paper_takes_the_place_of_the_welcome_page(db: None, cleo: Client) -> None:
    found_paper(name="The Ledger")
    assert "The Ledger" in cleo.get("/").content.decode()
    assert Page.objects.filter(depth=2).count() == 1


def test_a_paper_knows_its_address(db: None) -> None:
    found_paper(name="The Ledger", url="https://ledger.test:8443")
    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("ledger.test", 8443, True)


def test_an_address_without_a_port_has_that_of_its_scheme(db: None) -> None:
    found_paper(name="The Ledger", url="https://ledger.test")
    assert Site.objects.get().port == 443


def test_founding_twice_changes_nothing(db: None) -> None:
    assert found_paper(name="The Ledger") == found_paper(name="Another")
    assert FrontPage.objects.get().title == "The Ledger"
    assert Newsroom.objects.get().name == "The Ledger"
