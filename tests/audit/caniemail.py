"""Whether mail programs can show what an edition uses, by the data of caniemail.com (npm: caniemail).

What a program knows in part counts as known: the notes are about single values, and MJML uses those that work.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

CLIENTS = {
    "gmail": ("desktop-webmail", "mobile-webmail", "ios", "android"),
    "outlook": ("windows", "outlook-com", "macos", "ios", "android"),
    "apple-mail": ("macos", "ios"),
}

_HEAD = "what stands in the head is for narrow windows and for the night: all else stands in each element"
_HIDDEN = "the preview text is hidden in several ways, of which each program knows some"
# What one of them cannot do, and why its readers miss nothing.
DEGRADES = {
    **dict.fromkeys(("html-style", "css-at-media", "css-at-media-prefers-color-scheme"), _HEAD),
    **dict.fromkeys((f"css-selector-{kind}" for kind in ("class", "type", "descendant")), _HEAD),
    **dict.fromkeys((f"css-selector-{kind}" for kind in ("grouping", "chaining")), _HEAD),
    **dict.fromkeys(("css-display-none", "css-max-height", "css-opacity", "css-overflow"), _HIDDEN),
    "html-meta-color-scheme": "where it is not read, the program darkens the mail as any other",
    "html-body": "the colour of the paper stands on the first element within it, too",
    "html-doctype": "in the mode of old pages everything stands where it stood",
    "html-target": "a link opens where the program opens links",
    "css-border-radius": "corners are square in any case",
    "css-border-spacing": "tables have the attribute, too",
    "css-cursor": "it says what a pointer does by itself",
    "css-outline": "a picture has none in any case",
    "css-white-space": "a time of day has no place in which it could break",
    "css-word-spacing": "it says what a body has by itself",
}

_SHORTHANDS = ("padding", "margin", "border")
_UNITS = {"%": "percent"}
_TAGS = {
    "h1": "h1-h6",
    "h2": "h1-h6",
    "h3": "h1-h6",
    "ul": "lists",
    "ol": "lists",
    "li": "lists",
    "b": "strong",
}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_OURS = ("-", "mso-")  # a program that does not know another one’s property passes it over


def problems_in(mails: dict[str, str], *, data: Path) -> dict[str, list[str]]:
    """What Gmail, Outlook or Apple Mail cannot show of each mail, and nobody has said why it does no harm.

    `mails` gives each one's HTML by its name. A reason in `DEGRADES` that none of them needs is a problem, too.
    """
    features = {one["slug"]: one for one in json.loads(data.read_text())["data"]}
    found = {name: _lacking(html, features) for name, html in mails.items()}
    needed = {slug for lacks in found.values() for slug in lacks}
    problems = {
        name: [words for slug, words in sorted(lacks.items()) if slug not in DEGRADES]
        for name, lacks in found.items()
    }
    last = list(mails)[-1]
    problems[last] += [
        f"{slug}: no mail needs this exception any more" for slug in sorted(set(DEGRADES) - needed)
    ]
    return problems


def _lacking(html: str, features: dict[str, Any]) -> dict[str, str]:
    """What a mail uses that some program does not know: by its name, in words."""
    used = {slug: where for slug, where in _used(html) if slug in features}
    lacks = {slug: ", ".join(_without(features[slug]["stats"])) for slug in used}
    return {
        slug: f"{features[slug]['title']} ({used[slug]}): not in {programs}"
        for slug, programs in lacks.items()
        if programs
    }


def _without(stats: dict[str, Any]) -> Iterator[str]:
    for family, platforms in CLIENTS.items():
        for platform in platforms:
            versions = stats.get(family, {}).get(platform)
            if versions and str(list(versions.values())[-1]).startswith("n"):
                yield f"{family} {platform}"


def _used(html: str) -> Iterator[tuple[str, str]]:
    """Each feature by caniemail’s name, and one place where it is used."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        yield f"html-{_TAGS.get(tag.name, tag.name)}", f"<{tag.name}>"
        yield from ((f"html-{name}", f"<{tag.name} {name}>") for name in tag.attrs)
        yield from _declared(str(tag.get("style", "")), f"<{tag.name}>")
    yield from (("html-comments", "<!--"), ("html-doctype", "<!doctype>"))
    if soup.find("meta", {"name": "color-scheme"}):
        yield "html-meta-color-scheme", "<meta>"
    for style in soup.find_all("style"):
        yield from _of_sheet(style.get_text())


def _of_sheet(css: str) -> Iterator[tuple[str, str]]:
    for rule in re.findall(r"@([a-z-]+)([^{;]*)", css):
        yield f"css-at-{rule[0]}", "@".join(("", *rule[:1]))
        yield from ((f"css-at-{rule[0]}-{name}", rule[1]) for name in re.findall(r"\(([a-z-]+)", rule[1]))
    for selectors, body in _RULE.findall(re.sub(r"@[a-z-]+[^{]*\{", "", css)):
        yield from _selected(selectors.strip())
        yield from _declared(body, selectors.strip())


def _selected(selectors: str) -> Iterator[tuple[str, str]]:
    kinds = {
        "class": r"\.", "id": "#", "attribute": r"\[", "grouping": ",", "child": ">", "universal": r"\*",
        "type": r"(^|[\s,>])[a-z]", "descendant": r"[\w\]] +[\w.#]", "chaining": r"[\w]\.[\w]",
    }  # fmt: skip
    for kind, sign in kinds.items():
        if re.search(sign, selectors):
            yield f"css-selector-{kind}", selectors
    for name in re.findall(r":+([a-z-]+)", selectors):
        yield from ((f"css-pseudo-class-{name}", selectors), (f"css-pseudo-element-{name}", selectors))


def _declared(css: str, where: str) -> Iterator[tuple[str, str]]:
    for declaration in css.split(";"):
        name, colon, value = (part.strip().lower() for part in declaration.partition(":"))
        if not colon or name.startswith(_OURS):
            continue
        shorthand = next((one for one in _SHORTHANDS if name.startswith(f"{one}-")), name)
        exact = name if name in ("border-radius", "border-collapse", "border-spacing") else shorthand
        place = f"{where} {name}: {value}"
        yield f"css-{exact}", place
        yield f"css-{name}-{value}", place
        yield from (
            (f"css-unit-{_UNITS.get(unit, unit)}", place)
            for unit in re.findall(r"\d(px|em|rem|%|v[wh])", value)
        )
        yield from ((f"css-function-{one}", place) for one in re.findall(r"([a-z-]+)\(", value))
        if "!important" in value:
            yield "css-important", place
