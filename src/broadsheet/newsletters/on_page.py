"""What a page needs to know of newsletters, asked for once however many forms stand on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from broadsheet.edge.recording import note
from broadsheet.edge.tags import list_tag
from broadsheet.newsletters.models import Newsletter

_PLACE = "_newsletters_on_page"


@dataclass(slots=False)
class OnPage:
    """Of one request: which newsletters are open, and how many forms have been shown."""

    path: str = ""
    forms: int = field(default=0)

    @cached_property
    def open(self) -> list[Newsletter]:
        """Those that take subscribers, with their hosts, in the editors' order."""
        note(list_tag(Newsletter))
        return list(Newsletter.objects.open().select_related("host"))

    def named(self, pk: int | None) -> Newsletter | None:
        """The open newsletter with this id."""
        return next((one for one in self.open if one.pk == pk), None)

    def of(self, hosts: Iterable[Any]) -> Newsletter | None:
        """The first that one of `hosts` (authors) gives, else the first of all."""
        wanted = {host.pk for host in hosts}
        hosted = (one for one in self.open if one.host_id in wanted)
        return next(hosted, None) or next(iter(self.open), None)


def on_page(request: HttpRequest | None) -> OnPage:
    """What belongs to this request; without one, as in a feed, to nobody."""
    if request is None:
        return OnPage()
    found: OnPage | None = getattr(request, _PLACE, None)
    if found is None:
        found = OnPage(path=request.path)
        setattr(request, _PLACE, found)
    return found
