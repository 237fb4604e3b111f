"""Wagtail's pages for an edition, each with what an edition needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import CopyView, CreateView, DeleteView, EditView

from broadsheet.newsletters.desk.editions.fixed import UnlessFixed


class Write(CreateView):
    """A new edition."""

    def save_instance(self) -> Any:
        """It is whoever's began it."""
        self.form.instance.written_by = self.request.user
        return super().save_instance()

    def get_success_url(self) -> str:
        """On with writing."""
        return self.get_edit_url()


class CopyAsNew(CopyView):
    """The words of another edition, to begin with."""


class Edit(UnlessFixed, EditView):
    """The form, as long as nobody has the edition."""

    def get_success_url(self) -> str:
        """On with writing."""
        return self.get_edit_url()

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """What comes after writing."""
        return [
            HeaderButton(
                "Send a test",
                url=reverse("newsletters_editions:test", args=[self.object.pk]),
                icon_name="mail",
            ),
            HeaderButton(
                "Check and send",
                url=reverse("newsletters_sending:edition", args=[self.object.pk]),
                icon_name="tasks",
            ),
        ]


class Delete(DeleteView):
    """A draft may go; what readers have stays, or is taken out of the archive."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.is_fixed:
            messages.error(
                request,
                "Readers have this edition: it cannot be deleted. Take it out of the archive instead.",
            )
            return redirect("newsletters_editions:read", self.object.pk)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer
