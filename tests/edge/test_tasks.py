"""Pages are made ahead of their readers, by the worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings

from broadsheet.edge.store.store import Store
from broadsheet.edge.tasks import print_ahead
from broadsheet.news.models import Story
from tests.edge.pages_now import stored_at

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed", "paper"),
]


def test_the_story_and_the_front_page_stand_before_a_reader_asks(stored: Store, draft: Story) -> None:
    draft.save_revision().publish()  # the suite does tasks at once
    assert stored.find(stored_at(draft.url)) is not None
    assert stored.find(stored_at("/")) is not None


def test_an_address_that_leads_nowhere_is_left_alone(stored: Store) -> None:
    print_ahead.enqueue(["/nowhere/", "//evil", "/desk/"])
    assert stored.index.count() == 0


def test_nothing_is_made_while_the_styles_are_not_there(stored: Store, tmp_path: Path) -> None:
    backends = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "broadsheet.pages.staticfiles.PaperStaticFilesStorage"},
    }
    with override_settings(STORAGES=backends, STATIC_ROOT=tmp_path / "static"):
        print_ahead.enqueue(["/"])
    assert stored.find(stored_at("/")) is None
