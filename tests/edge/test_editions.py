"""Newsletters' editions before the store: what is sent stands at once, and what is taken back is gone at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from broadsheet.edge.store.store import Store
from broadsheet.newsletters.actions.keep_in_archive import keep_in_archive
from broadsheet.newsletters.actions.send_edition import send_edition
from broadsheet.newsletters.models import Edition
from tests.database import is_postgresql
from tests.edge.asking import Reader
from tests.edge.pages_now import Page, comparable, rendered
from tests.factories import make_edition, make_newsletter, make_paper, make_story, make_subscriber

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
    pytest.mark.skipif(is_postgresql(), reason="It is about the store."),
]


def test_readers_see_editions_as_they_are(reader: Reader, stored: Store) -> None:
    make_paper()
    newsletter, story = make_newsletter(), make_story("The ferry sails")
    make_subscriber(newsletters=[newsletter])
    first = make_edition("First", newsletter=newsletter, body=[("story", {"story": story.pk})])
    send_edition(Edition.objects.get(pk=first.pk), by=None)
    second = make_edition("Second", newsletter=newsletter)

    home = newsletter.get_absolute_url()
    addresses = {
        "all": "/newsletters/",
        "list": home,
        "feed": f"{home}feed.xml",
        "sitemap": "/sitemap-editions-1.xml",
        "first": first.get_absolute_url(),
        "second": second.get_absolute_url(),
    }

    def served() -> list[Page]:
        return [comparable(one.status, one.body) for one in map(reader.get, addresses.values())]

    seen = served()

    def changed_by(act: Callable[[], object]) -> set[str]:
        """The pages that say something else; each is served as it is now."""
        before = list(seen)
        act()
        seen[:] = served()
        assert seen == rendered(list(addresses.values()))
        return {name for name, was, now in zip(addresses, before, seen, strict=True) if was != now}

    def write() -> None:
        Edition.objects.get(pk=second.pk).save()
        make_edition("Third", newsletter=newsletter)

    everywhere = {"all", "list", "feed", "sitemap", "first", "second"}
    assert changed_by(write) == set()
    assert changed_by(lambda: send_edition(Edition.objects.get(pk=second.pk), by=None)) == everywhere
    assert changed_by(story.unpublish) == {"feed", "first"}
    assert changed_by(lambda: keep_in_archive(second, keep=False, by=None)) == everywhere
    copies = [path for path in stored.folder.rglob("*") if path.is_file() and ".index" not in path.parts]
    assert not [
        path for path in copies if b"<h1" in path.read_bytes() and b">Second</h1>" in path.read_bytes()
    ]
    assert changed_by(lambda: keep_in_archive(second, keep=True, by=None)) == everywhere
