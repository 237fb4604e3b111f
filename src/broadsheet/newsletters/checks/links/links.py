"""The links that an editor has set in an edition."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.conf import settings

from broadsheet.kit.excerpt import cut
from broadsheet.newsletters.checks.finding import Proof
from broadsheet.pages.links import resolved

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and where they lead."""

    words: str
    address: str

    @property
    def shown(self) -> str:
        """The link for somebody who has to find it."""
        return f"“{cut(self.words, length=LONGEST_SHOWN)}” ({cut(self.address, length=LONGEST_SHOWN)})"

    @property
    def is_ours(self) -> bool:
        """Whether it leads to the paper."""
        return urlsplit(self.address).netloc.lower() == urlsplit(settings.PUBLIC_URL).netloc.lower()

    @property
    def is_web(self) -> bool:
        """Whether it leads to a page, and not to a mailbox or a telephone."""
        return self.address.startswith(("http://", "https://"))


def links_in(proof: Proof) -> list[Link]:
    """Each address once. What moving blocks link was looked up just now, and is not in it."""
    found: dict[str, Link] = {}
    for part in proof.parts:
        if part.kind == "button":
            found.setdefault(part.data["url"], Link(part.data["label"], part.data["url"]))
        for link in BeautifulSoup(part.data.get("html", ""), "html.parser").find_all("a"):
            found.setdefault(str(link["href"]), Link(link.get_text(" ", strip=True), str(link["href"])))
    return list(found.values())


def closed_links_in(proof: Proof) -> list[str]:
    """The words of links to pages of the paper that readers cannot open, so that they are no links in the mail."""
    sources = []
    for child in proof.edition.body:
        value = child.value["text"] if child.block_type == "quote" else child.value
        sources += [value.source] if child.block_type in ("text", "quote") else []
    return [words for source in sources for words in _closed(source)]


def _closed(source: str) -> list[str]:
    soup = BeautifulSoup(resolved([source])[0], "html.parser")
    dead = (link for link in soup.find_all("a") if not link.get("href") and link.get("linktype") is None)
    return [link.get_text(" ", strip=True) for link in dead]
