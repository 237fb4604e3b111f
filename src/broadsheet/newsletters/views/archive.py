"""Editions that were sent, for readers of the web and of feeds."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note
from broadsheet.newsletters.archive import around
from broadsheet.newsletters.archive.feed import as_rss, changed_at
from broadsheet.newsletters.archive.pieces import pieces_of
from broadsheet.newsletters.freshness import archive_of
from broadsheet.newsletters.models import Edition, Newsletter
from broadsheet.newsletters.rights import may_see_editions
from broadsheet.pages.models import Newsroom
from broadsheet.pages.staff import signed_in
from broadsheet.syndication.conditional import answer

IN_FEED = 20


@require_safe
def edition(request: HttpRequest, newsletter: str, slug: str) -> HttpResponse:
    """One edition; one that was not sent, or is kept out of the archive, is not there."""
    archive = Edition.objects.in_archive().select_related("newsletter__host")
    found = archive.filter(newsletter__slug=newsletter, slug=slug).first()
    if found is None:
        raise Http404("There is no such edition.")
    context = {
        "edition": found,
        "newsletter": found.newsletter,
        "pieces": pieces_of(found),
        "earlier": around.earlier(found),
        "later": around.later(found),
        "edit_url": _desk_url(request, found),
    }
    return render(request, "newsletters/edition.html", context)


@require_safe
def feed(request: HttpRequest, newsletter: str) -> HttpResponseBase:
    """The newest editions as RSS 2.0."""
    found = get_object_or_404(Newsletter, slug=newsletter)
    note(archive_of(found.pk))
    editions = list(found.editions.in_archive().select_related("newsletter__host")[:IN_FEED])
    text = as_rss(found, editions, Newsroom.for_request(request))
    return answer(request, text, content_type="application/rss+xml", changed_at=changed_at(editions))


def _desk_url(request: HttpRequest, edition: Edition) -> str:
    user = signed_in(request)
    if user is None or not may_see_editions(user):
        return ""
    return reverse("newsletters_sending:edition", args=[edition.pk])
