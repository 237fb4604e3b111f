"""What an edition shows, one part for each of its blocks, as plain data: HTML, text and archive are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_datetime

from broadsheet.newsletters.rendering.filling import MOVING, keyed
from broadsheet.newsletters.rendering.pictures import picture_of
from broadsheet.newsletters.rendering.rich_text import mail_html, whole_address

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition

NATURAL = "mail-natural"


@dataclass(frozen=True, slots=True)
class Part:
    """One block as it is shown. `kind` names its template, `data` is what that shows.

    `text`: html. `heading`: text. `quote`: html, speaker, role. `picture`: picture, caption, credit.
    `button`: label, url. `divider`: nothing. `stories`: heading, url, stories (`cards.card_of`), `large` for a card
    of its own. `developments`: heading, url, developments (`cards.development_of`). Times are datetimes.
    """

    kind: str
    data: dict[str, Any]

    @property
    def template(self) -> str:
        """How it is shown in a mail."""
        return f"newsletters/mail/parts/{self.kind}.mjml"


def parts_of(edition: Edition, filled: dict[str, Any]) -> list[Part]:
    """The parts of the edition in order, its moving blocks as `filled`; what has nothing to show is no part."""
    return list(_parts(edition, filled))


def _parts(edition: Edition, filled: dict[str, Any]) -> Iterator[Part]:
    for key, child in keyed(edition.body):
        if child.block_type in MOVING:
            yield from _moving(child.block_type, filled.get(key) or {})
        elif (data := _STILL[child.block_type](child.value)) is not None:
            yield Part(child.block_type, data)


def _moving(block_type: str, held: dict[str, Any]) -> Iterator[Part]:
    for kind in ("stories", "developments"):
        if told := held.get(kind):
            over = {"heading": held.get("heading", ""), "url": held.get("url", "")}
            large = block_type in ("story", "round_up")
            yield Part(kind, over | {"large": large, kind: [_timed(one) for one in told]})


def _timed(one: dict[str, Any]) -> dict[str, Any]:
    return one | {"time": parse_datetime(one["time"]) if one["time"] else None}


def _text(value: Any) -> dict[str, Any] | None:
    html = mail_html(value.source)
    return {"html": html} if html.strip() else None


def _heading(value: Any) -> dict[str, Any] | None:
    words = (value or "").strip()
    return {"text": words} if words else None


def _quote(value: Any) -> dict[str, Any] | None:
    html = mail_html(value["text"].source)
    who = {"speaker": value["speaker"] or "", "role": value["role"] or ""}
    return {"html": html} | who if html.strip() else None


def _picture(value: Any) -> dict[str, Any] | None:
    picture = value["picture"]
    shown = picture_of(picture, shape=NATURAL, alt=value["alt"] or (picture.alt if picture else ""))
    return shown and {
        "picture": shown,
        "caption": value["caption"] or picture.caption,
        "credit": picture.credit,
    }


def _button(value: Any) -> dict[str, Any] | None:
    url = whole_address(value["url"] or "")
    return {"label": value["label"], "url": url} if url and value["label"] else None


_STILL: dict[str, Callable[[Any], dict[str, Any] | None]] = {
    "text": _text,
    "heading": _heading,
    "quote": _quote,
    "picture": _picture,
    "button": _button,
    "divider": lambda value: {},
}
