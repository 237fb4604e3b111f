"""The form on pages: one where it makes sense, any number where editors put them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from django.test import Client

from broadsheet.news.checks import check_story
from broadsheet.news.models import Story
from broadsheet.newsletters.models import Newsletter
from tests.factories import make_author, make_edition, make_newsletter, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper", "unindexed")]


def page(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status
    return answer.content.decode()


def offered(html: str) -> list[str]:
    """Which newsletters the forms of a page are for, in their order."""
    return re.findall(r'type="hidden"\s+name="newsletters"\s+value="([^"]+)"', html)


def block(newsletter: Newsletter) -> tuple[str, Any]:
    return ("newsletter_sign_up", {"newsletter": newsletter.pk})


def test_every_page_has_one_form_and_a_way_to_all(tide: Newsletter, story: Story) -> None:
    make_newsletter("Sunday Harbour", position=1)
    for address, place in (
        ("/", "front"),
        (story.url, "story"),
        (story.section.url, "column"),
        ("/wire/", "column"),
    ):
        html = page(address)
        assert (offered(html), f"sign-up--{place}" in html) == (["the-morning-tide"], True), address
        assert 'href="/newsletters/">Newsletters</a>' in html
    assert offered(page("/nothing/here/", 404)) == []


def test_a_paper_without_newsletters_asks_for_no_address(story: Story) -> None:
    make_newsletter("Closed", is_open=False)
    for address in ("/", story.url, "/newsletters/"):
        assert "<form" not in re.sub(r'(?s)<form class="search.*?</form>', "", page(address)), address


def test_an_authors_own_newsletter_stands_after_their_stories_and_beside_their_page(tide: Newsletter) -> None:
    ada = make_author("Ada Quill")
    make_newsletter("Ada’s Log", slug="log", host=ada, position=9)
    for address in (make_story(authors=[ada]).url, ada.get_absolute_url()):
        html = page(address)
        assert offered(html) == ["log"]
        assert f'With <a href="{ada.get_absolute_url()}">Ada Quill</a>' in html


def test_several_forms_stand_on_one_page_without_clashing_names(tide: Newsletter) -> None:
    sunday, closed = make_newsletter("Sunday Harbour", position=1), make_newsletter("Closed", is_open=False)
    story = make_story(body=[block(sunday), block(tide), block(sunday), block(closed)])
    html = page(story.url)
    assert offered(html) == ["sunday-harbour", "the-morning-tide", "sunday-harbour"]
    assert [name for name, count in Counter(re.findall(r'\bid="([^"]+)"', html)).items() if count > 1] == []
    pointed = " ".join(re.findall(r'(?:for|aria-describedby|aria-labelledby)="([^"]+)"', html)).split()
    assert set(pointed) <= set(re.findall(r'\bid="([^"]+)"', html))
    assert [finding.problem for finding in check_story(story)] == [
        "A newsletter that is offered here takes no subscribers: readers see no form."
    ]
    assert "sign-up" not in page("/feed.xml")


def test_a_form_holds_nothing_of_its_reader(tide: Newsletter, story: Story) -> None:
    html = page(story.url)
    assert "csrfmiddlewaretoken" not in html
    assert Client().get(story.url).cookies == {}
    assert f'name="page" value="{story.url}"' in html


def test_all_newsletters_on_one_page(tide: Newsletter) -> None:
    make_newsletter("Closed", is_open=False)
    make_edition("A draft", newsletter=tide)
    make_edition("Kept out", newsletter=tide, state="sent", in_archive=False, sent_at=tide.created_at)
    sent = make_edition("The mole holds", newsletter=tide, state="sent", sent_at=tide.created_at)
    html = page("/newsletters/")
    assert re.findall(r'type="checkbox"\s+name="newsletters"\s+value="([^"]+)"', html) == ["the-morning-tide"]
    assert f'href="{sent.get_absolute_url()}"' in html


def test_a_newsletters_own_page(tide: Newsletter) -> None:
    html = page(tide.get_absolute_url())
    assert offered(html) == ["the-morning-tide"]
    assert '"@type": "Periodical"' in html
    assert tide.promise in html
    tide.is_open = False
    tide.save()
    assert (offered(page(tide.get_absolute_url())), "no new readers" in page(tide.get_absolute_url())) == (
        [],
        True,
    )
    page("/newsletters/nobody-s/", 404)
    for taken in ("sign-up", "confirm", "leave", "preferences"):
        with pytest.raises(Exception, match="own address"):
            Newsletter(name="X", slug=taken, promise="x").full_clean()
