"""The frame that every page stands in, and who gets what of it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from broadsheet.news.models import Section, Story
from broadsheet.pages.models import InformationPage
from tests.factories import Paper, body_of, make_author, make_section, make_topic, sign_in

PUBLIC = ("/", "/harbour/", "/author/ada-quill/", "/topic/ferries/", "/corrections/", "/about/", "/nothing/")


@pytest.fixture
def everything(paper: Paper, story: Story) -> Story:
    """A paper with a page of every kind."""
    make_topic()
    paper.front.add_child(instance=InformationPage(title="About", slug="about", body=body_of("Who we are.")))
    return story


def test_the_first_link_of_a_page_skips_to_its_content(cleo: Client, everything: Story) -> None:
    for address in (*PUBLIC, everything.url):
        soup = BeautifulSoup(cleo.get(address).content, "html.parser")
        assert soup.a is not None
        assert soup.a["href"] == "#content", address
        assert soup.find(id="content") is not None, address


def test_every_page_has_one_first_heading_and_the_landmarks(cleo: Client, everything: Story) -> None:
    for address in (*PUBLIC, everything.url):
        soup = BeautifulSoup(cleo.get(address).content, "html.parser")
        assert len(soup.find_all("h1")) == 1, address
        assert len(soup.find_all("main")) == 1, address
        assert soup.header is not None, address
        assert soup.footer is not None, address


def test_readers_get_pages_that_any_store_may_keep(cleo: Client, everything: Story) -> None:
    for address in (*PUBLIC, everything.url):
        response = cleo.get(address)
        assert "Set-Cookie" not in response.headers, address
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address
        assert "private" not in response.headers.get("Cache-Control", ""), address


def test_nothing_of_the_desk_is_in_what_readers_get(cleo: Client, everything: Story) -> None:
    for address in (*PUBLIC, everything.url):
        assert "/desk/" not in cleo.get(address).content.decode(), address


def test_somebody_without_rights_gets_what_readers_get(dan: User, everything: Story) -> None:
    for address in (*PUBLIC, everything.url):
        assert "/desk/" not in sign_in(dan).get(address).content.decode(), address


def test_an_editor_finds_the_way_into_the_desk_on_every_page(ben: User, everything: Story) -> None:
    browser = sign_in(ben)
    for address in ("/", "/harbour/", "/author/ada-quill/", "/topic/ferries/", "/about/", everything.url):
        link = BeautifulSoup(browser.get(address).content, "html.parser").select_one("a.edit")
        assert link is not None, address
        assert browser.get(str(link["href"])).status_code == 200, address


def test_what_staff_get_is_kept_by_no_store(ben: User, everything: Story) -> None:
    for address in (*PUBLIC, everything.url):
        assert "private" in sign_in(ben).get(address).headers["Cache-Control"], address


def test_a_reporter_may_edit_their_own_story_only(ada: User, everything: Story) -> None:
    browser = sign_in(ada)
    assert "/desk/" in browser.get(everything.url).content.decode()
    everything.owner = None
    everything.save()
    assert "/desk/" not in browser.get(everything.url).content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_can_only_be_read(cleo: Client, everything: Story, method: str) -> None:
    for address in (
        "/",
        "/harbour/",
        "/author/ada-quill/",
        "/topic/ferries/",
        "/corrections/",
        everything.url,
    ):
        assert getattr(cleo, method)(address).status_code == 405, address


def test_a_page_can_be_asked_for_its_head(cleo: Client, everything: Story) -> None:
    for address in (
        "/",
        "/harbour/",
        "/author/ada-quill/",
        "/topic/ferries/",
        "/corrections/",
        everything.url,
    ):
        response = cleo.head(address)
        assert response.status_code == 200, address
        assert response.content == b"", address


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/harbour/nothing/",
        "/author/nobody/",
        "/topic/nothing/",
        "/author/%00/",
        "/topic/a%00b/",
        "/harbour/%00/",
        "/%00/",
        "/%ff/",
        "/author/%ff%fe/",
        "/author/a%20b/",
        "/harbour/%F0%9F%9A%A2/",
        "/author/" + "a" * 300 + "/",
        "/" + "a" * 3000 + "/",
        "/" + "a/" * 300,
        "/author/';drop table--/",
        "/harbour/..%2f..%2fetc/",
    ],
)
def test_an_address_that_leads_nowhere_is_not_found(cleo: Client, everything: Story, address: str) -> None:
    response = cleo.get(address)
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()


def test_an_address_without_its_last_slash_leads_on(cleo: Client, everything: Story) -> None:
    response = cleo.get(everything.url.rstrip("/"))
    assert (response.status_code, response["Location"]) == (301, everything.url)


def test_slugs_may_be_of_any_script(cleo: Client, paper: Paper) -> None:
    section = make_section("Порт", slug="порт")
    assert cleo.get(section.url).status_code == 200
    assert cleo.get(make_author("Ольга Клен").get_absolute_url()).status_code == 200
    assert cleo.get(make_topic("موانئ").get_absolute_url()).status_code == 200


def test_a_paper_without_any_page_says_not_found(cleo: Client, db: None) -> None:
    Section.objects.all().delete()
    assert cleo.get("/harbour/").status_code == 404
