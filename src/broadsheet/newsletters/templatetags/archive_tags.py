"""The archive on a newsletter's own page, and the head of an edition's."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.template import Context
from django.utils.safestring import SafeString

from broadsheet.newsletters.archive.listing import editions_of
from broadsheet.newsletters.archive.structured_data import article
from broadsheet.newsletters.models import Edition, Newsletter
from broadsheet.syndication.structured_data import script

register = template.Library()


@register.simple_tag(takes_context=True)
def archived_editions(context: Context, newsletter: Newsletter) -> Page[Any]:
    """The page of the archive that the request asks for."""
    return editions_of(newsletter, context["request"])


@register.simple_tag(takes_context=True)
def edition_data(context: Context, edition: Edition) -> SafeString:
    """JSON-LD of an edition's page."""
    return script([article(edition, context["newsroom"])])
