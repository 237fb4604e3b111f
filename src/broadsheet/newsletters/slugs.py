"""The address of an edition, made of its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import slugify

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition

LONGEST = 100  # leaves room for a number
INSTEAD = "edition"  # for a subject without a letter


def free_slug(edition: Edition) -> str:
    """A slug that no other edition of the newsletter has: the subject's, with a number where that is taken."""
    base = slugify(edition.subject, allow_unicode=True)[:LONGEST].strip("-_") or INSTEAD
    others = type(edition).objects.filter(newsletter=edition.newsletter_id, slug__startswith=base)
    taken = set(others.exclude(pk=edition.pk).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
