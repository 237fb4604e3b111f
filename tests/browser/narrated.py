"""A long story that can be listened to, and a reader who does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.factories import make_picture, make_production, make_story

HEADLINE = "The mole held all night"
# Two sentences a paragraph, a second each; the last one is not what the audio says.
SENTENCES = [
    f"The {word} wave came over the north quay at night." for word in ["first", "second", "third", "fourth"]
]
SENTENCES += [f"Stone number {number} of the old mole did not move at all." for number in range(1, 37)]
LINES = [HEADLINE, *SENTENCES, "An editor wrote this for the ear alone."]

AUDIO = "const audio = document.querySelector('story-player audio')"
# Notes when which sentence is marked, by the clock of the audio.
WATCH = """
window.marked = [];
const { set } = HighlightRegistry.prototype;
HighlightRegistry.prototype.set = function (name, highlight) {
  const audio = document.querySelector("story-player audio");
  window.marked.push([audio.currentTime, String([...highlight][0])]);
  return set.call(this, name, highlight);
};
"""


def publish() -> str:
    """Publish it; its address."""
    paragraphs = [" ".join(SENTENCES[n : n + 2]) for n in range(0, len(SENTENCES), 2)]
    # Links and emphasis divide a sentence for machines, not for those who read along.
    paragraphs[0] = paragraphs[0].replace("north quay", '<b>north</b> <a href="/harbour/">quay</a>')
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    story = make_story(HEADLINE, body=[("text", words)], lead_picture=make_picture())
    make_production(story, seconds=float(len(LINES)), lines=LINES)
    return str(story.url)


@dataclass(frozen=True, slots=True)
class Listener:
    """A reader with the story open."""

    tab: Page

    @property
    def player(self) -> Locator:
        return self.tab.locator("story-player")

    @property
    def at(self) -> float:
        """Where the audio is, in seconds."""
        return float(self.audio("currentTime"))

    @property
    def is_playing(self) -> bool:
        return not self.audio("paused")

    def audio(self, name: str) -> Any:
        """What the browser knows of the audio."""
        return self.tab.evaluate(f"() => {{ {AUDIO}; return audio.{name}; }}")

    def begin(self) -> None:
        """Press the button, and wait for the sound."""
        self.player.get_by_role("button", name="Listen to this story").click()
        expect(self.player.get_by_role("button", name="Pause", exact=True)).to_be_visible()
        self.wait("audio.currentTime > 0")

    def seek(self, seconds: float) -> None:
        """Go there by the bar."""
        self.player.get_by_role("slider").fill(str(seconds))

    def wait(self, words: str) -> None:
        """Until that is so of `audio`, for five seconds at most; also where scripts are off."""
        for _ in range(100):
            if self.tab.evaluate(f"() => {{ {AUDIO}; return {words}; }}"):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(words)

    def marked(self) -> str:
        """The sentence that is marked."""
        return str(self.tab.evaluate("[...(CSS.highlights.get('read-along') ?? [])].map(String).join()"))

    def scroll_to(self, sentence: str) -> Locator:
        """The paragraph of that sentence, in the middle of the screen."""
        paragraph = self.tab.locator("article p", has_text=sentence)
        paragraph.evaluate("p => p.scrollIntoView({ block: 'center', behavior: 'instant' })")
        return paragraph


def open_story(window: BrowserContext, address: str) -> Listener:
    """Open it in a tab."""
    tab = window.new_page()
    tab.goto(address)
    return Listener(tab)
