"""What machines may ask for, as JSON, and the same in the wire's own terms."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from ninja import Schema
from pydantic import ConfigDict, Field

from broadsheet.wire.named import section_named, story_named, topics_named

Text = Annotated[str, Field(max_length=50_000)]  # the wire's own limits are lower, and said in its own words


class Asked(Schema):
    """Refuses what it does not know, and a number where words are due: a slip must not pass for silence."""

    model_config = ConfigDict(extra="forbid", strict=True)

    def given(self) -> dict[str, Any]:
        """The fields that the call names, with what it says of them."""
        return self.model_dump(exclude_unset=True)


class Changes(Asked):
    """Fields of an item; those that a call does not name stay as they are."""

    headline: Text | None = Field(None, description="At most 200 characters.", examples=["Ferry cancelled"])
    body: Text | None = Field(
        None, description="Plain words, or HTML of p, br, b, i, strong, em, a, blockquote."
    )
    section: Text | None = Field(None, description="The section's slug; null for none.")
    topics: list[Text] | None = Field(None, description="Slugs of topics.")
    story: int | Text | None = Field(None, description="Number or address of a story that says more.")
    sources: Text | None = Field(None, description="Who says so.")
    posted_at: Text | None = Field(None, description="Time that readers see, ISO 8601; not ahead.")
    urgency: Text | None = Field(None, description="routine, notable or breaking.")
    key: bool | None = Field(None, description="Whether it is a key development.")


class NewItem(Changes):
    """An item to be filed."""

    headline: Text = Field(description="At most 200 characters.", examples=["Ferry to Hesk cancelled"])
    draft: bool = Field(False, description="Keep it from readers until it is posted.")


class Correction(Asked):
    """Words that are right, and a note for readers that says what was wrong."""

    note: Text
    headline: Text | None = None
    body: Text | None = None


class Retraction(Asked):
    """Why readers can no longer read the item."""

    reason: Text


def fields_of(given: dict[str, Any]) -> dict[str, Any]:
    """What `given` says of an item, for the wire's verbs; raises `ValidationError` for all that cannot be found."""
    fields: dict[str, Any] = {}
    errors: dict[str, Any] = {}
    for name, value in given.items():
        try:
            fields["is_key" if name == "key" else name] = _read(name, value)
        except ValidationError as error:
            errors |= error.update_error_dict({})
    if errors:
        raise ValidationError(errors)
    return fields


def _read(name: str, value: Any) -> Any:
    match name:
        case "section":
            return section_named(value or "")
        case "topics":
            return topics_named(value or [])
        case "story":
            return story_named(value if value is not None else "")
        case "posted_at":
            return _time(value)
        case "key":
            return bool(value)
        case _:
            return value or ""


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        time = parse_datetime(text)
    except ValueError:
        time = None
    if time is None:
        raise ValidationError({"posted_at": "Give a time such as 2026-11-23T14:05:00+02:00."})
    return time
