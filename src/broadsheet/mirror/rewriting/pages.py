"""A page as a file: its links relative, its forms replaced, its policy in itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from broadsheet.mirror.rewriting.machines import structured_data
from broadsheet.mirror.rewriting.policy import policy_tag
from broadsheet.mirror.rewriting.sets import candidates
from broadsheet.mirror.rewriting.signposts import Signposts
from broadsheet.mirror.rewriting.tags import Tag, tags_of, written
from broadsheet.mirror.targets import HEADLINES

_FOLLOWED = {"a", "area", "form", "button", "iframe", "blockquote", "q", "ins", "del"}
LINKS = {
    "href", "src", "poster", "action", "formaction", "data", "cite", "longdesc", "background", "xlink:href",
}  # fmt: skip
SETS = {"srcset", "imagesrcset"}
# Both need an answer that allows them: no disk gives one, and what we rewrite is another file than was signed.
_NEED_A_SERVER = ("crossorigin", "integrity")


class Page:
    """One page being rewritten. `is_module` says of a script's address whether it imports others."""

    def __init__(self, text: str, signs: Signposts, is_module: Callable[[str], bool]) -> None:
        self._text = text
        self._signs = signs
        self._is_module = is_module

    def rewritten(self) -> str:
        """The whole page."""
        parts, end = [], 0
        tags = iter(tags_of(self._text))
        for tag in tags:
            parts.append(self._words(self._text[end : tag.start]))
            new, end = self._tag(tag, tags)
            parts.append(self._text[tag.start : end] if new is None else new)
        return "".join([*parts, self._text[end:]])

    def _words(self, words: str) -> str:
        """Text that is nothing but an address of ours, as stands under a printed story; other words stay."""
        address = words.strip()
        if "//" not in address or " " in address or not self._signs.own.is_absolute(address):
            return words
        return words.replace(address, self._signs.whole(address) or urlsplit(address).path)

    def _tag(self, tag: Tag, rest: Iterator[Tag]) -> tuple[str | None, int]:
        """What stands instead of the tag, and up to where; None for what stays as it is."""
        if tag.ends:
            return None, tag.stop
        if tag.name == "form" and self._signs.own.link(
            tag.get("action") or str(self._signs.at), at=self._signs.at
        ):
            return self._instead_of_form(tag), _end_of(tag, rest)
        if tag.name == "script" and "data-needs-server" in tag.attributes:
            return "", _end_of(tag, rest)
        if tag.name == "script" and tag.get("type") == "application/ld+json":
            return self._structured_data(tag, end := next(rest, tag)), end.stop
        if tag.name == "meta":
            return self._meta(tag), tag.stop
        if tag.name == "link" and (new := self._head_link(tag)) is not None:
            return new, tag.stop
        return (written(tag), tag.stop) if self._rewrite(tag) else (None, tag.stop)

    def _instead_of_form(self, tag: Tag) -> str:
        """Nobody answers a form here. The search has a list instead of it."""
        link = self._signs.own.link(tag.get("action"), at=self._signs.at)
        if link is None or link.target is None or link.target.path != HEADLINES.path:
            return ""
        return f'<p><a href="{self._signs.link(HEADLINES.path)}">All headlines</a></p>'

    def _structured_data(self, tag: Tag, end: Tag) -> str:
        data = structured_data(self._text[tag.stop : end.start], self._signs)
        return f"{written(tag)}{data}</script>" if data else ""

    def _meta(self, tag: Tag) -> str | None:
        """Whole addresses follow the mirror, or go where nobody knows its address."""
        if "charset" in tag.attributes:
            return f"{written(tag)}\n    {policy_tag()}"
        if tag.get("http-equiv").lower() == "refresh":
            return self._refresh(tag)
        if tag.get("property").startswith("og:image:") and not self._signs.url:
            return ""
        if not self._signs.own.is_absolute(tag.get("content")):
            return None
        tag.attributes["content"] = self._signs.whole(tag.get("content"))
        return written(tag) if tag.get("content") else ""

    def _refresh(self, tag: Tag) -> str:
        after, url, address = tag.get("content").partition("url=")
        tag.attributes["content"] = f"{after}{url}{self._signs.link(address)}"
        return written(tag)

    def _head_link(self, tag: Tag) -> str | None:
        rel = tag.get("rel").lower().split()
        # From a disk a browser refuses to fetch a font ahead, and then says so to the reader's console.
        if "preload" in rel and tag.get("as") == "font":
            return ""
        if "canonical" in rel and self._signs.own.link(tag.get("href"), at=self._signs.at):
            tag.attributes["href"] = self._signs.whole(tag.get("href"))
            return written(tag) if tag.get("href") else ""
        return None

    def _rewrite(self, tag: Tag) -> bool:
        """Write the links of `tag` anew; whether that changed anything."""
        before = dict(tag.attributes)
        internal = False
        for name, value in before.items():
            if value and (new := self._attribute(tag, name, value)) != value:
                tag.attributes[name], internal = new, True
        if internal:
            for name in _NEED_A_SERVER:
                tag.attributes.pop(name, None)
            self._plain_script(tag, before.get("src") or "")
        return tag.attributes != before

    def _attribute(self, tag: Tag, name: str, value: str) -> str:
        point = self._signs.link if tag.name in _FOLLOWED else self._signs.part
        if tag.name == "link" and tag.get("rel").lower() in ("alternate", "next", "prev", "author", "search"):
            point = self._signs.link
        if name in LINKS:
            return point(value)
        if name in SETS:
            return ", ".join(
                f"{self._signs.part(address)} {size}".strip() for address, size in candidates(value)
            )
        if name.startswith("data-") and (value.startswith("/") or self._signs.own.is_absolute(value)):
            return self._signs.link(value)
        return value

    def _plain_script(self, tag: Tag, src: str) -> None:
        """A browser loads no module from a disk; one that stands alone runs as well without being one."""
        if tag.name == "script" and tag.get("type") == "module" and not self._is_module(src):
            del tag.attributes["type"]
            tag.attributes["defer"] = None


def _end_of(tag: Tag, rest: Iterator[Tag]) -> int:
    """Where the element ends that `tag` begins; forms do not nest."""
    end = next((other for other in rest if other.ends and other.name == tag.name), tag)
    return end.stop
