"""Files what stands in the box."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from broadsheet.wire.actions.file_once import file_once, fingerprint_of
from broadsheet.wire.actions.post import post_item
from broadsheet.wire.actions.post_draft import post_draft, save_draft
from broadsheet.wire.desk.filing_form import FilingForm
from broadsheet.wire.models import WireItem
from broadsheet.wire.rights import may_change

_FILED_BEFORE = (
    "This was posted already, in other words: look below. Correct it there, or press Post again to file these "
    "words as another item."
)


def file_from(form: FilingForm, *, by: User, as_draft: bool) -> tuple[WireItem, bool]:
    """The item that the box asks for, and whether the same box had filed it before.

    Raises `ValidationError`, by field; then nothing has changed.
    """
    asked, draft = form.asked(), form.draft_item()
    if draft is not None and not may_change(by, draft):
        raise ValidationError("This draft is not yours.")
    try:
        return file_once(
            form.cleaned_data["key"],
            _fingerprint(asked, draft, as_draft),
            by,
            partial(_file, asked, draft, by=by, as_draft=as_draft),
        )
    except ValidationError as refused:
        if "idempotency_key" in getattr(refused, "error_dict", ()):
            raise ValidationError(_FILED_BEFORE, code="filed_before") from refused
        raise


def _file(asked: dict[str, Any], draft: WireItem | None, *, by: User, as_draft: bool) -> WireItem:
    if draft is None:
        return post_item(by=by, as_draft=as_draft, **asked)
    return (save_draft if as_draft else post_draft)(draft, by=by, **asked)


def _fingerprint(asked: dict[str, Any], draft: WireItem | None, as_draft: bool) -> str:
    topics = sorted(topic.pk for topic in asked["topics"])
    things = {name: asked[name] and asked[name].pk for name in ("section", "story")}
    words = {**asked, **things, "topics": topics, "draft": draft and draft.pk, "as_draft": as_draft}
    return fingerprint_of(words)
