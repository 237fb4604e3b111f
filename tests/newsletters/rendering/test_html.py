"""An edition as HTML: well made, whatever was written into it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.utils.safestring import SafeString

from broadsheet.delivery.letters.slots import TOKEN
from broadsheet.kit.html import clean
from broadsheet.newsletters.rendering.html import LARGE, html_of
from broadsheet.newsletters.rendering.rich_text import whole_address
from tests.newsletters.rendering.made import PICTURE, card, every_part, frame, stories

HOSTILE = '<script>alert(1)</script> & "]]> <mj-include path="/etc/passwd"/> {{ settings.SECRET_KEY }}'


def shown(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def rich(html: str) -> str:
    return SafeString(html)


def test_words_stay_words_whatever_they_look_like() -> None:
    soup = shown(html_of(frame(newsletter=HOSTILE, host=HOSTILE, preview_text=HOSTILE), every_part(HOSTILE)))
    assert soup.find("script") is None
    assert soup.get_text().count("{{ settings.SECRET_KEY }}") > 10
    assert soup.h1.get_text() == HOSTILE
    assert {image["alt"] for image in soup.find_all("img")} == {HOSTILE, "The mole"}


@pytest.mark.parametrize(
    "pasted", ["\x0b", "a\x00b", "\x1f\x7f", "\ufffe", "<!-- x", "<![CDATA[ x ]]>", "&nbsp;&#11;"]
)
def test_no_sign_that_somebody_pasted_keeps_it_from_going_out(pasted: str) -> None:
    parts = every_part(pasted, rich(str(BeautifulSoup(clean(f"<p>{pasted}"), "html.parser"))))
    assert shown(html_of(frame(subject=pasted), parts)).find("a", href=frame().leave_url)


def test_it_is_one_document_for_programs_and_screen_readers() -> None:
    soup = shown(html_of(frame(), every_part(html=rich("<p>words</p>"))))
    assert (soup.html["lang"], soup.html["dir"], soup.title.get_text()) == ("en", "ltr", "The mole holds")
    assert [heading.name for heading in soup.find_all(re.compile("^h[1-6]$"))] == [
        *("h1", "h2", "h2", "h2", "h3", "h3", "h2"),
    ]
    assert {table.get("role") for table in soup.find_all("table")} == {"presentation"}
    assert soup.find("meta", {"name": "color-scheme"})["content"] == "light dark"
    assert soup.find(["link", "script", "form", "iframe", "object"]) is None


def test_every_address_is_a_whole_one_and_the_readers_own_hold_a_slot() -> None:
    soup = shown(html_of(frame(), every_part()))
    addresses = [str(tag[name]) for name in ("href", "src") for tag in soup.select(f"[{name}]")]
    assert [one for one in addresses if not one.startswith(("https://ledger.test/", "mailto:"))] == []
    own = [one for one in addresses if TOKEN in one]
    assert own == [frame().leave_url, frame().preferences_url]


def test_styles_stand_where_they_are_used_and_dark_ones_in_the_head() -> None:
    soup = shown(html_of(frame(), every_part(html=rich('<p><a href="https://a.example/">x</a></p>'))))
    [style] = soup.find_all("style")
    outside = re.sub(r"@media[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", style.get_text())
    assert outside.strip() == ""
    assert "prefers-color-scheme: dark" in style.get_text()
    link = soup.find("a", href="https://a.example/")
    assert "color:#0d5366" in link["style"]
    assert "font-family:Georgia, 'Times New Roman', serif" in soup.find(class_="thumbnail").img["style"]
    everything = " ".join(tag["style"] for tag in soup.find_all(style=True))
    assert not re.search(r"#fff(fff)?\b(?!.{0,40}line-height:120%)", everything.replace("color:#ffffff", ""))


def test_the_preview_text_is_hidden_and_keeps_other_words_out_of_its_line() -> None:
    html = html_of(frame(preview_text="And the ferry sails."), [])
    preheader = shown(html).find(class_="preheader")
    assert "display:none" in preheader["style"]
    assert preheader.get_text().startswith("And the ferry sails.\u034f")
    assert shown(html_of(frame(preview_text=""), [])).find(class_="preheader") is None


def test_a_paper_that_is_written_from_right_to_left_is_read_so() -> None:
    html = html_of(frame(direction="rtl", language="ar"), every_part(html=rich("<ul><li>x</li></ul>")))
    soup = shown(html)
    assert soup.html["dir"] == "rtl"
    assert "padding-right:24px" in soup.find("ul")["style"]
    texts = [place.div["style"] for place in soup.select("td.ink, td.words, td.quote, td.foot")]
    assert texts
    assert all("text-align:right" in style for style in texts)


def test_a_story_in_another_language_says_so() -> None:
    html = html_of(frame(), [stories(card("Порт закрито", language="uk"), card("الميناء", language="ar"))])
    assert [(h["lang"], h["dir"]) for h in shown(html).find_all("h3")] == [("uk", "ltr"), ("ar", "rtl")]


def test_a_picture_without_words_is_no_link_and_a_small_one_is_not_blown_up() -> None:
    silent = card(picture=PICTURE | {"alt": "", "shown": 90})
    [image] = shown(html_of(frame(), [stories(silent, large=True)])).find_all("img")
    assert (image["alt"], image["width"], image.find_parent("a")) == ("", "90", None)


def test_a_long_edition_is_well_below_what_gmail_shows() -> None:
    parts = [stories(*(card(f"Story {n}") for n in range(10)), heading="Harbour") for _ in range(4)]
    assert len(html_of(frame(), parts).encode()) < LARGE * 0.75


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("/harbour/", "http://127.0.0.1:8000/harbour/"),
        ("//evil.example/x", "https://evil.example/x"),
        ("https://a.example/", "https://a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#place", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_a_links_address_is_whole_or_nothing(href: str, whole: str) -> None:
    assert whole_address(href).replace("http://evil", "https://evil") == whole
