"""Several pictures that belong together, and lists of recordings."""

from __future__ import annotations

from html import escape
from uuid import NAMESPACE_URL, uuid5

from broadsheet.imports.wordpress.addresses import file_name
from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.pictures import (
    alt_of,
    find,
    make_picture,
    picture_value,
    write_missing,
)
from broadsheet.imports.wordpress.html.tree import Element, Node
from broadsheet.imports.wordpress.html.words import Caption, caption, plain_caption, write_below
from broadsheet.imports.wordpress.records import Attachment, to_int
from broadsheet.kit.html import plain

GALLERY_CLASSES = {
    "wp-block-gallery",
    "blocks-gallery-grid",
    "gallery",
    "tiled-gallery",
    "wp-block-jetpack-tiled-gallery",
}
TITLE_ROOM = 120

Shown = tuple[Element, Caption]


def make_gallery(composer: Composer, element: Element) -> bool:
    """The block editor's galleries, older and newer."""
    if not element.classes & GALLERY_CLASSES:
        return False
    shown = [(image, words) for image, words in _images(composer, element)]
    _write(composer, shown, title=_gallery_caption(composer, element))
    return True


def make_attached_gallery(composer: Composer, element: Element, *, link: str = "") -> None:
    """The `[gallery]` shortcode: the pictures it names, else those uploaded to the post."""
    attachments = _attachments(composer, element)
    _write(
        composer, [(_image(one), plain_caption(plain(one.caption))) for one in attachments], title=Caption()
    )


def make_playlist(composer: Composer, element: Element, *, link: str = "") -> None:
    """The `[playlist]` shortcode: a list of links to the recordings."""
    recordings = _attachments(composer, element, pictures=False)
    if recordings:
        composer.body.text(f"<ul>{''.join(map(_recording, recordings))}</ul>")


def _write(composer: Composer, shown: list[Shown], *, title: Caption) -> None:
    found = [(picture, image, words) for image, words in shown if (picture := find(composer, image))]
    if len(found) == 1:
        _, image, words = found[0]
        make_picture(composer, image, words=words)
    elif found:
        pictures = [picture_value(picture, alt=alt_of(image), words=words) for picture, image, words in found]
        # Without an id Wagtail takes the whole item for the picture, and shows none.
        items = [
            {"type": "item", "id": str(uuid5(NAMESPACE_URL, f"{place} {value}")), "value": value}
            for place, value in enumerate(pictures)
        ]
        fits = not title.overflows(TITLE_ROOM)
        composer.body.add("gallery", {"title": title.text if fits else "", "pictures": items})
        title = Caption() if fits else title
        for words in [words for _, _, words in found if words.overflows(300)]:
            write_below(composer, words)
    for image, words in shown:
        if not find(composer, image):
            write_missing(composer, image, words)
    write_below(composer, title)


def _images(composer: Composer, element: Element) -> list[Shown]:
    shown: list[Shown] = []
    _collect(composer, element, shown)
    return shown


def _collect(composer: Composer, element: Element, shown: list[Shown]) -> None:
    """Each picture with the caption of the innermost figure or list item around it."""
    for child in element.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "img":
            shown.append((child, Caption()))
            continue
        before = len(shown)
        _collect(composer, child, shown)
        if len(shown) == before + 1 and not shown[-1][1].text and (words := _own_caption(child)):
            shown[-1] = (shown[-1][0], caption(composer, words))


def _own_caption(element: Element) -> list[Node]:
    for child in element.children:
        if isinstance(child, Element) and (child.tag == "figcaption" or "gallery-caption" in child.classes):
            return child.children
    return []


def _gallery_caption(composer: Composer, element: Element) -> Caption:
    for child in element.children:
        if isinstance(child, Element) and child.tag == "figcaption":
            return caption(composer, child.children)
    return Caption()


def _attachments(composer: Composer, element: Element, *, pictures: bool = True) -> list[Attachment]:
    desk = composer.setting.pictures
    ids = [to_int(part) for part in element.attrs.get("ids", "").split(",")]
    if any(ids):
        return [found for number in ids if (found := desk.attachment(number))]
    excluded = {to_int(part) for part in element.attrs.get("exclude", "").split(",")}
    post = to_int(element.attrs.get("post", "")) or composer.setting.post
    uploaded = [one for one in desk.uploaded_to(post) if one.id not in excluded]
    return [one for one in uploaded if one.is_picture == pictures]


def _recording(attachment: Attachment) -> str:
    title = plain(attachment.title) or file_name(attachment.url)
    return f'<li><a href="{escape(attachment.url)}">{escape(title, quote=False)}</a></li>'


def _image(attachment: Attachment) -> Element:
    attrs = {
        "src": attachment.url,
        "alt": attachment.alt,
        "title": plain(attachment.title),
        "data-id": str(attachment.id),
    }
    return Element("img", attrs)
