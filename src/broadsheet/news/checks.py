"""What an editor should look at before a story goes out. Advice, not law: publishing stays possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from broadsheet.kit.excerpt import cut
from broadsheet.kit.html import plain
from broadsheet.kit.words import count_words
from broadsheet.pages.pictures import shown_pictures

if TYPE_CHECKING:
    from broadsheet.news.models import Story

LONGEST_HEADLINE = 110  # characters; search engines and phones cut what is longer
LONGEST_PARAGRAPH = 120  # words; more is a wall on a phone


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what is wrong, and where."""

    problem: str
    place: str = ""


def check_story(story: Story) -> list[Finding]:
    """All findings for the story as it stands in this revision, in the order of the form."""
    return [
        *_headline(story),
        *_lead(story),
        *_pictures(story),
        *_writing(story),
        *_cards(story),
        *_blocks(story),
    ]


def is_described(story: Story) -> bool:
    """Whether every picture of the story says what it shows; one that does not is kept from publishing."""
    return not [*_lead(story), *_pictures(story)]


def _headline(story: Story) -> Iterator[Finding]:
    length = len(story.headline)
    if length > LONGEST_HEADLINE:
        yield Finding(f"The headline has {length} characters: {LONGEST_HEADLINE} are enough.")


def _lead(story: Story) -> Iterator[Finding]:
    if story.lead_picture and not story.alt:
        yield Finding("The lead picture has no alt text: say what it shows.")


def _pictures(story: Story) -> Iterator[Finding]:
    for shown in shown_pictures(story.body):
        if shown["picture"] and not (shown["alt"] or shown["picture"].alt):
            yield Finding("A picture has no alt text: say what it shows.", shown["picture"].title)


def _writing(story: Story) -> Iterator[Finding]:
    for markup in _markup(story):
        soup = BeautifulSoup(markup, "html.parser")
        for paragraph in soup.find_all("p"):
            words = count_words(paragraph.get_text())
            if words > LONGEST_PARAGRAPH:
                yield Finding(
                    f"A paragraph has {words} words: break it up.", cut(paragraph.get_text(), length=60)
                )
        for link in soup.find_all("a"):
            if not link.get_text(strip=True):
                before = link.find_previous(string=True) or ""
                yield Finding(
                    "A link has no text: readers cannot see it.", cut(plain(str(before)), length=60)
                )


def _markup(story: Story) -> Iterator[str]:
    for child in story.body:
        if child.block_type == "text":
            yield child.value.source
        elif child.block_type == "quote":
            yield child.value["text"].source
        elif child.block_type == "fact_box":
            yield child.value["body"].source


def _cards(story: Story) -> Iterator[Finding]:
    targets = [child.value["story"] for child in story.body if child.block_type == "related_story"]
    readable = story.readable_ids(target.pk for target in targets if target)
    for target in targets:
        if target is None:
            yield Finding("A card points at a story that is gone: remove it or choose another.")
        elif target.pk not in readable:
            yield Finding(
                "A card points at a story that readers cannot see, so they see no card.", target.title
            )


def _blocks(story: Story) -> Iterator[Finding]:
    """What blocks of other apps find in themselves."""
    for child in story.body:
        if hasattr(child.block, "problems"):
            yield from (Finding(problem, place) for problem, place in child.block.problems(child.value))
