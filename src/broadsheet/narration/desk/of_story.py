"""What all pages about the audio of one story share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.forms.widgets import Script
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from broadsheet.narration.desk.rights import may_decide, may_work_on
from broadsheet.news.models import Story

STYLE = Media(css={"all": ["narration/desk/audio.css", "narration/desk/script.css"]})


def scripts(*names: str) -> Media:
    """Some of our scripts, run when the page is there. Once each: two sets are compared by their addresses."""
    files = [Script(f"narration/desk/{name}.js", defer=True) for name in names]
    return Media(js=files)  # type: ignore[arg-type]  # the stubs know addresses alone


class OfStory(WagtailAdminTemplateMixin, View):
    """A page of the desk about the story that its address names, for those who `may` see it."""

    may: Callable[[Any, Story], bool] = staticmethod(may_work_on)
    header_icon = "media"
    media = STYLE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.may(request.user, self.story):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def story(self) -> Story:
        """The story as readers have it, with what is known of its audio."""
        return get_object_or_404(Story, pk=self.kwargs["story"])

    @property
    def may_decide(self) -> bool:
        """Whether this is somebody who publishes the story."""
        return may_decide(self.request.user, self.story)

    def get_page_subtitle(self) -> str:
        return self.story.headline

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        form = {"url": reverse("wagtailadmin_pages:edit", args=[self.story.pk]), "label": self.story.headline}
        own = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, form, *self.between(), own]

    def between(self) -> list[dict[str, Any]]:
        """What lies between the story and this page."""
        audio = reverse("narration_desk:audio", args=[self.story.pk])
        return [{"url": audio, "label": "Audio"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"story": self.story, "may_decide": self.may_decide, "media": self.media}
        return super().get_context_data(**kwargs) | own


class ToDecide(OfStory):
    """A page for those who publish the story."""

    may = staticmethod(may_decide)
