"""Make a copied story a new one."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page

from broadsheet.news.models import Correction, Story


@transaction.atomic
def start_afresh(page: Page) -> int:
    """Take dates and corrections from the stories at and below `page` that are drafts; returns how many there are.

    A copy has them from its original: published, it would stand among last week's stories, and correct what
    it never said.
    """
    copies = Story.objects.descendant_of(page, inclusive=True).filter(live=False, alias_of=None)
    for story in copies:
        Story.objects.filter(pk=story.pk).update(published_at=None, updated_at=None)
        Correction.objects.filter(story=story).delete()
        fresh = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
        fresh.published_at = fresh.updated_at = None
        fresh.corrections = []
        fresh.save_revision()
    return len(copies)
