"""The copy of `wp-content/uploads` that the operator hands in. Nothing outside it is ever read."""

from __future__ import annotations

from pathlib import Path

from broadsheet.imports.wordpress.addresses import SIZE_SUFFIX, path_of


class MediaFolder:
    """Finds the file behind an address of the old site."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder.resolve() if folder else None

    def find(self, *names: str) -> Path | None:
        """The first file that one of the names leads to: an address, or a path below the uploads folder.

        Of a name's path the longest ending that exists counts, so that the folder may be the uploads or stand
        above them. A resized copy (`boat-300x200.jpg`) also finds its original. Links and `..` that lead
        outside lead nowhere.
        """
        if self._folder is None:
            return None
        for name in names:
            parts = _parts(name)
            for candidate in (_with_name(parts, SIZE_SUFFIX.sub("", parts[-1])), parts) if parts else ():
                for start in range(len(candidate)):
                    if file := self._file(candidate[start:]):
                        return file
        return None

    def _file(self, parts: list[str]) -> Path | None:
        assert self._folder is not None  # noqa: S101  find() has looked
        try:
            file = self._folder.joinpath(*parts).resolve()
            is_inside = file.is_relative_to(self._folder)
            return file if is_inside and file.is_file() else None
        except (OSError, ValueError):
            return None


def _parts(name: str) -> list[str]:
    path = path_of(name) if "://" in name or name.startswith("/") else name
    parts = [part for part in path.split("/") if part]
    unsafe = any(part in (".", "..") or "\\" in part or "\0" in part or ":" in part for part in parts)
    return [] if unsafe else parts


def _with_name(parts: list[str], name: str) -> list[str]:
    return [*parts[:-1], name]
