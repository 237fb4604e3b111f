"""Kept pages beside the wire: a busy day leaves them, what is retracted takes its own words off them."""

from __future__ import annotations

import pytest

from broadsheet.edge.addresses import public_address
from broadsheet.edge.store.store import Store
from broadsheet.wire.actions.retract import retract_item
from tests.edge.asking import Reader
from tests.edge.conftest import reader, stored
from tests.factories import make_item, make_story

__all__ = ["reader", "stored"]

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]


def test_an_item_a_minute_leaves_the_pages_of_stories_and_a_retraction_takes_those_with_its_words(
    reader: Reader, stored: Store
) -> None:
    before = make_story("Filed before")
    reader.get(before.url)
    wrong = make_item("Mayor resigns")
    for number in range(5):
        make_item(f"Boat {number} is in")
    after = make_story("Filed after")
    assert "Mayor resigns" in reader.get(after.url).text
    assert [_is_kept(stored, story.url) for story in (before, after)] == [True, True]

    retract_item(wrong, reason="She has not.")
    assert [_is_kept(stored, story.url) for story in (before, after)] == [True, False]
    assert stored.last(public_address(after.url)) is None
    assert "Mayor resigns" not in reader.get(after.url).text


def _is_kept(store: Store, path: str) -> bool:
    return store.find(public_address(path)) is not None
