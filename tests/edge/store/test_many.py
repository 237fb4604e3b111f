"""A change that shows on every page of a large archive is followed in seconds."""

from __future__ import annotations

import time

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.store import Store
from tests.edge.store.sheets import HOST, sheet

MANY = 20_000
LONGEST = 20.0  # seconds, on a machine that is busy with other tests; alone it takes one


def fill(store: Store) -> None:
    """Keep as many, with one transaction for all: what takes long is not what this is about."""
    page = sheet("Story", "heading:1")
    with store.index.writing() as db:
        for number in range(MANY):
            path = f"/section-{number % 20}/story-{number}/"
            store.files.write(store.files.path(Address(HOST, path)), page)
            db.execute("INSERT INTO page (host, path, page, stands) VALUES (?, ?, 1, 1)", (HOST, path))
            db.execute("INSERT INTO shows (tag, page) VALUES ('heading:1', last_insert_rowid())")


def test_twenty_thousand_pages_are_forgotten_by_one_tag(store: Store) -> None:
    fill(store)
    began = time.monotonic()
    assert len(store.forget(["heading:1"])) == MANY
    took = time.monotonic() - began
    assert store.index.count() == 0
    assert took < LONGEST
