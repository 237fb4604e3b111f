"""Pages as plain files, laid out so that a web server in front can serve them by itself.

`/harbour/ferry/` of paper.example is `paper.example/harbour/ferry/index.html`, with `.gz` and `.br` beside it
and the rest of the answer in `.json`. A page stands as long as its plain file does: that comes last and goes
first, so that nobody is served a page by half. What was taken away remains as `.last`, for the lifeboat.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.sheet import BROTLI, GZIP, IDENTITY, Sheet

LAST = ".last"
_SUFFIXES = {IDENTITY: "", GZIP: ".gz", BROTLI: ".br"}
_FACTS = ".json"
_GOING = ("", ".gz", ".br", _FACTS)  # the plain file first
_LONGEST_NAME = 200  # bytes; most file systems take 255

Mark = tuple[int, int]  # the plain file's time in nanoseconds and its inode: other words, another mark


class Files:
    """The files of all pages below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, address: Address) -> str:
        """Where the plain file of the page stands."""
        *folders, name = address.path.split("/")[1:]
        if address.page > 1:
            name = f"page-{address.page}.html"
        return os.path.join(self.folder, address.host, *map(_short, folders), _short(name) or "index.html")  # noqa: PTH118

    def mark(self, path: str) -> Mark | None:
        """What a page that stands is known by; None where none stands."""
        try:
            facts = os.stat(path)  # noqa: PTH116  # asked for every page served
        except OSError:
            return None
        return facts.st_mtime_ns, facts.st_ino

    def read(self, path: str, *, last: bool = False) -> Sheet | None:
        """The page that stands at `path`, or its last copy; None if it is not there, or not whole."""
        end = LAST if last else ""
        try:
            bodies = {name: _bytes(path + suffix + end) for name, suffix in _SUFFIXES.items()}
            return Sheet.read(_bytes(path + _FACTS + end), bodies)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, path: str, sheet: Sheet) -> None:
        """Let the page stand at `path`; its last copy goes, since there is a better one now.

        Raises `OSError` where there is no room; then no page stands.
        """
        _make_folders(Path(path).parent)
        moment = self._moment(path)
        parts = {path + _FACTS: sheet.facts()}
        parts |= {path + _SUFFIXES[name]: sheet.bodies[name] for name in (BROTLI, GZIP, IDENTITY)}
        for target, content in parts.items():
            _place(target, content, moment)
        self._remove(path, (LAST,))

    def put_away(self, path: str) -> None:
        """Let the page stand no more, and keep it for the lifeboat."""
        for suffix in _GOING:
            with suppress(FileNotFoundError):
                os.rename(path + suffix, path + suffix + LAST)  # noqa: PTH104

    def remove(self, path: str) -> None:
        """Leave nothing of the page."""
        self._remove(path, ("", LAST))

    def _remove(self, path: str, ends: tuple[str, ...]) -> None:
        for end in ends:
            for suffix in _GOING:
                with suppress(FileNotFoundError):
                    os.unlink(path + suffix + end)  # noqa: PTH108

    def _moment(self, path: str) -> int:
        """The time to give the files: whole seconds, later than any copy before.

        A web server makes its ETag from time and size: two versions must never share one.
        """
        before = 0
        for end in ("", LAST):
            with suppress(OSError):
                before = max(before, int(os.stat(path + end).st_mtime))  # noqa: PTH116
        return max(int(time.time()), before + 1)


def _short(name: str) -> str:
    """`name`, or a shorter one where the file system would refuse it."""
    encoded = name.encode()
    return name if len(encoded) <= _LONGEST_NAME else f"~{hashlib.sha256(encoded).hexdigest()[:40]}"


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def _make_folders(folder: Path) -> None:
    """Make what is missing. Everybody may read these: the server in front is another user."""
    if not folder.is_dir():
        _make_folders(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
            folder.chmod(0o755)


def _place(target: str, content: bytes, moment: int) -> None:
    """Put the whole of `content` at `target`, or nothing."""
    temporary = f"{target}.{secrets.token_hex(6)}.new"
    try:
        with open(temporary, "wb") as file:  # noqa: PTH123
            os.fchmod(file.fileno(), 0o644)
            file.write(content)
        os.utime(temporary, (moment, moment))
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
