"""Puts a page into the tree and brings it to its standing, with a revision and a log entry as at the desk."""

from __future__ import annotations

from datetime import datetime

from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from broadsheet.imports.filing.indexing import index_page
from broadsheet.imports.ledger import Written
from broadsheet.imports.wordpress.status import Standing


def publish(
    page: Page,
    *,
    parent: Page,
    standing: Standing,
    first: datetime | None = None,
    last: datetime | None = None,
) -> None:
    """Save a new or changed page below its parent and make it live, scheduled or a draft.

    `first` is when the original was published, `last` when it was changed.
    """
    page.go_live_at = first if standing is Standing.SCHEDULED else None
    page.first_published_at = first if standing is Standing.LIVE else None
    if page.pk is None and standing is Standing.LIVE:
        _add_live(page, parent)
    else:
        _save(page, parent, standing)
    if page.live and (last or first):
        Page.objects.filter(pk=page.pk).update(last_published_at=last or first)
    index_page(page)


def as_it_is(page: Page) -> Written:
    """What shows that an editor was at a page: a new revision, another standing, another place."""
    is_out = page.live or page.go_live_at is not None
    return {"revision": page.latest_revision_id, "is_out": is_out, "parent": page.get_parent().pk}


def path_of(page: Page, front_page: Page) -> str:
    """The path at which readers find a page."""
    return "/" + str(page.url_path).removeprefix(str(front_page.url_path))


def _add_live(page: Page, parent: Page) -> None:
    """Add a page that is live from the start; publishing a draft of it would save everything twice.

    The revision, the log and the signal are those of any other publication.
    """
    page.live = True
    page.has_unpublished_changes = False
    parent.add_child(instance=page)
    revision = page.save_revision(changed=False, clean=False)
    Page.objects.filter(pk=page.pk).update(live_revision=revision)
    log(instance=page, action="wagtail.publish", revision=revision, content_changed=True)
    page_published.send(sender=type(page), instance=page, revision=revision)


def _save(page: Page, parent: Page, standing: Standing) -> None:
    if page.pk is None:
        page.live = False
        page.has_unpublished_changes = True
        parent.add_child(instance=page)
    revision = page.save_revision(log_action=True, clean=False)
    if standing is not Standing.DRAFT:
        revision.publish()
    elif page.live:
        page.unpublish()
    page.refresh_from_db()
