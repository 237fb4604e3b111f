"""Pictures within the text."""

from __future__ import annotations

import re
from html import escape

from broadsheet.imports.wordpress.addresses import file_name
from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.setting import FoundPicture
from broadsheet.imports.wordpress.html.tree import Element
from broadsheet.imports.wordpress.html.words import Caption, write_below
from broadsheet.imports.wordpress.records import to_int
from broadsheet.kit.excerpt import cut, one_line

ROOM = 300
ATTACHMENT_CLASS = re.compile(r"\bwp-image-(\d+)\b")
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)


def make_picture(
    composer: Composer, element: Element, *, link: str = "", words: Caption | None = None
) -> None:
    """A picture block; a picture that we do not have becomes a link to where it was, its words kept."""
    words = words or Caption()
    found = find(composer, element)
    if found:
        composer.body.add("picture", picture_value(found, alt=alt_of(element), words=words))
        if words.overflows(ROOM):
            write_below(composer, words)
    else:
        write_missing(composer, element, words)
    if link and not _shows_the_picture(composer, link):
        _write_link(composer, link, alt=alt_of(element))


def find(composer: Composer, element: Element) -> FoundPicture | None:
    """Our copy of the picture that an `<img>` shows."""
    return composer.setting.pictures.find(address_of(composer, element), _attachment_id(element))


def picture_value(found: FoundPicture, *, alt: str, words: Caption) -> dict[str, object]:
    """The value of a picture block; words that the picture itself carries are not repeated."""
    caption = "" if words.overflows(ROOM) else words.text
    return {
        "picture": found.id,
        "alt": "" if alt == found.alt else cut(alt, length=ROOM),
        "caption": "" if caption == found.caption else caption,
    }


def write_missing(composer: Composer, element: Element, words: Caption) -> None:
    """Keep what is left of a picture without its file: where it was, what it showed, what stood under it."""
    address = address_of(composer, element)
    name = alt_of(element) or element.attrs.get("title", "").strip() or file_name(address)
    if not address:
        composer.body.note(f"a picture without an address was left out{f' (“{name}”)' if name else ''}")
    linked = (
        f'<a href="{escape(address)}">{escape(name, quote=False)}</a>'
        if address
        else escape(name, quote=False)
    )
    under = f"<figcaption>{words.markup}</figcaption>" if words.text else ""
    if name or under:
        composer.body.html(
            f"<figure><p>{linked}</p>{under}</figure>" if name else f"<figure>{under}</figure>"
        )


def alt_of(element: Element) -> str:
    """The alt text of an `<img>`, on one line."""
    return one_line(element.attrs.get("alt", ""))


def address_of(composer: Composer, element: Element) -> str:
    """The whole address of an `<img>`, also where a plugin hid it so as to load it late."""
    source = (element.attrs.get("data-src") or element.attrs.get("src", "")).strip()
    if source.startswith("//"):
        return f"https:{source}"
    if source.startswith("/"):
        return composer.setting.site.rstrip("/") + source
    return source


def _attachment_id(element: Element) -> int:
    match = ATTACHMENT_CLASS.search(element.attrs.get("class", ""))
    written = element.attrs.get("data-id") or element.attrs.get("data-attachment-id", "")
    return to_int(match[1] if match else written)


def _shows_the_picture(composer: Composer, link: str) -> bool:
    if link.startswith("#") or PICTURE_FILE.search(link.split("?")[0]):
        return True
    return composer.setting.pictures.is_attachment_page(link)


def _write_link(composer: Composer, link: str, *, alt: str) -> None:
    writer = composer.writer()
    words = alt or link
    composer.body.text(f"<p>{writer.write([Element('a', {'href': link}, [words])])}</p>")
