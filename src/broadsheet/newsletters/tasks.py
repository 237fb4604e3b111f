"""Background work of newsletters."""

from __future__ import annotations

from django_tasks import task

from broadsheet.delivery.ledger.freezing import freeze
from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.models import Edition, Subscription


@task()
def freeze_audience(edition_id: int) -> None:
    """Write down who gets the edition, from where it was left; may run twice, and beside itself."""
    edition = Edition.objects.select_related("dispatch").filter(pk=edition_id).first()
    dispatch = edition.dispatch if edition else None
    if edition is None or dispatch is None or dispatch.state != Dispatch.State.FREEZING:
        return
    audience = Subscription.objects.active().filter(newsletter=edition.newsletter_id)
    freeze(dispatch, audience, address="subscriber__address")
