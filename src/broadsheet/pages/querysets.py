"""Which pages everybody may read."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction


def private() -> Exists:
    """The condition that a page, or one above it, is not for everybody.

    It is part of the query that asks; Wagtail's `public()` costs one more, which grows with the number of
    restrictions. An alias is as private as its source.
    """
    own = Q(page__path=Substr(OuterRef("path"), 1, Length("page__path")))
    source = Q(page__path=Substr(OuterRef("alias_of__path"), 1, Length("page__path")))
    return Exists(PageViewRestriction.objects.filter(own | source))
