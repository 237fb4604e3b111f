"""Small pages for one item: edit, correct, retract, its history, and the end of a draft."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView

from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.post_draft import post_draft
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.desk.answers import refused
from broadsheet.wire.desk.errors import show_errors
from broadsheet.wire.desk.item_forms import CorrectForm, EditForm, RetractForm
from broadsheet.wire.desk.panels import STYLE
from broadsheet.wire.desk.views.acts import NOT_YOURS
from broadsheet.wire.desk.views.of_item import OfItem
from broadsheet.wire.rights import may_change


class ItemFormView(ABC, OfItem, FormView[Any]):
    """A form about one item, for those who may change it."""

    template_name = "wire/desk/form.html"
    button = ""
    explained = ""
    done = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_change(request.user, self.item):
            return refused(request, NOT_YOURS)
        return self.unfit() or super().dispatch(request, *args, **kwargs)

    def unfit(self) -> HttpResponse | None:
        """Where to go when the item is not one that this can be done to."""
        if not self.item.is_retracted:
            return None
        messages.error(self.request, "This item was retracted: it has no words left to change.")
        return redirect("wire_desk:history", self.item.pk)

    @abstractmethod
    def act(self, form: Any) -> None:
        """Do it; raises `ValidationError`."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act(form)
        except ValidationError as complaint:
            show_errors(form, complaint)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_success_url(self) -> str:
        listing = reverse("wire_desk:index")
        return listing if self.request.GET.get("next") == listing else reverse("wagtailadmin_home")

    def get_form_kwargs(self) -> dict[str, Any]:
        """A form knows by itself what its item says."""
        given = {name: value for name, value in super().get_form_kwargs().items() if name != "initial"}
        return given | {"item": self.item}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "item": self.item,
            "explained": self.explained,
            "action_url": self.request.get_full_path(),
            "submit_button_label": self.button,
            "history_url": reverse("wire_desk:history", args=[self.item.pk]),
            "media": context["form"].media + STYLE,
        }


class Edit(ItemFormView):
    """A slip of the pen, or a draft."""

    form_class = EditForm
    page_title = "Edit"
    explained = (
        "For a slip of the pen that misled nobody. Readers are not told: what misled them is corrected."
    )
    done = "Saved."

    @property
    def button(self) -> str:  # type: ignore[override]
        return "Save" if self.item.is_visible else "Save the draft"

    def act(self, form: EditForm) -> None:
        if "post" not in self.request.POST:
            edit_item(self.item, by=self.request.user, **form.changes())  # type: ignore[arg-type]
            return
        post_draft(self.item, by=self.request.user, **form.changes())  # type: ignore[arg-type]
        self.done = "Posted."


class Correct(ItemFormView):
    """What misled readers."""

    form_class = CorrectForm
    page_title = "Correct"
    button = "Correct"
    explained = "Put the words right, and tell readers what was wrong. The old words are gone from every page at once."
    done = "Corrected: readers see the note."

    def unfit(self) -> HttpResponse | None:
        if self.item.is_visible:
            return super().unfit()
        messages.error(self.request, "Readers have not seen this draft: edit it.")
        return redirect("wire_desk:edit", self.item.pk)

    def act(self, form: CorrectForm) -> None:
        correct_item(self.item, by=self.request.user, **form.cleaned_data)  # type: ignore[arg-type]


class Retract(Correct):
    """What should not have been said at all."""

    form_class = RetractForm  # type: ignore[assignment]
    page_title = "Retract"
    button = "Retract for good"
    explained = "Readers see that there was an item, when it was retracted, and why. Its words are gone."
    done = "Retracted."
    template_name = "wire/desk/retract.html"

    def act(self, form: RetractForm) -> None:  # type: ignore[override]
        retract_item(self.item, by=self.request.user, **form.cleaned_data)  # type: ignore[arg-type]
