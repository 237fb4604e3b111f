"""How far an edition is, for the bar's script."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from broadsheet.delivery.models import Dispatch
from broadsheet.newsletters.rights import may_see_editions
from broadsheet.newsletters.sending.standing import standing_of


@require_safe
@never_cache
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Its standing as JSON."""
    if not may_see_editions(request.user):
        return JsonResponse({"error": "Editions are for editors."}, status=403)
    dispatch = get_object_or_404(Dispatch.objects.defer("message"), edition=pk)
    return JsonResponse(standing_of(dispatch).as_dict())
