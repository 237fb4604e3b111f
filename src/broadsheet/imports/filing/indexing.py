"""Indexes each imported page once.

Wagtail queues an indexing task at every save of a page and of whatever hangs on it, which makes eight of them
for one story and hundreds of thousands for an archive. While an import runs they are held back, and each page
is indexed once, in its own transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.index import insert_or_update_object
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from broadsheet.news.models import Section, Story
from broadsheet.pages.models import InformationPage

PAGES = (Section, Story, InformationPage)


@contextmanager
def indexed_once() -> Iterator[None]:
    """Hold Wagtail's own indexing of pages back."""
    for model in PAGES:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in PAGES:
            post_save.connect(post_save_signal_handler, sender=model)


def index_page(page: Page) -> None:
    """Make a page findable, and note what it refers to."""
    insert_or_update_object(page)
    ReferenceIndex.create_or_update_for_object(page)
