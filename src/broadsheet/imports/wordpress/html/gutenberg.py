"""The block editor's comments: `<!-- wp:paragraph {"align":"right"} --> … <!-- /wp:paragraph -->`.

The markup between them says nearly everything by itself. What it does not say: where text of the older editor
stands between blocks, which reusable block is meant, and which blocks WordPress would fill when it shows the
page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from broadsheet.imports.wordpress.html.shortcodes import embed_figure

COMMENT = re.compile(r"<!--\s*(?P<end>/?)wp:(?P<name>[a-z][\w/-]*)(?P<attrs>[^<>]*?)(?P<whole>/?)-->")
BREAKS = re.compile(r"<!--\s*(?:more|nextpage|noteaser)\b[^<>]*-->")
SILENT = {"spacer", "more", "nextpage", "page-break", "separator", "paragraph", "freeform", "column", "group"}
NESTING = 5

Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of markup from one editor; in the classic one a blank line starts a paragraph."""

    markup: str
    is_classic: bool


def segments(content: str, *, reusable: Mapping[int, str], note: Note, nesting: int = 0) -> Iterator[Segment]:
    """Cut a post's content into stretches without comments. `note` hears what WordPress alone could fill."""
    content = BREAKS.sub("\n\n", content)
    if "<!-- wp:" not in content:
        yield Segment(content, is_classic=True)
        return
    parts: list[str] = []
    depth = position = 0
    for match in COMMENT.finditer(content):
        before = content[position : match.start()]
        position = match.end()
        if depth == 0 and before.strip():
            yield Segment(before, is_classic=True)
        elif depth:
            parts.append(before)
        if match["whole"]:
            yield from _finish(parts)
            yield from _whole_block(match, reusable=reusable, note=note, nesting=nesting)
        elif match["end"]:
            depth = max(0, depth - 1)
        else:
            depth += 1
        if depth == 0:
            yield from _finish(parts, is_classic=match["name"] == "freeform")
    parts.append(content[position:])
    yield from _finish(parts, is_classic=depth == 0)


def _finish(parts: list[str], *, is_classic: bool = False) -> Iterator[Segment]:
    markup = "".join(parts)
    parts.clear()
    if markup.strip():
        yield Segment(markup, is_classic=is_classic)


def _whole_block(
    match: re.Match[str], *, reusable: Mapping[int, str], note: Note, nesting: int
) -> Iterator[Segment]:
    name = match["name"].removeprefix("core/")
    attrs = _attributes(match["attrs"])
    if (
        name == "block"
        and isinstance(number := attrs.get("ref"), int)
        and number in reusable
        and nesting < NESTING
    ):
        yield from segments(reusable[number], reusable=reusable, note=note, nesting=nesting + 1)
    elif "embed" in name and isinstance(address := attrs.get("url"), str):
        yield Segment(embed_figure(address), is_classic=False)
    elif name not in SILENT:
        source = attrs.get("feedURL", "")
        note(
            f"left out the block “{name}”, which WordPress fills itself{f' from {source}' if source else ''}"
        )


def _attributes(text: str) -> dict[str, object]:
    try:
        attrs = json.loads(text) if text.strip() else {}
    except ValueError:
        return {}
    return attrs if isinstance(attrs, dict) else {}
