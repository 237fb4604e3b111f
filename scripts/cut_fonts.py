"""Cut the web fonts that readers download out of Adobe's Source Serif 4 and Source Sans 3.

Usage, with fonttools and brotli installed and the two npm packages unpacked side by side:
    npm install source-serif@4.5.1 source-sans@3.52.0
    python scripts/cut_fonts.py node_modules src/broadsheet/pages/static/pages/fonts

The cuts keep the scripts in `SCRIPTS`, the weights and the optical sizes that the paper uses, real small
capitals (sans) and old-style figures (serif), so that an English story costs its reader under 100 kB.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SCRIPTS = {
    "latin": "0020-007E,00A0-00AC,00AE-00FF,0131,0152-0153,2009-200A,2010-2014,2018-201A,201C-201E,2020-2022,"
    "2026,202F,2032-2033,2039-203A,20AC,2122,2190-2193,2212",
    "latin-ext": "0100-0130,0132-0151,0154-02FF,0300-0304,0306-030C,0323,0327-0328,1E00-1EFF,20A0-20AB,"
    "20AD-20BF,2113",
    "cyrillic": "0400-045F,0490-0491,04B0-04B1,2116",
    "cyrillic-ext": "0460-048F,0492-04AF,04B2-052F",
}


class Face(NamedTuple):
    """One drawing of the family: where it comes from, how much of it we keep."""

    name: str
    source: str
    limits: dict[str, float | tuple[float, float]]
    features: list[str]


FACES = {
    "serif": Face(
        "Broadsheet Serif",
        "source-serif/VAR/SourceSerif4Variable-Roman.ttf",
        {"wght": (400, 700), "opsz": (20, 60)},
        ["kern", "liga", "onum"],
    ),
    "serif-italic": Face(
        "Broadsheet Serif Italic",
        "source-serif/VAR/SourceSerif4Variable-Italic.ttf",
        {"wght": 400, "opsz": 20},
        ["kern", "liga", "onum"],
    ),
    "sans": Face(
        "Broadsheet Sans",
        "source-sans/VF/SourceSans3VF-Upright.ttf",
        {"wght": (400, 600)},
        ["kern", "smcp"],
    ),
}


def code_points(ranges: str) -> list[int]:
    """Every code point named in `ranges`, written as in CSS but without `U+`."""
    points: list[int] = []
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        points.extend(range(int(first, 16), int(last or first, 16) + 1))
    return points


def rename(font: TTFont, name: str) -> None:
    """Give the cut a name of its own."""
    # The licence reserves the name "Source" for unmodified fonts; the copyright notice stays.
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16, 17, 21, 22, 25) or record.nameID > 255:
            font["name"].removeNames(nameID=record.nameID)
    for name_id in (1, 3, 4):
        font["name"].setName(name, name_id, 3, 1, 0x409)
    font["name"].setName(name.replace(" ", ""), 6, 3, 1, 0x409)


def cut(packages: Path, face: Face, ranges: str) -> TTFont:
    """The glyphs of `ranges` from `face`, limited to the weights and sizes that the paper sets."""
    font = TTFont(packages / face.source)
    options = subset.Options()
    options.layout_features = face.features
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["BASE", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points(ranges))
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, face.limits)
    rename(font, face.name)
    font.flavor = "woff2"
    return font


def main(packages: Path, target: Path) -> None:
    """Write every face in every script into `target` and say how heavy it is."""
    for stem, face in FACES.items():
        for script, ranges in SCRIPTS.items():
            path = target / f"{stem}-{script}.woff2"
            cut(packages, face, ranges).save(path)
            sys.stdout.write(f"{path.stat().st_size:>7,}  {path.name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
