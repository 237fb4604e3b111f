"""What the desk asks of a story before it is published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from broadsheet.pages.frame_form import FrameForm

NO_ALT = "Say what the lead picture shows, for readers who cannot see it. Then publish again."


class StoryForm(FrameForm):
    """The form of a story. A draft may be incomplete; what is published may not."""

    matters_to_readers = forms.BooleanField(
        required=False,
        label="This update matters to readers",
        help_text="Shows “Updated” with the present time beside the date of publication.",
    )

    def clean(self) -> dict[str, Any]:
        """A published lead picture tells everybody what it shows."""
        cleaned: dict[str, Any] = super().clean()
        picture = cleaned.get("lead_picture")
        described = cleaned.get("lead_alt") or (picture and picture.alt)
        if picture and not described and not self.is_deferred_validation:
            self.add_error("lead_alt", NO_ALT)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Date the update, if the editor says that it matters."""
        if self.cleaned_data.get("matters_to_readers"):
            self.instance.updated_at = timezone.now()
        return super().save(commit=commit)
