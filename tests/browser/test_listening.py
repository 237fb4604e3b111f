"""Listening to a story in a real browser, from a newsroom that is really served."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from tests.browser.cable import Cable
from tests.browser.narrated import LINES, SENTENCES, WATCH, open_story
from tests.database import is_postgresql
from tests.edge.live import LiveNewsroom

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom is on SQLite in any case.")
Window = Callable[..., BrowserContext]
NO_HIGHLIGHTS = "delete window.Highlight;"
SCROLLS = "window.ways = []; window.scrollTo = ({ behavior }) => window.ways.push(behavior);"


@pytest.fixture(scope="module")
def narrated(newsroom: LiveNewsroom) -> str:
    """Where the story stands that can be listened to."""
    return newsroom.run("from tests.browser.narrated import publish\nprint(publish())").strip()


def of_audio(cable: Cable) -> list[str]:
    return [line.split()[1].rpartition(".")[2] for line in cable.asked if "/media/audio/" in line]


def test_nothing_is_asked_for_before_the_reader_listens_and_then_the_sentence_is_marked_in_time(
    window: Window, cable: Cable, narrated: str
) -> None:
    reader = open_story(window(WATCH), narrated)
    complaints: list[str] = []
    reader.tab.on("console", lambda said: complaints.append(said.text))
    reader.tab.on("pageerror", lambda error: complaints.append(str(error)))
    reader.tab.wait_for_load_state("networkidle")
    assert of_audio(cable) == []
    reader.begin()
    reader.wait("audio.currentTime > 4.2")
    marked = reader.tab.evaluate("window.marked")
    lags = [at - LINES.index(sentence) for at, sentence in marked[1:]]
    print("marked after", *(f"{lag:.3f} s" for lag in lags))  # noqa: T201
    assert [sentence for _, sentence in marked] == LINES[: len(marked)]
    assert len(lags) >= 3
    assert all(-0.01 <= lag <= 0.3 for lag in lags)
    assert of_audio(cable) == ["opus", "vtt"]
    assert complaints == []


def test_the_keyboard_moves_the_place_and_the_speed_and_both_are_there_after_a_reload(
    window: Window, narrated: str
) -> None:
    windows = window()
    reader = open_story(windows, narrated)
    reader.begin()
    keys = reader.tab.keyboard
    keys.press("k")
    reader.wait("audio.paused")
    began = reader.at
    keys.press("l")
    keys.press("ArrowRight")
    assert reader.at == pytest.approx(began + 20)
    keys.press("j")
    keys.press(">")
    keys.press(">")
    assert reader.at == pytest.approx(began + 5)
    assert reader.audio("playbackRate") == 1.5
    seek = reader.player.get_by_role("slider", name="Place in the audio")
    reader.seek(20)
    expect(seek).to_have_attribute("aria-valuetext", f"20 seconds of {len(LINES)} seconds")
    seek.press(" ")
    reader.wait("audio.currentTime > 20")

    other = open_story(windows, narrated)
    assert other.audio("playbackRate") == 1.5
    expect(other.player.get_by_role("button", name="Listen to this story")).to_contain_text("left")
    other.begin()
    assert other.at > 15
    reader.wait("audio.paused")


def test_keys_elsewhere_stay_the_readers_own(window: Window, narrated: str) -> None:
    reader = open_story(window(), narrated)
    reader.begin()
    reader.tab.evaluate("document.activeElement.blur()")
    reader.tab.keyboard.press("k")
    reader.tab.keyboard.press("l")
    assert reader.is_playing
    assert reader.at < 10


def test_a_reader_who_reads_on_has_the_player_at_the_bottom_and_picks_a_sentence(
    window: Window, narrated: str
) -> None:
    reader = open_story(window(width=360, reduced_motion="reduce"), narrated)
    reader.begin()
    paragraph = reader.scroll_to(SENTENCES[10])
    pause = reader.player.get_by_role("button", name="Pause", exact=True)
    expect(pause).to_be_in_viewport()
    heights = reader.player.locator("button:visible").evaluate_all("all => all.map(b => b.offsetHeight)")
    assert min(heights) >= 44
    paragraph.click(position={"x": 30, "y": 10})
    reader.wait(f"audio.currentTime >= {LINES.index(SENTENCES[10])}")
    expect(reader.player.get_by_role("slider")).to_have_value(str(LINES.index(SENTENCES[10])))
    assert reader.marked() == SENTENCES[10]
    assert violations(reader.tab) == []

    reader.tab.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
    end = reader.tab.locator("footer.footer").bounding_box()
    bar = reader.player.locator(".player__panel").bounding_box()
    assert end
    assert bar
    assert end["y"] + end["height"] <= bar["y"]
    reader.player.get_by_role("button", name="Pause and close").click()
    reader.wait("audio.paused")
    expect(pause).not_to_be_in_viewport()
    assert reader.marked() == ""


def violations(tab: object) -> list[str]:
    return [violation["id"] for violation in Axe().run(tab).response["violations"]]


def test_the_text_follows_until_the_reader_scrolls(window: Window, narrated: str) -> None:
    reader = open_story(window(reduced_motion="reduce"), narrated)
    reader.begin()
    follow = reader.player.get_by_label("Follow the text")
    follow.check()
    reader.seek(30)
    expect(reader.tab.locator("p", has_text=SENTENCES[29])).to_be_in_viewport()
    reader.tab.mouse.wheel(0, -400)
    expect(follow).not_to_be_checked()
    reader.seek(2)
    reader.wait("audio.currentTime > 2")
    assert reader.tab.evaluate("scrollY") > 300


@pytest.mark.parametrize(("wish", "way"), [("reduce", "instant"), ("no-preference", "smooth")])
def test_it_scrolls_as_the_reader_likes(window: Window, narrated: str, wish: str, way: str) -> None:
    reader = open_story(window(SCROLLS, reduced_motion=wish), narrated)
    reader.begin()
    reader.seek(30)
    reader.player.get_by_label("Follow the text").check()
    reader.tab.wait_for_function("() => window.ways.length > 0")
    assert reader.tab.evaluate("window.ways[0]") == way


def test_where_a_browser_marks_no_sentences_the_paragraph_is_marked(window: Window, narrated: str) -> None:
    reader = open_story(window(NO_HIGHLIGHTS), narrated)
    reader.begin()
    reader.seek(9)
    expect(reader.tab.locator(".read-along")).to_have_text(" ".join(SENTENCES[8:10]))


def test_without_scripts_the_browsers_own_player_plays(window: Window, narrated: str) -> None:
    reader = open_story(window(java_script_enabled=False), narrated)
    audio = reader.tab.locator("audio")
    expect(audio).to_be_visible()
    expect(reader.tab.get_by_text("This audio is created with AI assistance")).to_be_visible()
    audio.click(position={"x": 30, "y": 27})
    reader.wait("audio.currentTime > 0")


def test_a_reader_without_a_network_is_told_and_tries_again(
    window: Window, cable: Cable, narrated: str
) -> None:
    reader = open_story(window(), narrated)
    cable.cut()
    reader.player.get_by_role("button", name="Listen to this story").click()
    again = reader.player.get_by_role("button", name="Try again to play the audio")
    expect(reader.player.get_by_role("status")).to_contain_text("could not be loaded")
    cable.mend()
    again.click()
    reader.wait("audio.currentTime > 0")
    expect(again).to_have_count(0)


FILE = """WEBVTT - of the paper\r
\r
NOTE none of this is a cue\r
\r
2\r
01:00:01.500 --> 01:00:02.000 align:start\r
Fish &amp; chips,\r
<i>twice</i> &lt;3\r
\r
00:59.000 --> 01:00:01.500\r
First\r
"""
PAGE = """
<article><h2 id="heading">It held.</h2>
<p id="first">It held. “I said, it’s done,” said <b>Ada</b>&nbsp;Quill<br>of the Har\u00adbour.</p>
<div class="pull-quote"><p id="never">Nobody slept.</p></div><p id="second">Nobody  slept. It held.</p>
<figure class="quote"><blockquote><p id="quote">We heard it.</p></blockquote>
<figcaption id="speaker"><b>Ben</b>, pilot</figcaption></figure>
<figure><figcaption id="never">Nobody slept.</figcaption></figure><p id="last">The end.</p></article>
"""
FIND = """async ([page, said]) => {
  const { PageText } = await import("/static/narration/js/page-text.js");
  const text = new PageText(new DOMParser().parseFromString(page, "text/html").body);
  return said.map((words) => text.find(words)?.startContainer.parentElement.closest("[id]").id);
}"""
SAID = {
    "It held.": "heading",
    "It held. ": "first",
    '"I said, it\'s done," said Ada Quill of the Harbour.': "first",
    "For the ear alone.": None,
    "Nobody slept.": "second",
    " It held.": "second",
    "Ben, pilot": "speaker",
    "We heard it.": "quote",
    "The end.": "last",
}


def test_captions_are_read_as_their_specification_has_them(window: Window, narrated: str) -> None:
    tab = open_story(window(), narrated).tab
    read = "async (file) => (await import('/static/narration/js/captions.js')).cuesIn(file)"
    assert tab.evaluate(read, FILE) == [
        {"start": 59, "end": 3601.5, "words": "First"},
        {"start": 3601.5, "end": 3602, "words": "Fish & chips, twice <3"},
    ]


def test_each_sentence_is_found_where_it_is_read_and_never_in_a_pull_quote(
    window: Window, narrated: str
) -> None:
    tab = open_story(window(), narrated).tab
    assert tab.evaluate(FIND, [PAGE, list(SAID)]) == list(SAID.values())
