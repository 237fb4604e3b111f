"""Frames, players and other things shown from elsewhere."""

from __future__ import annotations

from html import escape
from urllib.parse import unquote

from broadsheet.imports.wordpress.addresses import file_name
from broadsheet.imports.wordpress.html.compose import Composer
from broadsheet.imports.wordpress.html.embeds import host_name, provider_of, readable_address
from broadsheet.imports.wordpress.html.tree import Element
from broadsheet.kit.excerpt import cut


def write_embed(composer: Composer, address: str, *, title: str = "") -> None:
    """An embed block, which asks nothing of its provider before the reader does."""
    provider = host_name(address)
    composer.body.add(
        "embed", {"url": address, "title": cut(title, length=200) or provider, "provider": provider}
    )


def make_frame(composer: Composer, element: Element, *, link: str = "") -> None:
    """An `<iframe>` or `<embed>` becomes an embed of the page behind it."""
    source = element.attrs.get("src") or element.attrs.get("data-src", "")
    address = readable_address(source)
    if address:
        write_embed(composer, address, title=element.attrs.get("title", ""))
    else:
        composer.body.note("left out a frame whose address leads nowhere on the web")
    composer.children(element.children)


def make_object(composer: Composer, element: Element, *, link: str = "") -> None:
    """The way videos were embedded before frames: `<object>` with parameters."""
    sources = [element.attrs.get("data", "")]
    sources += [
        one.attrs.get("value", "")
        for one in element.find_all("param")
        if one.attrs.get("name") in ("movie", "src")
    ]
    sources += [one.attrs.get("src", "") for one in element.find_all("embed")]
    address = next(filter(None, map(readable_address, sources)), "")
    if address:
        write_embed(composer, address)
    composer.children(
        [node for node in element.children if isinstance(node, str) or node.tag not in ("param", "embed")]
    )


def make_player(composer: Composer, element: Element, *, link: str = "") -> None:
    """An `<audio>` or `<video>`: an embed if a known service holds it, else a link to the recording."""
    sources = [
        element.attrs.get("src", ""),
        *(one.attrs.get("src", "") for one in element.find_all("source")),
    ]
    address = next(filter(None, map(readable_address, sources)), "")
    if provider_of(address) and not file_name(address).lower().endswith((".mp3", ".mp4", ".ogg", ".webm")):
        write_embed(composer, address)
    elif address:
        name = unquote(file_name(address)) or address
        link_element = Element("a", {"href": address}, [name])
        composer.body.text(f"<p>{composer.writer().write([link_element])}</p>")
    else:
        composer.body.note(f"left out a {escape(element.tag)} without an address")
    composer.children(
        [node for node in element.children if isinstance(node, str) or node.tag not in ("source", "track")]
    )
