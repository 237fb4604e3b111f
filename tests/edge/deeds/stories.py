"""What editors do to a story."""

from __future__ import annotations

import time
from datetime import timedelta

from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction, Revision

from broadsheet.operations.actions.keep_appointment import Appointment, keep_appointment
from tests.edge.paper import SmallPaper, correct
from tests.factories import make_picture, make_story


def publish(paper: SmallPaper) -> None:
    make_story("A new gale", section=paper.harbour, authors=[paper.ada], topics=[paper.ferries])


def edit(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.title = "Ferry returns, late"
    story.save_revision().publish()


def save_draft(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.title = "Ferry sinks?"
    story.save_revision()


def issue_correction(paper: SmallPaper) -> None:
    correct(paper.fresh(paper.story), "It was the north quay.")


def unpublish(paper: SmallPaper) -> None:
    paper.fresh(paper.story).unpublish()


def delete(paper: SmallPaper) -> None:
    paper.fresh(paper.story).delete()


def make_private(paper: SmallPaper) -> None:
    PageViewRestriction.objects.create(
        page=paper.story.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )


def move(paper: SmallPaper) -> None:
    paper.fresh(paper.story).move(paper.fresh(paper.council), pos="last-child")


def keep_due_appointment(paper: SmallPaper) -> None:
    """A story that was scheduled falls due, and the worker's clock publishes it."""
    draft = make_story("Tomorrow’s tide", section=paper.harbour, authors=[paper.ada], live=False)
    draft.go_live_at = timezone.now() + timedelta(seconds=0.2)
    draft.save_revision().publish()
    time.sleep(0.3)
    revision = draft.revisions.order_by("-pk").first()
    assert keep_appointment(Appointment(Revision, revision.pk), now=timezone.now())


def replace_picture(paper: SmallPaper) -> None:
    """As the desk does it: the new file is saved, then the old cuts are thrown away."""
    picture = paper.fresh(paper.picture)
    picture.file = make_picture("Another mole", size=(120, 90)).file
    with picture.file.open("rb") as file:
        picture.width, picture.height = Image.open(file).size
    picture.description = "The east mole"
    picture.save()
    picture.renditions.all().delete()


def change_topics(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.topics = []
    story.save_revision().publish()


def change_byline(paper: SmallPaper) -> None:
    story = paper.fresh(paper.story)
    story.bylines = []
    story.save_revision().publish()
