"""Pages as plain files, laid out so that a web server in front can serve them by itself.

`/harbour/ferry/` of paper.example is `paper.example/harbour/ferry/index.html`, with `.gz` and `.br` beside it
and the rest of the answer in `.json`. A page stands as long as its plain file does: that comes last and goes
first, so that nobody is served a page by half. What was taken away remains as `.last`, for the lifeboat.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
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
_UNFINISHED, _GRAVE = ".new", ".grave"
_SECOND = 1_000_000_000  # nanoseconds

Mark = tuple[int, int]  # the plain file's time in nanoseconds and its inode: other words, another mark


class Files:
    """The files of all pages below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = str(folder)

    def path(self, address: Address) -> str:
        """Where the plain file of the page stands."""
        *folders, name = address.path.split("/")[1:]
        if address.page > 1:
            name = f"page-{address.page}.html"
        return "/".join([self._root, address.host, *map(_short, folders), _short(name) or "index.html"])

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

    def write(self, path: str, sheet: Sheet, *, after: int = 0) -> None:
        """Let the page stand at `path`; its last copy goes, since there is a better one now.

        It gets a time after the second `after`. Raises `OSError` where there is no room; then all is as before.
        """
        _make_folders(Path(path).parent)
        moment = self._moment(path, after)
        parts = {path + _FACTS: sheet.facts()}
        parts |= {path + _SUFFIXES[name]: sheet.bodies[name] for name in (BROTLI, GZIP, IDENTITY)}
        # All of them are on the disk before the first takes its place: there must be room for the whole.
        written: dict[str, str] = {}
        try:
            for target, content in parts.items():
                written[target] = self._written(content, moment)
            for target, temporary in written.items():
                os.replace(temporary, target)  # noqa: PTH105
        except BaseException:
            for temporary in written.values():
                _unlink(temporary)
            raise
        self._remove(path, (LAST,))

    def put_away(self, path: str) -> None:
        """Let the page stand no more, and keep it for the lifeboat."""
        stood = _rename(path, path + LAST)
        moment = 0 if stood else _time(path + LAST)
        for part in (path + suffix for suffix in _GOING[1:]):
            # Without the plain file, what a process that died has left may be of another page than the last copy.
            if stood or (moment and _time(part) == moment):
                _rename(part, part + LAST)
            else:
                _unlink(part)

    def remove(self, path: str) -> int:
        """Leave nothing of the page; returns the second of the youngest copy."""
        second = self._second(path)
        self._remove(path, ("", LAST))
        return second

    def sweep(self) -> None:
        """Remove what processes that died have begun; only for the one process that may write now."""
        with suppress(FileNotFoundError), os.scandir(self.folder / _UNFINISHED) as entries:
            for entry in entries:
                _unlink(entry.path)

    def throw_away(self) -> None:
        """Leave nothing of any page."""
        with suppress(FileNotFoundError):
            for name in os.listdir(self.folder):  # noqa: PTH208  # a list: it changes while we go
                if not name.startswith("."):
                    (self.folder / name).rename(self.folder / f"{_GRAVE}-{secrets.token_hex(6)}")
        for grave in self.folder.glob(f"{_GRAVE}-*"):
            shutil.rmtree(grave, ignore_errors=True)
        self.sweep()

    def _remove(self, path: str, ends: tuple[str, ...]) -> None:
        for end in ends:
            for suffix in _GOING:
                _unlink(path + suffix + end)

    def _moment(self, path: str, after: int) -> int:
        """The time to give the files, in nanoseconds: in a later second than any copy before.

        A web server makes its ETag from the second and the size: two versions must never share one. What follows
        the second is random, so that no two files have the same mark even where an inode is given out again.
        """
        second = max(int(time.time()), max(self._second(path), after) + 1)
        return second * _SECOND + secrets.randbelow(_SECOND)

    def _second(self, path: str) -> int:
        return max(_time(path), _time(path + LAST)) // _SECOND

    def _written(self, content: bytes, moment: int) -> str:
        """A new file with the whole of `content`, to be put into its place."""
        folder = self.folder / _UNFINISHED
        folder.mkdir(mode=0o700, exist_ok=True)
        file = str(folder / secrets.token_hex(8))
        try:
            with open(file, "wb") as opened:  # noqa: PTH123
                os.fchmod(opened.fileno(), 0o644)
                opened.write(content)
            os.utime(file, ns=(moment, moment))
        except BaseException:
            _unlink(file)
            raise
        return file


def _short(name: str) -> str:
    """`name`, or a shorter one where the file system would refuse it."""
    if len(name) * 4 <= _LONGEST_NAME:  # no letter takes more
        return name
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


def _time(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116
    except OSError:
        return 0


def _rename(path: str, to: str) -> bool:
    """Returns whether there was such a file, and there is one at `to` now."""
    try:
        os.rename(path, to)  # noqa: PTH104
    except FileNotFoundError:
        return False
    except OSError:  # no room for another name: better no last copy than a page that stands
        _unlink(path)
        return False
    return True


def _unlink(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108
