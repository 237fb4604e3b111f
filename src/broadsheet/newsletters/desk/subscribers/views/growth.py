"""How a newsletter grows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property

from broadsheet.newsletters.desk.refusing import refused
from broadsheet.newsletters.desk.subscribers.page import STYLE, ReadersPage
from broadsheet.newsletters.desk.subscribers.rights import NOT_YOURS, may_see_growth
from broadsheet.newsletters.growth.plotting import growth_plots
from broadsheet.newsletters.growth.spans import CHOICES, DEFAULT
from broadsheet.newsletters.models import Newsletter
from broadsheet.newsletters.plots import STYLE as PLOT_STYLE


class GrowthPage(ReadersPage):
    """Two plots; over how long stands in the address."""

    may = staticmethod(may_see_growth)
    page_title = "Growth"
    header_icon = "order-up"
    template_name = "newsletters/desk/subscribers/growth.html"
    media = STYLE + PLOT_STYLE

    @cached_property
    def newsletter(self) -> Newsletter:
        return get_object_or_404(Newsletter, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.newsletter)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("since", DEFAULT)
        choice = asked if asked in CHOICES else DEFAULT
        return super().get_context_data(**kwargs) | {
            "newsletter": self.newsletter,
            "newsletters": Newsletter.objects.all(),
            "choices": CHOICES,
            "choice": choice,
            "plots": growth_plots(self.newsletter, choice),
        }


def of_first(request: HttpRequest) -> HttpResponse:
    """The page of the first newsletter; the way to make one, where there is none."""
    if not may_see_growth(request.user):
        return refused(request, NOT_YOURS)
    first = Newsletter.objects.first()
    return redirect("subscribers_desk:growth", first.pk) if first else redirect("newsletters_lists:list")
