"""The News Feed's own pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from broadsheet.wire.models import WireItem


@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item, for a link that stays."""
    get_object_or_404(WireItem.objects.visible(), pk=pk)
    return HttpResponse()
