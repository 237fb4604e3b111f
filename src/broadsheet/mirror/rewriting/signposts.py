"""Writes the links of one file anew."""

from __future__ import annotations

from urllib.parse import quote

from broadsheet.mirror.rewriting.links import Link, OwnHost
from broadsheet.mirror.targets import NOT_FOUND, Target, reference


class Signposts:
    """The links of the file at `at`: `found` are the targets that they lead to.

    `missing` are the paths that lead to nothing. `url` is where the mirror will stand, with a slash at its end; empty
    where nobody knows. With `whole`, all links are whole addresses, if it is known.
    """

    def __init__(self, own: OwnHost, at: Target, url: str = "", *, whole: bool = False) -> None:
        self.own, self.at, self.url = own, at, url
        self.found: dict[Target, None] = {}
        self.missing: dict[str, None] = {}
        self._whole = whole and bool(url)
        self._known: dict[Target, str] = {}

    def link(self, text: str) -> str:
        """A link that a reader follows; what is not there leads to the page that says so."""
        link = self.own.link(text, at=self.at)
        return self._written(self._noted(link) or NOT_FOUND, link) if link else text

    def part(self, text: str) -> str:
        """Something shown with the page. What is not there stays where it would be, for the checker to find."""
        link = self.own.link(text, at=self.at)
        if link is None:
            return text
        return self._written(self._noted(link) or Target(_bare(text)), link)

    def whole(self, text: str) -> str:
        """The whole address at which it will stand; empty where nobody knows. Foreign addresses stay."""
        link = self.own.link(text, at=self.at)
        if link is None:
            return text
        target = self._noted(link) if self.url else link.target
        return self._at_url(target or NOT_FOUND, link) if self.url else ""

    def for_machines(self, text: str) -> str:
        """A link in a feed: whole where the mirror's address is known, else from the feed."""
        return self.whole(text) if self.url else self.link(text)

    def _noted(self, link: Link) -> Target | None:
        if link.target is None:
            self.missing[link.path] = None
        else:
            self.found[link.target] = None
        return link.target

    def _written(self, target: Target, link: Link) -> str:
        if self._whole:
            return self._at_url(target, link)
        if target not in self._known:
            self._known[target] = reference(target.place, at=self.at.place)
        return self._known[target] + (f"#{link.fragment}" if link.fragment else "")

    def _at_url(self, target: Target, link: Link) -> str:
        return f"{self.url}{quote(target.place)}" + (f"#{link.fragment}" if link.fragment else "")


def _bare(text: str) -> str:
    """The path of something that is not there, as far as it can be one."""
    path = text.partition("?")[0].partition("#")[0]
    words = [word for word in path.split("/") if word not in ("", ".", "..") and ":" not in word]
    return "/" + "/".join(words)
