"""How the desk tells somebody that this is not theirs to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views import View


def refused(request: HttpRequest, said: str) -> HttpResponse:
    """403, in words. The page is the wire's; its own way there would read the forms of the desk too early."""
    return render(request, "wire/desk/refused.html", {"said": said}, status=403)


class ForThose(View):
    """A page for those who `may` see it; others are told `otherwise`."""

    may: Callable[[Any], bool]
    otherwise: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.may(request.user):
            return refused(request, self.otherwise)
        return super().dispatch(request, *args, **kwargs)
