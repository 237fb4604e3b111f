"""A mirror on a disk, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Request

from broadsheet.mirror.actions.export_mirror import export_mirror
from broadsheet.news.models import Story
from broadsheet.pages.scripts import bundled
from tests.edge.paper import SmallPaper
from tests.factories import body_of, grow
from tests.plugins.browser import new_tab

PLAYER = "narration/js/player.js"
VIDEO = {"url": "https://youtu.be/abcdefghijk", "title": "Gulls", "provider": "YouTube"}


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a mirror is kept for those who only read it."""
    return tmp_path_factory.mktemp("a stick") / "papers №1" / "ledger"


@pytest.fixture
def collected(settings: LazySettings, tmp_path: Path) -> None:
    """The player as one script, as it is collected: a browser loads no module from a disk."""
    settings.STATIC_ROOT = tmp_path / "static"
    file = settings.STATIC_ROOT / PLAYER
    file.parent.mkdir(parents=True)
    file.write_text(bundled(PLAYER, lambda name: Path(finders.find(name)).read_text()))


@pytest.fixture
def opened(small: SmallPaper, collected: None, folder: Path, stick: Path) -> Path:
    """The front page's file, in a folder that was moved since."""
    if not stick.exists():
        story = small.fresh(small.story)
        story.body = body_of([("text", "<p>The ferry came back.</p>"), ("embed", VIDEO)])
        story.save_revision().publish()
        grow(small.harbour, 21)
        export_mirror(folder)
        shutil.copytree(folder, stick)
        shutil.rmtree(folder)
    return stick / "index.html"


@pytest.fixture
def complaints() -> list[str]:
    """What the browser says in its console, and files that it could not have."""
    return []


def failure_of(request: Request) -> list[str]:
    """What could not be loaded; what the reader left behind by going on is no failure."""
    return [] if "ERR_ABORTED" in (request.failure or "") else [request.url]


@pytest.fixture
def tab(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """A tab that listens for complaints."""
    window = new_tab(browser, 1280, "light")
    window.set_default_timeout(5_000)
    page = window.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.extend(failure_of(request)))
    yield page
    window.close()


def test_a_reader_clicks_through_a_mirror_on_a_disk(
    small: SmallPaper, opened: Path, tab: Page, complaints: list[str]
) -> None:
    tab.goto(opened.as_uri())
    tab.get_by_role("link", name=small.lead.headline).first.click()
    assert tab.get_by_role("heading", level=1).inner_text() == small.lead.headline
    tab.goto(opened.as_uri())
    tab.get_by_role("navigation", name="Sections").get_by_role("link", name="Harbour").click()
    tab.get_by_role("link", name="Next page").click()
    assert tab.url.endswith("/harbour/page-2/index.html")
    assert tab.get_by_text("Page 2 of").is_visible()
    tab.locator("main").get_by_role("link", name=small.ada.name).first.click()
    assert tab.get_by_role("heading", level=1).inner_text() == small.ada.name
    tab.get_by_role("link", name="Search").click()
    tab.get_by_role("link", name=small.other.headline).click()
    assert tab.get_by_role("heading", level=1).inner_text() == small.other.headline
    tab.get_by_role("link", name=small.front.title).first.click()
    assert tab.url == opened.as_uri()
    assert complaints == []


def test_a_mirror_on_a_disk_looks_like_the_paper(
    small: SmallPaper, opened: Path, tab: Page, complaints: list[str]
) -> None:
    tab.goto((opened.parent / "council/the-mole-holds/index.html").as_uri())
    tab.evaluate("document.fonts.ready")
    loaded = tab.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert any("Broadsheet Serif" in family for family in loaded)
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(
        '"Broadsheet Serif"'
    )
    pictures = "[...document.querySelectorAll('main img')].map(i => i.loading = 'eager' && i.naturalWidth)"
    assert all(tab.evaluate(pictures))
    assert complaints == []


def test_scripts_run_on_a_disk(small: SmallPaper, opened: Path, tab: Page, complaints: list[str]) -> None:
    story = Story.objects.get(pk=small.story.pk)
    tab.goto((opened.parent / story.url[1:] / "index.html").as_uri())
    assert tab.get_by_role("button", name="Load the video").is_visible()
    assert tab.evaluate("customElements.get('story-player') !== undefined")
    assert complaints == []


def test_a_story_is_heard_from_a_disk(small: SmallPaper, opened: Path, tab: Page) -> None:
    tab.goto((opened.parent / small.story.url[1:] / "index.html").as_uri())
    length = tab.evaluate(
        "new Promise(heard => { const audio = document.querySelector('.player audio');"
        " audio.onloadedmetadata = () => heard(audio.duration); audio.load(); audio.preload = 'auto'; })"
    )
    assert 0.9 < length < 1.2
