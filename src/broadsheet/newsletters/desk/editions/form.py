"""The form in which an edition is written."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList

from broadsheet.newsletters.models import Newsletter
from broadsheet.newsletters.slugs import free_slug


class EditionForm(WagtailAdminModelForm):
    """Its address follows its subject until it is sent: saved as it is typed, it would keep the first letters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newsletters = list(Newsletter.objects.values_list("pk", flat=True)[:2])
        if not self.instance.pk and len(newsletters) == 1:
            self.initial.setdefault("newsletter", newsletters[0])
            self.initial["newsletter"] = self.initial["newsletter"] or newsletters[0]

    def save(self, commit: bool = True) -> Any:
        """With an address of its own in the newsletter."""
        if {"subject", "newsletter"} & set(self.changed_data) and not self.instance.is_fixed:
            self.instance.slug = free_slug(self.instance)
        return super().save(commit=commit)


PANELS = ObjectList(
    [
        FieldPanel("subject", classname="title"),
        FieldPanel("newsletter", widget=forms.Select),
        FieldPanel("preview_text"),
        FieldPanel("body"),
        FieldPanel("in_archive"),
    ],
    base_form_class=EditionForm,
)
