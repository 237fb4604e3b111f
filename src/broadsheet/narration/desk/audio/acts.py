"""What can be done with a story's audio as it stands, by whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from broadsheet.narration.desk.audio.standing import Phase
from broadsheet.narration.models import Narration
from broadsheet.news.models import Story


@dataclass(frozen=True, slots=True)
class Act:
    """A button that posts, with a value that goes along, or a link to a page."""

    label: str
    url: str
    posts: bool = True
    name: str = ""
    value: str = ""
    asks: str = ""  # what is asked before it is done
    is_main: bool = False


def acts_for(story: Story, narration: Narration | None, phase: Phase, *, may_decide: bool) -> list[Act]:
    """What somebody who edits the story is offered, and what somebody who publishes it."""
    if not story.pk:
        return []
    return [
        *_of_editors(story, narration, phase),
        *(_of_deciders(story, narration, phase) if may_decide else ()),
    ]


def _of_editors(story: Story, narration: Narration | None, phase: Phase) -> Iterator[Act]:
    waits = phase == Phase.QUEUED and bool(narration and narration.reason)
    if story.live and (waits or phase in (Phase.FAILED, Phase.SILENT)):
        yield Act("Try again now" if waits else "Try again", _url("again", story), is_main=True)
    elif story.live and phase in (Phase.READY, Phase.AHEAD) and not (narration and narration.recording):
        again = phase == Phase.READY
        yield Act(
            "Voice again" if again else "Voice it now",
            _url("again", story),
            asks="Every sentence is said anew. Listeners keep what they have until then." if again else "",
        )
    yield Act("Script", _url("script", story), posts=False)


def _of_deciders(story: Story, narration: Narration | None, phase: Phase) -> Iterator[Act]:
    made = narration.production if narration else None
    if made and made.is_synthetic and not made.approved_at:
        yield Act("Approve: I listened to it", _url("approve", story), name="production", value=str(made.pk))
    if narration and narration.recording:
        yield Act(
            "Take the recording away",
            _url("drop", story),
            asks="The recording is deleted, and a synthetic voice reads the story again.",
        )
    elif phase != Phase.UNWANTED:
        yield Act("Use a recording", _url("recording", story), posts=False)
    if phase == Phase.UNWANTED:
        yield Act("Read this story aloud", _url("wanted", story), name="wanted", value="1", is_main=True)
    else:
        yield Act(
            "No audio for this story",
            _url("wanted", story),
            name="wanted",
            value="0",
            asks="Readers get no audio of this story from now on.",
        )


def _url(page: str, story: Story) -> str:
    return reverse(f"narration_desk:{page}", args=[story.pk])
