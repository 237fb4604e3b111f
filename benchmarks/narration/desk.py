"""What is done within the newsroom's Django: `python -m benchmarks.narration.desk publish 900`; answers in JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator

import django

django.setup()

from broadsheet.demo.reading import content  # noqa: E402
from broadsheet.kit.html import plain  # noqa: E402
from broadsheet.narration.models import Narration  # noqa: E402
from broadsheet.narration.spoken import plainly  # noqa: E402
from broadsheet.narration.voices.opening import close_voices, voice_for  # noqa: E402
from broadsheet.news.models import FrontPage, Section, Story  # noqa: E402

Answer = dict[str, float | int | str]
PATIENCE = 600.0  # seconds
SENTENCES = (
    "The harbour council voted on Tuesday to close the old mole to lorries.",
    "Engineers had found cracks in three of its seven arches, and water behind the fourth.",
    "Nobody who works there was surprised, and nobody who works there had been asked.",
)


def voice() -> Answer:
    """The voice alone, on one core: until its first sound, cold and warm, and its computing for a second of audio."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    speaker = voice_for("en")
    cold, _ = _spoken(speaker, SENTENCES[0])
    times = [_spoken(speaker, sentence) for _ in range(4) for sentence in SENTENCES]
    close_voices()
    return {
        "cold": cold,
        "warm": min(seconds for seconds, _ in times),
        "factor": sum(seconds for seconds, _ in times) / sum(length for _, length in times),
        "name": f"{speaker.identity.provider}, {speaker.identity.name}",
    }


def publish(words: str) -> Answer:
    """A story of that many words, voiced by the worker."""
    story = Story(title="The mole holds, for now", body=_body(int(words)))
    section = Section(title="Harbour", slug="harbour")
    FrontPage.objects.get().add_child(instance=section)
    section.add_child(instance=story)
    return _voiced(story)


def edit() -> Answer:
    """One word of it is another."""
    story = Story.objects.get()
    block = story.body.raw_data[len(story.body.raw_data) // 2]
    block["value"] = block["value"].replace(" the ", " that ", 1)
    story.body = json.dumps(list(story.body.raw_data))
    return _voiced(story)


def _voiced(story: Story) -> Answer:
    before = Narration.objects.filter(story=story).values_list("production", flat=True).first()
    revision = story.save_revision()
    began = time.time()
    revision.publish()
    while time.time() - began < PATIENCE:
        narration = Narration.objects.select_related("production").get(story=story)
        made = narration.production
        if made and made.pk != before and narration.state == Narration.State.READY:
            return {
                "seconds": time.time() - began,
                "work": made.seconds_of_work,
                "audio": made.seconds,
                "lines": made.lines,
                "voiced": made.lines - made.lines_reused,
                "words": len(made.words.split()),
                "loudness": made.loudness or 0.0,
                "peak": made.peak or 0.0,
            }
        time.sleep(0.05)
    raise RuntimeError("The story was not voiced.")


def _spoken(speaker: object, sentence: str) -> tuple[float, float]:
    began = time.monotonic()
    sound = speaker.speak(plainly(sentence))  # type: ignore[attr-defined]
    return time.monotonic() - began, sound.seconds


def _body(words: int) -> str:
    """Paragraphs of the demo's stories, as many as hold that many words."""
    taken: list[str] = []
    for paragraph in _paragraphs():
        if sum(len(one.split()) for one in taken) >= words:
            break
        taken.append(paragraph)
    return json.dumps([{"type": "text", "value": f"<p>{paragraph}</p>"} for paragraph in taken])


def _paragraphs() -> Iterator[str]:
    for text in content.stories():
        for paragraph in text.body.split("\n\n"):
            if paragraph and paragraph[0].isalpha() and "[" not in paragraph and "<" not in paragraph:
                yield plain(paragraph.replace("\n", " "))


ACTS: dict[str, Callable[..., Answer]] = {"voice": voice, "publish": publish, "edit": edit}

if __name__ == "__main__":
    print(json.dumps(ACTS[sys.argv[1]](*sys.argv[2:])))  # noqa: T201
