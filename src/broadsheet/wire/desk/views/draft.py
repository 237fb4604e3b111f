"""The end of a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from broadsheet.wire.actions.delete_draft import delete_draft
from broadsheet.wire.desk.views.item import ItemFormView
from broadsheet.wire.models import WireItem


class _Nothing(forms.Form):
    """There is nothing to say."""

    def __init__(self, *args: Any, item: WireItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class Delete(ItemFormView):
    """Ask once, then delete the draft."""

    form_class = _Nothing
    page_title = "Delete the draft"
    button = "Delete the draft"
    explained = "Readers have not seen it. It cannot be brought back."
    done = "The draft is deleted."
    template_name = "wire/desk/retract.html"

    def unfit(self) -> HttpResponse | None:
        if not self.item.is_visible:
            return None
        messages.error(self.request, "Readers have seen this item: it is not deleted, but retracted.")
        return redirect("wire_desk:history", self.item.pk)

    def act(self, form: _Nothing) -> None:
        delete_draft(self.item, by=self.request.user)  # type: ignore[arg-type]
