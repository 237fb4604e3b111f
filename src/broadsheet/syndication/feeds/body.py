"""A story's text as a feed reader shows it: plain HTML with whole addresses, no script and no style."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from wagtail.images.models import SourceImageIOError
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.rich_text import RichText, expand_db_html

from broadsheet.kit.html import clean
from broadsheet.media.models import Picture
from broadsheet.media.shapes import SHAPES
from broadsheet.news.models import Correction, Story
from broadsheet.syndication.addresses import address_of, public

_OWN = re.compile(r'\b(href|src)="(/[^"]*)"')
Block = Callable[[Any], SafeString]


def story_html(story: Story, *, corrections: list[Correction]) -> str:
    """The whole text of `story`, whose cards were put in place."""
    top = [_correction(c) for c in corrections if c.placement == Correction.Placement.TOP]
    foot = [_correction(c) for c in corrections if c.placement == Correction.Placement.FOOT]
    parts = [*top, *(_block(child) for child in story.body), *foot]
    return _OWN.sub(_whole, clean("\n".join(part for part in parts if part)))


def _whole(match: re.Match[str]) -> str:
    return f'{match[1]}="{public(match[2])}"'


def _block(child: Any) -> SafeString:
    # A block of an app above says by itself how it reads in a feed.
    show = _BLOCKS.get(child.block_type) or getattr(child.block, "feed_html", None)
    return show(child.value) if show else SafeString()


def _correction(correction: Correction) -> SafeString:
    day = localtime(correction.issued_at)
    label = format_html("Correction, {} {}", day.day, f"{day:%B %Y}")
    return format_html("<div><p><strong>{}</strong></p>{}</div>", label, _rich(correction.text))


def _rich(value: RichText | str) -> SafeString:
    source = value.source if isinstance(value, RichText) else value
    return SafeString(expand_db_html(source))  # written at the desk, and cleaned by story_html


def _divider(value: None) -> SafeString:
    return SafeString("<hr>")


def _foreign(value: SafeString) -> SafeString:
    return value


def _heading(value: str) -> SafeString:
    return format_html("<h2>{}</h2>", value)


def _quote(value: Any) -> SafeString:
    role = f", {value['role']}" if value["role"] else ""
    return format_html(
        "<blockquote>{}<p>— {}{}</p></blockquote>", _rich(value["text"]), value["speaker"], role
    )


def _pull_quote(value: Any) -> SafeString:
    return format_html("<blockquote><p>{}</p></blockquote>", value["text"])


def _fact_box(value: Any) -> SafeString:
    return format_html("<section><h3>{}</h3>{}</section>", value["title"], _rich(value["body"]))


def _picture(value: Any) -> SafeString:
    picture: Picture | None = value["picture"]
    shown = plain_picture(picture, value["alt"] or picture.alt) if picture else None
    if not picture or not shown:
        return SafeString("")
    words = " ".join(part for part in (value["caption"] or picture.caption, picture.credit) if part)
    caption = format_html("<figcaption>{}</figcaption>", words) if words else ""
    return format_html("<figure>{}{}</figure>", shown, caption)


def plain_picture(picture: Picture, alt: str) -> SafeString | None:
    """`picture` as one `<img>` that every reader knows; None when its file is gone."""
    spec = SHAPES["natural"].spec(SHAPES["natural"].fallback_width, "jpeg")
    try:
        cut = get_renditions_or_not_found(picture, [spec])[spec]
    except SourceImageIOError:
        return None
    source = public(cut.url)
    return format_html('<img src="{}" alt="{}" width="{}" height="{}">', source, alt, cut.width, cut.height)


def _gallery(value: Any) -> SafeString:
    return format_html_join("", "{}", ((_picture(item),) for item in value["pictures"]))


def _table(value: Any) -> SafeString:
    rows = value["table"].get("data") or [] if value["table"] else []
    cells = (format_html_join("", "<td>{}</td>", ((cell or "",) for cell in row)) for row in rows)
    body = format_html_join("", "<tr>{}</tr>", ((row,) for row in cells))
    return format_html("<table><caption>{}</caption><tbody>{}</tbody></table>", value["caption"], body)


def _embed(value: Any) -> SafeString:
    return format_html('<p><a href="{}">{}</a> ({})</p>', value["url"], value["title"], value["provider"])


def _code(value: Any) -> SafeString:
    return format_html("<pre><code>{}</code></pre>", value["code"])


def _card(value: Any) -> SafeString:
    story: Story | None = value["story"]
    if story is None:
        return SafeString("")
    return format_html('<p>Related story: <a href="{}">{}</a></p>', address_of(story), story.headline)


_BLOCKS: dict[str, Block] = {
    "text": _rich,
    "heading": _heading,
    "quote": _quote,
    "pull_quote": _pull_quote,
    "fact_box": _fact_box,
    "picture": _picture,
    "gallery": _gallery,
    "table": _table,
    "embed": _embed,
    "code": _code,
    "divider": _divider,
    "html": _foreign,
    "related_story": _card,
}
