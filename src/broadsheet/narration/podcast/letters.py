"""Letters that lie in several files, one a script, as browsers load them: each sign is drawn from the file with it."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from PIL import ImageDraw, ImageFont

_LOOKED_AT = 40  # pixels; large enough to tell one sign from another
_IN_NO_FONT = "\uffff"


class Letters:
    """A typeface in `files`, the most common script first."""

    def __init__(self, files: tuple[str, ...]) -> None:
        self._files = files

    def knows(self, words: str) -> bool:
        """Whether there is a letter for each of the words."""
        return all(self._file(sign) for sign in words if sign.isalpha())

    def without_strange(self, words: str) -> str:
        """The words without signs that there are no letters for, such as pictures."""
        return " ".join("".join(sign for sign in words if self._file(sign)).split())

    def width(self, words: str, size: int) -> float:
        """In pixels."""
        return sum(font.getlength(part) for font, part in self._runs(words, size))

    def write(
        self, pen: ImageDraw.ImageDraw, words: str, *, size: int, middle: int, baseline: int, fill: str
    ) -> None:
        """Draw the words around `middle`."""
        left = middle - self.width(words, size) / 2
        for font, part in self._runs(words, size):
            pen.text((left, baseline), part, fill=fill, font=font, anchor="ls")
            left += font.getlength(part)

    def _runs(self, words: str, size: int) -> list[tuple[ImageFont.FreeTypeFont, str]]:
        runs = ((file, "".join(signs)) for file, signs in groupby(words, self._file))
        return [(_font(file, size), part) for file, part in runs if file]

    def _file(self, sign: str) -> str:
        """The first file that has the sign; empty where none has."""
        return next((file for file in self._files if _has(file, sign)), "")


@cache
def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size)


@cache
def _has(file: str, sign: str) -> bool:
    """Pillow does not tell: a sign that is not there looks like any other that is not there."""
    font = _font(file, _LOOKED_AT)
    return bytes(font.getmask(sign)) != bytes(font.getmask(_IN_NO_FONT))
