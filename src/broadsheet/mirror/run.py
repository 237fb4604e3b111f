"""Follows every link of the paper and brings each file up to date."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from broadsheet.edge.press.press import PrintError
from broadsheet.mirror.errors import MirrorError
from broadsheet.mirror.files import PublicFiles
from broadsheet.mirror.folder import Folder
from broadsheet.mirror.manifest import Draft, Entry, Known
from broadsheet.mirror.report import Report
from broadsheet.mirror.rewriting.composing import Composer
from broadsheet.mirror.rewriting.edition import edition
from broadsheet.mirror.rewriting.links import FILES
from broadsheet.mirror.sources import Matter, Pages
from broadsheet.mirror.targets import FRONT, HEADLINES, NOT_FOUND, ROBOTS, SITEMAPS, Target, is_sitemap

BEGINNINGS = (FRONT, *SITEMAPS, HEADLINES, NOT_FOUND, ROBOTS)
Progress = Callable[[int, int], None]  # targets done, targets known
_FILE_PATHS = tuple(f"/{name}/" for name in FILES)


class Run:
    """One export: what it has seen, what waits for its turn, what was there before."""

    def __init__(self, folder: Folder, *, url: str, rehearsal: bool) -> None:
        self.report = Report()
        self._folder, self._url, self._rehearsal = folder, url, rehearsal
        self._edition = edition(url)
        self._known = Known(folder.manifest, edition=self._edition)
        self._before = {entry.file for entry in self._known.entries.values()} | folder.leftovers
        self._pages, self._files = Pages(url), PublicFiles()
        self._composer = Composer(self._files, url=url)
        self._numbers: dict[str, int] = {}
        self._waiting: deque[Target] = deque()
        self._places: set[str] = set()

    def manifest(self) -> AbstractContextManager[IO[str] | None]:
        return nullcontext() if self._rehearsal else self._folder.next_manifest()

    def go(self, file: IO[str] | None, progress: Progress) -> None:
        """Follow every link, then take away what is left of what is gone."""
        draft = Draft(file, url=self._url, edition=self._edition) if file else None
        for target in BEGINNINGS:
            self._number(target)
        while self._waiting:
            target = self._waiting.popleft()
            entry = self._entry(target)
            if entry and draft:
                draft.note(str(target), entry)
            progress(len(self._numbers) - len(self._waiting), len(self._numbers))
        self._remove_what_is_gone()
        if draft:
            draft.finish()

    def _entry(self, target: Target) -> Entry | None:
        """What the manifest shall say of the target, once its file is as it should be."""
        old = self._known.entries.pop(str(target), None)
        try:
            matter = self._matter(target)
        except PrintError:
            return self._as_it_was(target, old)
        if matter is None:
            return None
        self._count(target, matter)
        if old and old.etag == matter.etag and self._stands(old, target):
            return self._kept(target, old)
        return self._made(target, matter)

    def _matter(self, target: Target) -> Matter | None:
        if target == NOT_FOUND:
            return self._pages.not_found
        if target.first not in FILES:
            return self._page(target)
        file = self._files.file(target.path)
        if file is None:
            return None
        facts = file.stat()
        return Matter(f"{facts.st_size}-{facts.st_mtime_ns}", file=file)

    def _page(self, target: Target) -> Matter | None:
        """The page; where there is none for everybody, what says so, since something leads there."""
        found = self._pages.page(target)
        if found and found.moved_to:
            link = self._composer.own.link(found.moved_to, at=target)
            leads_on = link is None or link.target not in (None, target)
            found = self._pages.moved(target, found.moved_to) if leads_on else None
        return found or (self._pages.not_found if target.is_page else None)

    def _stands(self, old: Entry, target: Target) -> bool:
        """Whether its file is as it was written, and its links lead where they did."""
        if old.file and not self._folder.has(old.file, old.size):
            return False
        found_since = (self._composer.own.link(text, at=target) for text in old.missing)
        if any(link and link.target for link in found_since):
            return False
        linked = (Target(path) for path in self._known.links_of(old) if path.startswith(_FILE_PATHS))
        return all(self._files.is_there(target.path) for target in linked)

    def _kept(self, target: Target, old: Entry) -> Entry:
        self.report.unchanged += bool(old.file)
        return self._followed(target, old.etag, old.file, old.size, self._old_links(old), old.missing)

    def _as_it_was(self, target: Target, old: Entry | None) -> Entry | None:
        """Django fails: a mirror keeps what it has, and the operator is told."""
        self.report.failed.append(str(target))
        if target == FRONT and old is None:
            raise MirrorError("The front page cannot be made: “broadsheet doctor” looks closer.")
        return self._kept(target, old) if old else None

    def _made(self, target: Target, matter: Matter) -> Entry:
        if matter.file and not target.path.endswith(".css"):
            return self._copied(target, matter.etag, matter.file)
        text = matter.file.read_text() if matter.file else matter.text
        content, signs = self._composer.compose(target, text)
        self.report.missing |= {
            text: str(target) for text in signs.missing if text not in self.report.missing
        }
        place = "" if is_sitemap(target) and not self._url else target.place
        if place and self._folder.holds(place, content):
            self.report.unchanged += 1
        elif place:
            self._written(place, lambda: self._folder.write(place, content))
        return self._followed(target, matter.etag, place, len(content), signs.found, list(signs.missing))

    def _copied(self, target: Target, etag: str, file: Path) -> Entry:
        if self._folder.holds_copy(target.place, file):
            self.report.unchanged += 1
        else:
            self._written(target.place, lambda: self._folder.copy(target.place, file))
        return self._followed(target, etag, target.place, file.stat().st_size, (), [])

    def _written(self, place: str, write: Callable[[], None]) -> None:
        self.report.written += 1
        if not self._rehearsal:
            write()

    def _followed(
        self, target: Target, etag: str, file: str, size: int, links: Iterable[Target], missing: list[str]
    ) -> Entry:
        self._places.add(file)
        for text in missing:
            self.report.missing.setdefault(text, str(target))
        numbers = array("I", (self._number(link) for link in links))
        return Entry(self._number(target), etag, file, size, numbers, missing)

    def _number(self, target: Target) -> int:
        """The target's number in this run; one that is new waits for its turn."""
        name = str(target)
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._waiting.append(target)
        return self._numbers[name]

    def _old_links(self, old: Entry) -> list[Target]:
        return [_target(address) for address in self._known.links_of(old)]

    def _count(self, target: Target, matter: Matter) -> None:
        if target.is_page and matter is self._pages.not_found:
            self.report.missing.setdefault(str(target), "")
        elif target.is_page:
            self.report.pages += 1
        elif self._url or not is_sitemap(target):
            self.report.files += 1

    def _remove_what_is_gone(self) -> None:
        for place in sorted(self._before - self._places - {""}):
            if self._rehearsal or self._folder.remove(place):
                self.report.removed += 1


def _target(address: str) -> Target:
    path, _, page = address.partition("?page=")
    return Target(path, int(page) if page else 1)
