"""A page within the paper's frame, or, while the database is away, within a bare one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from broadsheet.edge.distress import is_database_doubtful
from broadsheet.edge.spool.deed import TROUBLE
from broadsheet.edge.spool.errors import DatabaseAwayError

PAPER, BARE = "newsletters/frames/paper.html", "newsletters/frames/bare.html"
Found = TypeVar("Found")


def framed(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
    bare: bool = False,
) -> HttpResponse:
    """The template, which extends `frame`. With `bare`, nothing is asked of the database in any case."""
    words = context or {}
    if not bare and not is_database_doubtful():
        try:
            return render(request, template, words | {"frame": PAPER}, status=status)
        except TROUBLE:
            pass  # it went away while the frame was made
    return render(request, template, words | {"frame": BARE}, status=status)


def from_database(ask: Callable[[], Found]) -> Found:
    """What `ask` finds; raises `DatabaseAwayError` where the database does not answer, or is known not to."""
    if is_database_doubtful():
        raise DatabaseAwayError("It was away a moment ago.")
    try:
        return ask()
    except TROUBLE as error:
        raise DatabaseAwayError(str(error)) from error
