"""How the desk tells somebody that this is not theirs to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refused(request: HttpRequest, said: str) -> HttpResponse:
    """403, in words. The page is the wire's; its own way there would read the forms of the desk too early."""
    return render(request, "wire/desk/refused.html", {"said": said}, status=403)
