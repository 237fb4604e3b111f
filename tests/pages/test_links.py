"""Links from a text to the paper's own pages."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Story
from tests.factories import make_story


def link_to(story: Story) -> str:
    return f'<p>As we <a linktype="page" id="{story.pk}">reported</a>.</p>'


def hrefs(client: Client, story: Story) -> list[Any]:
    soup = BeautifulSoup(client.get(story.url).content, "html.parser")
    return [link.get("href") for link in soup.select("article .body a")]


def test_a_link_follows_the_page_that_it_points_at(cleo: Client, story: Story) -> None:
    told = make_story("Under test", body=[("text", link_to(story))])
    assert hrefs(cleo, told) == [story.url]
    story.slug = "renamed"
    story.save_revision().publish()
    assert hrefs(cleo, told) == ["/harbour/renamed/"]


@pytest.mark.parametrize("block", ["text", "quote", "fact_box"])
def test_a_link_is_found_in_every_block_that_holds_words(cleo: Client, story: Story, block: str) -> None:
    values = {
        "text": link_to(story),
        "quote": {"text": link_to(story), "speaker": "Ada", "role": ""},
        "fact_box": {"title": "Facts", "body": link_to(story)},
    }
    assert hrefs(cleo, make_story("Under test", body=[(block, values[block])])) == [story.url]


def test_a_link_to_what_readers_cannot_open_keeps_its_words_only(cleo: Client, story: Story) -> None:
    told = make_story("Under test", body=[("text", link_to(story))])
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    assert hrefs(cleo, told) == [None]
    assert "reported" in cleo.get(told.url).content.decode()


def test_a_link_to_a_page_that_is_gone_keeps_its_words_only(cleo: Client, story: Story) -> None:
    told = make_story("Under test", body=[("text", link_to(story))])
    story.delete()
    assert hrefs(cleo, told) == [None]
