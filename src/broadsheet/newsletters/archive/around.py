"""The editions before and after one in the archive of its newsletter."""

from __future__ import annotations

from django.db.models import Q

from broadsheet.edge.recording import note, note_loosely
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.querysets import EditionQuerySet


def earlier(edition: Edition) -> Edition | None:
    """The one that was sent before it."""
    before = Q(sent_at__lt=edition.sent_at) | Q(sent_at=edition.sent_at, pk__lt=edition.pk)
    return _archive(edition).filter(before).first()


def later(edition: Edition) -> Edition | None:
    """The one that was sent after it; the newest waits for one."""
    after = Q(sent_at__gt=edition.sent_at) | Q(sent_at=edition.sent_at, pk__gt=edition.pk)
    found = _archive(edition).filter(after).order_by("sent_at", "pk").first()
    archive = archive_of(edition.newsletter_id)
    # A page that has both its neighbours need not be made anew for every edition to come.
    (note_loosely if found else note)(archive)
    return found


def _archive(edition: Edition) -> EditionQuerySet:
    others: EditionQuerySet = edition.newsletter.editions.in_archive().defer("body", "filled")
    return others
