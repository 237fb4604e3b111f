"""Which piece of code makes a block of which element.

A maker returns whether it wrote the element; if not, the composer goes into it or keeps it as safe HTML.
"""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.figures import make_cover, make_figure
from broadsheet.imports.wordpress.html.frames import make_frame, make_object, make_player
from broadsheet.imports.wordpress.html.galleries import make_attached_gallery, make_gallery, make_playlist
from broadsheet.imports.wordpress.html.lists import make_list
from broadsheet.imports.wordpress.html.pictures import make_picture
from broadsheet.imports.wordpress.html.quotes import make_quote
from broadsheet.imports.wordpress.html.simple import (
    make_code,
    make_divider,
    make_heading,
    make_lines,
    make_paragraph,
)
from broadsheet.imports.wordpress.html.tables import make_table
from broadsheet.imports.wordpress.html.tree import Element

Maker = Callable[[Composer, Element], bool]


def _list_or_gallery(composer: Composer, element: Element) -> bool:
    return make_gallery(composer, element) or make_list(composer, element)


MAKERS: dict[str, Maker] = {
    "address": make_lines,
    "blockquote": make_quote,
    "div": make_cover,
    "figure": make_figure,
    "hr": make_divider,
    "ol": make_list,
    "p": make_paragraph,
    "pre": make_code,
    "table": make_table,
    "ul": _list_or_gallery,
    **{f"h{level}": make_heading for level in range(1, 7)},
}
ISLAND_MAKERS: dict[str, Callable[..., None]] = {
    "audio": make_player,
    "embed": make_frame,
    "iframe": make_frame,
    "img": make_picture,
    "object": make_object,
    "video": make_player,
    "wp-gallery": make_attached_gallery,
    "wp-playlist": make_playlist,
}
