"""Whether a save changes anything that readers can see."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db.models import Field, Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractRendition
from wagtail.models import Locale, Page, Site

from broadsheet.edge.lists import Before

# The desk's own book-keeping, which changes with every draft that is saved.
_BOOK_KEEPING = frozenset(
    {
        "draft_title", "expired", "expire_at", "first_published_at", "go_live_at", "has_unpublished_changes",
        "last_published_at", "latest_revision", "latest_revision_created_at", "live_revision", "locked",
        "locked_at", "locked_by", "numchild", "owner",
    }
)  # fmt: skip


@cache
def readers_see(model: type[Model]) -> bool:
    """Whether instances of `model` can show on a page.

    Everything of ours may, unless its app or the model itself says `readers_see_it = False`, and the few things
    of Wagtail's that pages are made from.
    """
    if issubclass(model, AbstractRendition):  # cut while a page is made, from a picture that has not changed
        return False
    if issubclass(model, Page | Site | Locale | AbstractDocument):
        return True
    app = model._meta.app_config  # none for the model that remembers migrations
    ours = app is not None and app.name.startswith("broadsheet.")
    return ours and all(getattr(one, "readers_see_it", True) for one in (app, model))


def as_known(instance: Model) -> Before:
    """The row as it stands in the database; None for what is not there yet."""
    if instance.pk is None or (instance._state.adding and not instance._meta.parents):
        return None
    names = [field.attname for field in _shown_fields(type(instance))]
    row: dict[str, Any] | None = type(instance)._base_manager.filter(pk=instance.pk).values(*names).first()
    return row


def what_differs(instance: Model, before: Before) -> set[str]:
    """The names of the fields that differ from the row before; all of them for what is new."""
    fields = _shown_fields(type(instance))
    if before is None:
        return {field.name for field in fields}
    loaded = [field for field in fields if field.attname in instance.__dict__]
    return {
        field.name for field in loaded if _stored(field, instance) != _prepared(field, before[field.attname])
    }


@cache
def _shown_fields(model: type[Model]) -> tuple[Field[Any, Any], ...]:
    return tuple(field for field in model._meta.concrete_fields if field.name not in _BOOK_KEEPING)


def _stored(field: Field[Any, Any], instance: Model) -> Any:
    return _prepared(field, getattr(instance, field.attname))


def _prepared(field: Field[Any, Any], value: Any) -> Any:
    return field.get_prep_value(value)
