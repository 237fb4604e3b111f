"""Put an edition that was sent into the archive, or take it out."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from broadsheet.edge.changes import changed
from broadsheet.edge.tags import tag_of
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.history import write_history
from broadsheet.newsletters.models import Edition


def keep_in_archive(edition: Edition, *, keep: bool, by: User | None) -> None:
    """Let readers read it on the web, or not any more; the mail that they have stays theirs."""
    with transaction.atomic():
        if not Edition.objects.filter(pk=edition.pk, in_archive=not keep).update(in_archive=keep):
            return
        edition.in_archive = keep
        write_history(edition, "newsletters.archive" if keep else "newsletters.unarchive", by=by)
        # What was taken out is not shown by a lifeboat either.
        changed([tag_of(edition), archive_of(edition.newsletter_id)], gone=not keep)
