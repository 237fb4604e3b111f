"""The sign-up form, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from broadsheet.newsletters.door.guard import TRAP
from broadsheet.newsletters.models import Newsletter
from broadsheet.newsletters.on_page import OnPage, on_page
from broadsheet.newsletters.structured_data import periodical
from broadsheet.newsletters.wording import FOR_SCRIPT, SIGN_UP
from broadsheet.syndication.structured_data import script

register = template.Library()

FORM = "newsletters/components/sign_up_form.html"


@register.simple_tag(takes_context=True)
def sign_up_form(context: Context, newsletter: Newsletter, *, place: str) -> SafeString:
    """The form of one newsletter. `place`: story, column, front, footer, block or page."""
    return _form(_page(context), place, newsletters=[newsletter])


@register.simple_tag(takes_context=True)
def sign_up_form_for_all(context: Context, newsletters: list[Newsletter]) -> SafeString:
    """One form for any choice of them."""
    return _form(_page(context), "all", newsletters=newsletters)


@register.simple_tag(takes_context=True)
def sign_up_once(context: Context, *, place: str, hosts: Iterable[Any] = ()) -> SafeString:
    """The form of a newsletter that one of `hosts` gives, else of the first, unless the page shows a form already."""
    page = _page(context)
    newsletter = None if page.forms else page.of(hosts or ())
    return _form(page, place, newsletters=[newsletter]) if newsletter else SafeString()


@register.simple_tag(takes_context=True)
def sign_up_in_body(context: Context, pk: int | None) -> SafeString:
    """The form of the newsletter with this id, as a part of a text; nothing while it takes no subscribers."""
    page = _page(context)
    newsletter = page.named(pk)
    return _form(page, "block", newsletters=[newsletter]) if newsletter else SafeString()


@register.simple_tag(takes_context=True)
def newsletter_data(context: Context, newsletter: Newsletter) -> SafeString:
    """JSON-LD of a newsletter's page."""
    return script([periodical(newsletter, context["newsroom"])])


def _form(page: OnPage, place: str, *, newsletters: list[Newsletter]) -> SafeString:
    page.forms += 1
    return render_to_string(
        FORM,
        {
            "place": place,
            "newsletters": newsletters,
            "newsletter": newsletters[0],
            "chooses": place == "all",
            "has_others": place not in ("all", "page") and len(page.open) > 1,
            "id": f"sign-up-{page.forms}",
            "path": page.path,
            "wording": SIGN_UP,
            "words": FOR_SCRIPT,
            "trap": TRAP,
        },
    )


def _page(context: Context) -> OnPage:
    # A component that is included with `only` has the request beside its context, a body block within it.
    request: HttpRequest | None = getattr(context, "request", None) or context.get("request")
    return on_page(request)
