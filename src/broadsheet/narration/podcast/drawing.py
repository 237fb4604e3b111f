"""Draws a cover in the paper's look: its name between rules, in its own letters."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw

from broadsheet.narration.podcast.letters import Letters

DESIGN = 1  # another number has every cover drawn anew
SIDE = 1_400  # pixels
LABEL = "Narrated stories"

_PAPER, _INK, _ACCENT = "#fffdf9", "#16181d", "#0d5366"  # of tokens.css
_MARGIN = 110
_TOP, _FOOT = 330, 1_140  # the name stands between
_LARGEST, _SMALLEST = 250, 30


def drawn(name: str) -> Image.Image:
    """A cover with `name`; with the label alone where the paper's letters do not know the name's script."""
    image = Image.new("RGB", (SIDE, SIDE), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((_MARGIN, _MARGIN, SIDE - _MARGIN, _MARGIN + 14), _INK)
    pen.rectangle((_MARGIN, _MARGIN + 26, SIDE - _MARGIN, _MARGIN + 29), _INK)
    pen.rectangle((_MARGIN, _FOOT, SIDE - _MARGIN, _FOOT + 3), _INK)
    words = normalize("NFC", name).strip()
    serif, sans = letters("serif"), letters("sans")
    if words and serif.knows(words):
        _write_name(pen, serif.without_strange(words), serif)
        sans.write(pen, LABEL, size=72, middle=SIDE // 2, baseline=_FOOT + 115, fill=_ACCENT)
    else:
        _write_name(pen, LABEL, serif)
    return image


def _write_name(pen: ImageDraw.ImageDraw, words: str, serif: Letters) -> None:
    size, lines = _fitted(words, serif)
    height = round(size * 1.08)
    first = (_TOP + _FOOT - height * len(lines)) // 2 - 70 + round(size * 0.85)
    for place, line in enumerate(lines):
        serif.write(pen, line, size=size, middle=SIDE // 2, baseline=first + place * height, fill=_INK)


def _fitted(words: str, serif: Letters) -> tuple[int, list[str]]:
    """The largest size in which the words have room, and their lines."""
    room = SIDE - 2 * _MARGIN
    for size in range(_LARGEST, _SMALLEST, -10):
        lines = _wrapped(words, serif, size, room)
        low = len(lines) * size * 1.08 <= _FOOT - _TOP
        if low and all(serif.width(line, size) <= room for line in lines):
            return size, lines
    return _SMALLEST, _wrapped(words, serif, _SMALLEST, room)


def _wrapped(words: str, serif: Letters, size: int, room: int) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        if lines and serif.width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@cache
def letters(face: str) -> Letters:
    """The paper's own letters, cut by script as readers' browsers get them."""
    scripts = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
    files = (finders.find(f"pages/fonts/{face}-{script}.woff2") for script in scripts)
    return Letters(tuple(str(file) for file in files if file))
