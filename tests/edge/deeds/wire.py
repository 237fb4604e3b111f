"""What is done on the News Feed."""

from __future__ import annotations

from django.utils import timezone

from broadsheet.wire.actions.breaking import end_breaking, start_breaking
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.pin import pin_item, unpin_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from tests.edge.paper import SmallPaper
from tests.factories import make_item


def post(paper: SmallPaper) -> None:
    make_item("Second boat sails", section=paper.fresh(paper.harbour), is_key=True)


def edit_wire_item(paper: SmallPaper) -> None:
    edit_item(paper.item, headline="Hesk boat sails late")


def correct_wire_item(paper: SmallPaper) -> None:
    correct_item(paper.item, note="It is the boat to Skarn.", headline="Skarn boat sails")


def retract_wire_item(paper: SmallPaper) -> None:
    retract_item(paper.item, reason="It lies at the quay.")


def withdraw_wire_item(paper: SmallPaper) -> None:
    """Within its ten seconds, however long the test took until here."""
    paper.item.events.update(at=timezone.now())
    withdraw_item(paper.item)


def pin_wire_item(paper: SmallPaper) -> None:
    pin_item(paper.item)


def unpin_wire_item(paper: SmallPaper) -> None:
    unpin_item(paper.pinned)


def start_breaking_news(paper: SmallPaper) -> None:
    start_breaking(paper.item)


def end_breaking_news(paper: SmallPaper) -> None:
    end_breaking(paper.alarm)
