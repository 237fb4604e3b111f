"""Static files for production: hashed names, compressed copies, one stylesheet and few scripts instead of dozens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from broadsheet.pages.scripts import bundled

# The folders, in STATIC_ROOT, of what readers load.
READERS = ("/pages/", "/wire/", "/newsletters/js/", "/narration/js/")
STYLESHEET = "pages/css/paper.css"
SCRIPT = "wire/js/wire.js"
SCRIPTS = (SCRIPT, "newsletters/js/sign-up.js", "narration/js/player.js")
_IMPORT = re.compile(r'@import url\("([^":]+)"\)([^;]*);')


class PaperCompressor(Compressor):
    """Brotli for what readers load; gzip alone for the desk's thousand files.

    Brotli at its best takes most of the time of a first start, and staff load the desk's files once.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._for_staff = Compressor(**options, use_brotli=False)

    def compress(self, path: str) -> list[str]:
        """Write compressed copies beside the file at `path`; returns their names."""
        compress = super().compress if any(folder in path for folder in READERS) else self._for_staff.compress
        return list(compress(path))


class PaperStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """As WhiteNoise does it, after what a stylesheet or a script of ours imports was put into it.

    In development the browser follows the imports; on a bad network each would be a round trip.
    """

    manifest_strict = False

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Inline, then hash and compress."""
        for whole in (STYLESHEET, *SCRIPTS):
            if whole in paths and not dry_run:
                # From its source: the collected one may be ours of last time, with the parts of last time in it.
                storage, name = paths[whole]
                with storage.open(name) as file:
                    self._write(whole, self._whole(whole, file.read().decode()))
                # What is hashed and compressed is the copy, not the source that it was made from.
                paths = paths | {whole: (self, whole)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def create_compressor(self, **options: Any) -> Compressor:
        """WhiteNoise asks for this once for all files."""
        return PaperCompressor(**options)

    def _whole(self, name: str, text: str) -> str:
        """The file at `name` with all that it imports."""
        if name == STYLESHEET:
            return self._inlined(text)
        return bundled(name, lambda part: text if part == name else self._read(part))

    def _inlined(self, css: str) -> str:
        folder = PurePosixPath(STYLESHEET).parent

        def words_of(match: re.Match[str]) -> str:
            css = self._read(str(folder / match[1]))
            media = match[2].strip()
            return f"@media {media} {{\n{css}\n}}" if media else css

        return _IMPORT.sub(words_of, css)

    def _read(self, name: str) -> str:
        with self.open(name) as file:
            return str(file.read().decode())

    def _write(self, name: str, text: str) -> None:
        self.delete(name)
        self.save(name, ContentFile(text.encode()))
