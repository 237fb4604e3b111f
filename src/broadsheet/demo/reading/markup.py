"""Turns a demo story's Markdown into body blocks."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt

Block = dict[str, Any]
Attributes = dict[str, str]

_markdown = MarkdownIt("commonmark", {"typographer": False})
_DIRECTIVE = re.compile(
    r"^::: (?P<kind>\w+)(?P<attributes>.*?)\n(?P<body>.*?)^:::$", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(r"^## (?P<text>.+)$|^(?P<divider>---)$", re.MULTILINE)
_PICTURE_LINE = re.compile(r"^(::: picture )?(motif=.*)$", re.MULTILINE)
_STORY_LINK = re.compile(r'<a href="story:([\w-]+)">')


class Blocks:
    """Reads bodies; `pictures`, `stories` and `series` give the ids of what the text names by slug."""

    def __init__(
        self, *, pictures: Mapping[str, int], stories: Mapping[str, int], series: Mapping[str, int]
    ) -> None:
        self._pictures = pictures
        self._stories = stories
        self._kinds: dict[str, Callable[[Attributes, str], Any]] = {
            "quote": lambda given, text: {"role": "", **given, "text": self._html(text)},
            "pull_quote": lambda given, text: {"text": " ".join(text.split())},
            "fact_box": lambda given, text: {**given, "body": self._html(text)},
            "related_story": lambda given, text: {"story": stories[given["story"]]},
            "latest_of_series": lambda given, text: {"series": series[given["series"]]},
            "picture": lambda given, text: self._picture(given),
            "gallery": self._gallery,
            "table": lambda given, text: {**given, "table": _table(text)},
            "embed": lambda given, text: given,
        }

    def read(self, body: str) -> list[Block]:
        """The blocks of a story's text, as a StreamField stores them."""
        return list(self._blocks(body))

    def _blocks(self, body: str) -> Iterator[Block]:
        at = 0
        for match in _DIRECTIVE.finditer(body):
            yield from self._prose(body[at : match.start()])
            given = _attributes(match["attributes"])
            yield {"type": match["kind"], "value": self._kinds[match["kind"]](given, match["body"])}
            at = match.end()
        yield from self._prose(body[at:])

    def _prose(self, text: str) -> Iterator[Block]:
        at = 0
        for match in _HEADING.finditer(text):
            yield from self._text(text[at : match.start()])
            yield {"type": "divider", "value": None} if match["divider"] else _heading(match["text"])
            at = match.end()
        yield from self._text(text[at:])

    def _text(self, text: str) -> Iterator[Block]:
        if text.strip():
            yield {"type": "text", "value": self._html(text)}

    def _html(self, text: str) -> str:
        def link(match: re.Match[str]) -> str:
            return f'<a linktype="page" id="{self._stories[match[1]]}">'

        html = _markdown.render(text).replace("<strong>", "<b>").replace("</strong>", "</b>")
        html = html.replace("<em>", "<i>").replace("</em>", "</i>")
        return _STORY_LINK.sub(link, html).strip()

    def _picture(self, given: Attributes) -> dict[str, Any]:
        picture = self._pictures[given["motif"]]
        return {"picture": picture, "alt": given["alt"], "caption": given.get("caption", "")}

    def _gallery(self, given: Attributes, text: str) -> dict[str, Any]:
        rows = text.strip().splitlines()
        pictures = [self._picture(_attributes(row)) for row in rows]
        return {"title": given.get("title", ""), "pictures": pictures}


def named_pictures(body: str) -> list[Attributes]:
    """What the text says of every picture that it names, with the shape that its block shows it in."""
    found = _PICTURE_LINE.findall(body)
    return [{"shape": "natural" if alone else "3x2", **_attributes(words)} for alone, words in found]


def _attributes(text: str) -> Attributes:
    return dict(part.split("=", 1) for part in shlex.split(text))


def _heading(text: str) -> Block:
    return {"type": "heading", "value": text.strip()}


def _table(text: str) -> dict[str, Any]:
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.strip().splitlines()
    ]
    data = [row for row in rows if not set("".join(row)) <= set("-: ")]
    return {
        "data": data,
        "cell": [],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": "",
    }
