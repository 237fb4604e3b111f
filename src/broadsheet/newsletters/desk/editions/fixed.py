"""What is fixed: an edition that readers have, or are getting, is not written any more."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.models.edition import WRITTEN

FIXED = "Readers have this edition, or are getting it: its words stand. Copy it to go on from here."
_LOCKED = "locked"  # what Wagtail's script knows it by: it stops saving, and says so


class UnlessFixed:
    """A view that changes an edition, as long as it may be changed."""

    request: HttpRequest
    object: Any

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; a fixed edition is read."""
        if self.object.is_fixed:
            return redirect("newsletters_editions:read", self.object.pk)
        return super().get(request, *args, **kwargs)  # type: ignore[misc]  # Wagtail's view

    def is_valid(self, form: Any) -> bool:
        """Never for what is fixed."""
        if self.object.is_fixed:
            self._refuse()
            return False
        return bool(super().is_valid(form))  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        """Save what was written and nothing else, unless it was sent since the form was read."""
        with transaction.atomic():
            standing = Edition.objects.select_for_update().get(pk=self.object.pk)
            if not standing.is_fixed:
                for field in Edition._meta.concrete_fields:
                    if field.name not in WRITTEN:
                        setattr(form.instance, field.attname, getattr(standing, field.attname))
                return super().form_valid(form)  # type: ignore[misc]
        self._refuse()
        return super().form_invalid(form)  # type: ignore[misc]

    def _refuse(self) -> None:
        self.produced_error_code, self.produced_error_message = _LOCKED, FIXED
