"""An editor's rich text as it can stand in a mail."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from broadsheet.kit.html import clean
from broadsheet.pages.links import resolved
from broadsheet.syndication.addresses import public

SCHEMES = ("http://", "https://", "mailto:", "tel:")


def mail_html(source: str) -> SafeString:
    """The stored text `source` as well-formed HTML (MJML is XML), its links whole addresses.

    A link to what readers cannot open keeps its words and loses its address.
    """
    soup = BeautifulSoup(clean(expand_db_html(resolved([source])[0])), "html.parser")
    for link in soup.find_all("a"):
        address = whole_address(str(link.get("href") or ""))
        if address:
            link.attrs = {"href": address}
        else:
            link.unwrap()
    return mark_safe(str(soup))  # noqa: S308  # cleaned, and escaped anew by the parser


def whole_address(href: str) -> str:
    """Where a link of a mail leads; nothing for a place within a page, which a mail does not have."""
    if href.startswith("/"):
        return public(href)
    return href if href.lower().startswith(SCHEMES) else ""
