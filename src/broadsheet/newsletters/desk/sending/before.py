"""What an editor sees before an edition goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.mail import BadHeaderError
from django.http import HttpRequest
from django.urls import reverse

from broadsheet.newsletters.checks import check_edition
from broadsheet.newsletters.desk.sending.schedule_form import ScheduleForm
from broadsheet.newsletters.models import Edition, Subscription
from broadsheet.newsletters.rendering.frame import paper_itself
from broadsheet.newsletters.rendering.headers import sender_of
from broadsheet.newsletters.sending.fingerprint import fingerprint_of
from broadsheet.newsletters.sending.words import hour_in_words, readers


def before(request: HttpRequest, edition: Edition, form: ScheduleForm | None = None) -> dict[str, Any]:
    """Whether it may go out, to how many, from whom, and the form for its hour.

    With `?links=1` other sites are asked whether links to them work, which takes some seconds.
    """
    reach = request.GET.get("links") == "1"
    found = check_edition(edition, reach=reach)
    stops = [one for one in found if one.level == "stop"]
    return {
        "stops": stops,
        "warnings": [one for one in found if one not in stops],
        "links_tried": reach,
        "readers": readers(audience_of(edition)),
        "sender": _sender(edition),
        "send_at": hour_in_words(edition.send_at) if edition.send_at else "",
        "form": form or ScheduleForm.of(edition),
        "ways": list(_ways(request, edition)),
        "fingerprint": fingerprint_of(edition.pk),
    }


def _ways(request: HttpRequest, edition: Edition) -> Iterator[tuple[str, str]]:
    """Where else to look before it goes out."""
    if request.user.has_perm("newsletters.change_edition"):
        yield reverse("newsletters_editions:edit", args=[edition.pk]), "Edit it"
    yield reverse("newsletters_editions:read", args=[edition.pk]), "Preview it"
    yield reverse("newsletters_editions:test", args=[edition.pk]), "Send a test"


def audience_of(edition: Edition) -> int:
    """How many readers would get it now."""
    return Subscription.objects.active().filter(newsletter=edition.newsletter_id).count()


def _sender(edition: Edition) -> str:
    try:
        return sender_of(edition.newsletter, paper_itself().name)
    except BadHeaderError as error:
        return str(error)
