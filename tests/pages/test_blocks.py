"""Every block of a body shows what it holds, and nothing that it holds gets out of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from broadsheet.media.models import Picture
from broadsheet.news.models import Story
from broadsheet.pages.blocks import BodyBlock
from broadsheet.pages.models import InformationPage
from tests.factories import (
    Paper,
    body_of,
    every_block,
    make_item,
    make_newsletter,
    make_picture,
    make_series,
    make_story,
    related_card,
)

HOSTILE = '</script></p><script>alert("x")</script><img src=x onerror=alert(1)>{{ 7|add:7 }}'


def body_shown(client: Client, story: Story) -> Tag:
    response = client.get(story.url)
    assert response.status_code == 200
    shown = BeautifulSoup(response.content, "html.parser").select_one("article .body")
    assert shown is not None
    return shown


def show(client: Client, *blocks: tuple[str, Any]) -> Tag:
    return body_shown(client, make_story("Under test", body=list(blocks)))


def test_every_block_is_shown(cleo: Client, story: Story) -> None:
    series = make_series()
    series.round_ups.create(story=story)
    blocks = every_block(
        make_picture(), story=story, item=make_item(), series=series, newsletter=make_newsletter()
    )
    assert {name for name, _ in blocks} == set(BodyBlock().child_blocks)
    shown = show(cleo, *blocks)
    assert len(shown.find_all(recursive=False)) == len(blocks)


@pytest.mark.parametrize(
    ("name", "selector"),
    [
        ("text", ".words ul > li"),
        ("heading", "h2"),
        ("quote", "figure.quote blockquote"),
        ("pull_quote", "blockquote.pull-quote"),
        ("fact_box", ".fact-box h2"),
        ("picture", "figure picture img[alt]"),
        ("gallery", "figure.gallery li + li picture"),
        ("table", "figure table th[scope=col]"),
        ("embed", "figure.embed a[href^='https://']"),
        ("divider", "hr"),
        ("code", "pre code"),
        ("html", ".words > p"),
        ("related_story", "aside.related a"),
    ],
)
def test_a_block_is_marked_up_as_what_it_is(cleo: Client, story: Story, name: str, selector: str) -> None:
    block = next(block for block in every_block(make_picture(), story=story) if block[0] == name)
    assert show(cleo, block).select(selector)


def test_no_word_in_any_block_becomes_markup(cleo: Client, story: Story) -> None:
    rich = ("text", "html", "quote", "fact_box")
    every = every_block(make_picture(), story=story, words=HOSTILE, item=make_item())
    blocks = [block for block in every if block[0] not in rich]
    shown = show(cleo, *blocks)
    assert shown.find_all("script") == []
    assert shown.find_all(onerror=True) == []
    assert "{{ 7|add:7 }}" in shown.get_text()


def test_foreign_html_is_cleaned_again_when_it_is_shown(cleo: Client, paper: Paper) -> None:
    shown = show(cleo, ("html", f'<p onclick="x()">Tide</p>{HOSTILE}<a href="javascript:x()">link</a>'))
    assert shown.find_all("script") == []
    assert not re.search(r"onerror=|onclick=|javascript:", str(shown))
    assert "Tide" in shown.get_text()


def test_foreign_html_is_cleaned_when_it_is_saved() -> None:
    assert str(BodyBlock().child_blocks["html"].clean("<p>Tide</p><script>x()</script>")) == "<p>Tide</p>"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "", "//evil.test"]
)
def test_an_embed_links_web_pages_only(cleo: Client, paper: Paper, url: str) -> None:
    shown = show(cleo, ("embed", {"url": url, "title": "Film", "provider": "Elsewhere"}))
    assert shown.find_all("a") == []
    assert "Film" in shown.get_text()


def test_an_embed_asks_nobody_for_anything(cleo: Client, story: Story) -> None:
    [block] = [block for block in every_block(make_picture(), story=story) if block[0] == "embed"]
    shown = show(cleo, block)
    assert shown.find_all(["iframe", "script", "img", "object", "embed", "link"]) == []


def test_a_huge_block_is_shown_whole(cleo: Client, paper: Paper) -> None:
    shown = show(cleo, ("pull_quote", {"text": "long " * 40_000}), ("heading", "x" * 100_000))
    assert len(shown.get_text()) > 300_000


def test_a_picture_that_was_deleted_leaves_no_trace(cleo: Client, story: Story) -> None:
    picture = make_picture()
    blocks = [block for block in every_block(picture, story=story) if block[0] in ("picture", "gallery")]
    told = make_story("Under test", body=blocks)
    Picture.objects.all().delete()
    assert body_shown(cleo, told).find_all("img") == []


def test_a_picture_uses_its_own_words_where_the_story_has_none(cleo: Client, paper: Paper) -> None:
    picture = make_picture(alt="The mole", caption="At low water", credit="Ledger")
    shown = show(cleo, ("picture", {"picture": picture.pk, "alt": "", "caption": ""}))
    assert shown.img is not None
    assert shown.img["alt"] == "The mole"
    assert "At low water" in shown.get_text()
    assert "Ledger" in shown.get_text()


def test_an_empty_table_breaks_nothing(cleo: Client, paper: Paper) -> None:
    show(cleo, ("table", {"caption": "Empty", "table": None}))


def test_a_block_that_this_version_does_not_know_is_left_out(cleo: Client, paper: Paper) -> None:
    assert show(cleo, ("hologram", "x"), ("heading", "Tides")).get_text(strip=True) == "Tides"


def test_a_card_on_a_plain_page_shows_its_story(cleo: Client, paper: Paper, story: Story) -> None:
    page = InformationPage(title="About", body=body_of([related_card(story)]))
    paper.front.add_child(instance=page)
    assert story.headline in cleo.get(page.url).content.decode()


def test_a_card_on_a_plain_page_vanishes_with_its_story(cleo: Client, paper: Paper, story: Story) -> None:
    page = InformationPage(title="About", body=body_of([related_card(story)]))
    paper.front.add_child(instance=page)
    story.unpublish()
    response = cleo.get(page.url)
    assert response.status_code == 200
    assert "related" not in response.content.decode()
