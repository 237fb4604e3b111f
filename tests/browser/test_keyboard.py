"""The paper by keyboard alone."""

from __future__ import annotations

from broadsheet.news.models import Story
from tests.factories import Paper, make_story
from tests.plugins.browser import PageAt


def test_the_first_tab_reaches_skip_to_content(page_at: PageAt, story: Story) -> None:
    page = page_at()
    for address in ("/", story.url):
        page.goto(address)
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.inner_text() == "Skip to content"
        assert focused.is_visible()


def test_skip_to_content_goes_past_the_masthead(page_at: PageAt, story: Story) -> None:
    page = page_at()
    page.goto("/harbour/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_link_shows_when_it_has_the_focus(page_at: PageAt, story: Story) -> None:
    page = page_at()
    page.goto(story.url)
    for _ in range(page.locator("a:visible").count()):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(({outlineStyle, outlineWidth}) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 0)"
            "(getComputedStyle(document.activeElement))"
        )
        assert ring, page.evaluate("document.activeElement.outerHTML")


def test_an_embed_asks_nobody_before_the_reader_does(page_at: PageAt, paper: Paper) -> None:
    embed = {"url": "https://youtu.be/abcdefghijk", "title": "Gale", "provider": "YouTube"}
    watched = make_story("Film of the gale", body=[("embed", embed)])
    page = page_at()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(watched.url, wait_until="networkidle")
    assert [url for url in asked if "youtu" in url] == []
    page.get_by_role("button", name="Load the video from YouTube").click()
    assert page.locator("iframe").get_attribute("src") == "https://www.youtube-nocookie.com/embed/abcdefghijk"
