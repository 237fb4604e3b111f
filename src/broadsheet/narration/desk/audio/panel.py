"""“Audio” in the story's form."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from wagtail.admin.panels import Panel

from broadsheet.narration.desk.audio.parts import parts
from broadsheet.narration.desk.of_story import STYLE, scripts
from broadsheet.news.models import Story


class AudioPanel(Panel):
    """How the story's audio stands, and what can be done with it. It holds no field of the story's."""

    def __init__(self, heading: str = "Audio", icon: str = "media", **kwargs: Any) -> None:
        super().__init__(heading=heading, icon=icon, **kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "narration/desk/audio/panel.html"

        @property
        def media(self) -> Media:
            return STYLE + scripts("audio")

        def get_context_data(self, parent_context: Any = None) -> Any:
            """The audio of what readers have, whatever stands in the form."""
            published = Story.objects.filter(pk=self.instance.pk).first() or self.instance
            context = super().get_context_data(parent_context)
            return context | parts(self.request.user, published) | {"in_form": True}
