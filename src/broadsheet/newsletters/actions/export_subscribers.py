"""Hand out who the readers of a newsletter are."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.contrib.auth.models import User
from wagtail.log_actions import log

from broadsheet.newsletters.exporting.subscribers import as_csv
from broadsheet.newsletters.models import Newsletter

logger = logging.getLogger(__name__)


def export_subscribers(newsletter: Newsletter, *, by: User | None = None) -> Iterator[bytes]:
    """All subscriptions as CSV, in pieces. Who took them, and when, is written down first."""
    count = newsletter.subscriptions.count()
    log(newsletter, "newsletters.export_subscribers", user=by, data={"subscriptions": count})
    logger.warning(
        "%s exported %s subscriptions to %s",
        *(by or "The command line", count, newsletter.slug),
        extra={"event": "subscribers_exported", "newsletter": newsletter.pk},
    )
    return as_csv(newsletter)
