"""Links to the paper's own pages: looked up, without asking a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.urls import ResolverMatch, resolve
from django.urls.exceptions import Resolver404
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from broadsheet.news.models import Author, Topic
from broadsheet.newsletters.checks.finding import Finding, Proof, stop, warn
from broadsheet.newsletters.checks.links.links import closed_links_in, links_in
from broadsheet.newsletters.models import Edition, Newsletter
from broadsheet.pages.querysets import private
from broadsheet.wire.models import WireItem


def check(proof: Proof) -> Iterator[Finding]:
    """Every link to the paper leads to something that readers can read."""
    for link in links_in(proof):
        if link.is_web and link.is_ours and not leads_somewhere(link.address):
            yield stop(f"The link {link.shown} leads to nothing in the paper: correct it or take it out.")
    for words in closed_links_in(proof):
        yield warn(
            f"The page behind “{words}” cannot be read, so the words stand without a link. Publish it first."
        )


def leads_somewhere(address: str) -> bool:
    """Whether readers find something at this address of the paper."""
    path = unquote(urlsplit(address).path) or "/"
    if "\x00" in path:
        return False
    if path.startswith(settings.MEDIA_URL):
        return _is_file(path.removeprefix(settings.MEDIA_URL))
    if path.startswith((settings.STATIC_URL, "/desk/")):
        return path.startswith(settings.STATIC_URL)  # the desk is for no reader
    # Django adds a slash that is missing.
    return any(_is_page(one) for one in dict.fromkeys((path, f"{path.rstrip('/')}/"))) or _is_redirected(path)


def _is_page(path: str) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    look = _ROWS.get(match.view_name)
    if look is not None:
        return look(match)
    return _is_published(path) if match.view_name in _TREE else True


def _is_published(path: str) -> bool:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return False
    place = f"{site.root_page.url_path.rstrip('/')}/{path.strip('/')}/".replace("//", "/")
    return Page.objects.live().exclude(private()).filter(url_path=place).exists()


def _is_redirected(path: str) -> bool:
    return Redirect.objects.filter(old_path=Redirect.normalise_path(path)).exists()


def _is_file(name: str) -> bool:
    try:
        return default_storage.exists(name)
    except (SuspiciousOperation, OSError, ValueError):
        return False


def _row(model: Any, **fields: str) -> Callable[[ResolverMatch], bool]:
    """Whether there is a row whose fields are what the address says."""

    def look(match: ResolverMatch) -> bool:
        return bool(
            model.objects.filter(**{name: match.kwargs[key] for name, key in fields.items()}).exists()
        )

    return look


# Addresses behind which a row may be missing; what is not among them is there as soon as it has an address.
_ROWS: dict[str, Callable[[ResolverMatch], bool]] = {
    "news:author": _row(Author, slug="slug"),
    "news:topic": _row(Topic, slug="slug"),
    "newsletters:newsletter": _row(Newsletter, slug="slug"),
    "newsletters:edition": lambda match: (
        Edition.objects.in_archive()
        .filter(newsletter__slug=match.kwargs["newsletter"], slug=match.kwargs["slug"])
        .exists()
    ),
    "wire:item": lambda match: WireItem.objects.visible().filter(pk=match.kwargs["pk"]).exists(),
    "wagtaildocs_serve": lambda match: get_document_model().objects.filter(pk=match.args[0]).exists(),
}
_TREE = ("broadsheet.news.views.story.serve", "wagtail_serve")
