"""What is made of a paper's pages is made once in a while; other tests that have the very same rows get a copy."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.edge.paper import SmallPaper


class Edition:
    """A folder that was made of a small paper: its stored pages, or its mirror."""

    def __init__(self) -> None:
        self._paper: tuple[object, ...] = ()
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def lay_out(self, paper: SmallPaper, place: Path) -> bool:
        """Put a copy at `place`, where there is nothing yet; whether there was one of this very paper."""
        if self._folder is None or self._paper != _known_by(paper):
            return False
        shutil.copytree(self._folder.name, place, symlinks=True)
        return True

    def take(self, paper: SmallPaper, folder: Path) -> None:
        """Keep a copy of what was made of this paper."""
        if self._folder is not None:
            self._folder.cleanup()
        self._folder, self._paper = (
            tempfile.TemporaryDirectory(prefix="broadsheet-edition-"),
            _known_by(paper),
        )
        shutil.copytree(folder, self._folder.name, symlinks=True, dirs_exist_ok=True)


def _known_by(paper: SmallPaper) -> tuple[object, ...]:
    """What no other paper has: its numbers, and when its parts were published, to the millionth of a second."""
    stories = (paper.lead, paper.picked, paper.story, paper.carded, paper.other)
    items = (paper.item, paper.pinned, paper.alarm)
    return (
        *((story.pk, story.last_published_at) for story in stories),
        *((item.pk, item.posted_at) for item in items),
    )
