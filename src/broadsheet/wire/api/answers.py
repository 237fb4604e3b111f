"""What machines are answered: an item, or in one line what to do about an error."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from broadsheet.wire.models import WireItem


def as_json(item: WireItem) -> dict[str, Any]:
    """The item as it is now; its common fields are named as in the stream."""
    return {
        "id": item.pk,
        "state": item.state,
        "url": item.get_absolute_url() if item.is_visible else None,
        "posted_at": _iso(item.posted_at),
        "headline": item.headline,
        "body": item.body,
        "section": item.section.slug if item.section else "",
        "topics": [topic.slug for topic in item.topics.all()],
        "story": item.story_id,
        "sources": item.sources,
        "urgency": item.urgency,
        "key": item.is_key,
        "pinned": item.pinned_at is not None,
        "breaking_until": _iso(item.breaking_until),
        "correction_note": item.correction_note,
        "retraction_reason": item.retraction_reason,
        "filed_by": item.filed_by.get_username() if item.filed_by else None,
    }


def address_of_item(item: WireItem) -> str:
    """Where machines find the item."""
    return f"{settings.PUBLIC_URL}/api/wire/items/{item.pk}"


def problem(
    status: int, detail: str, errors: dict[str, list[str]] | None = None, **headers: str
) -> JsonResponse:
    """An error; `detail` is one line that says what to do."""
    body: dict[str, Any] = {"detail": detail} | ({"errors": errors} if errors else {})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return JsonResponse(body, status=status, headers=named)


def nothing_there(request: HttpRequest, *_: Any, **__: Any) -> JsonResponse:
    """The answer at addresses that mean nothing."""
    return problem(404, "There is nothing at this address: see docs/reference/api.md.")


def _iso(moment: Any) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
