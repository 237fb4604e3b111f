"""Who did not get an edition, or may have got it twice, and what their mail servers said."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from broadsheet.delivery.models import Delivery, Dispatch

State = Delivery.State


def failures_of(dispatch: Dispatch) -> QuerySet[Delivery]:
    """Refused, come back, complained about, or uncertain; in the order of the ledger."""
    wrong = Q(state=State.FAILED) | Q(uncertain=True) | ~Q(bounce="") | Q(complained_at__isnull=False)
    return Delivery.objects.filter(wrong, dispatch=dispatch).order_by("pk")


def reasons_of(dispatch: Dispatch) -> list[tuple[int | None, str, int]]:
    """Code, domain and how many: what may be known without knowing who the readers are."""
    failed = Delivery.objects.filter(dispatch=dispatch, state=State.FAILED)
    counted = failed.values_list("code", "domain").annotate(many=Count("pk"))
    return list(counted.order_by("-many", "code", "domain")[:50])


def words_of(delivery: Delivery) -> str:
    """What became of it, in a few words."""
    words = []
    if delivery.complained_at:
        words.append("Called it spam")
    if delivery.bounce:
        words.append(f"Came back: {delivery.get_bounce_display().lower()}")
    if delivery.state == State.FAILED:
        refused = delivery.code is None or delivery.code >= 500
        words.append("Refused" if refused else "Tried for 24 hours")
    if delivery.uncertain:
        words.append(
            "May have come twice" if delivery.state == State.ACCEPTED else "May have come all the same"
        )
    return "; ".join(words)
