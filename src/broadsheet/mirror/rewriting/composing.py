"""Makes the bytes of a file from what stands at a target."""

from __future__ import annotations

from broadsheet.mirror.files import PublicFiles
from broadsheet.mirror.rewriting.links import OwnHost
from broadsheet.mirror.rewriting.machines import xml
from broadsheet.mirror.rewriting.pages import Page
from broadsheet.mirror.rewriting.signposts import Signposts
from broadsheet.mirror.rewriting.styles import styles
from broadsheet.mirror.targets import NOT_FOUND, ROBOTS, Target


class Composer:
    """Makes files for a mirror that will stand at `url`, if that is known."""

    def __init__(self, files: PublicFiles, *, url: str = "") -> None:
        self._files = files
        self._url = url
        self.own = OwnHost(files.is_there)

    def compose(self, target: Target, text: str) -> tuple[bytes, Signposts]:
        """The file's bytes, and where its links lead."""
        # A host shows it at any address that is not there, so that nothing in it can be relative.
        signs = Signposts(self.own, target, self._url, whole=target == NOT_FOUND)
        if target.is_page or target == NOT_FOUND:
            text = Page(text, signs, self._is_module).rewritten()
        elif target.path.endswith(".css"):
            text = styles(text, signs.part)
        elif target != ROBOTS:
            text = xml(text, signs)
        return text.encode(), signs

    def _is_module(self, src: str) -> bool:
        link = self.own.link(src, at=Target("/"))
        return bool(link and link.target and self._files.is_module(link.target.path))
