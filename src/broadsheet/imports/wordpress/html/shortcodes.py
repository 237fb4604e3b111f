"""WordPress's shortcodes → the markup that its block editor would have written.

`[caption]`, `[gallery]`, `[embed]`, `[audio]`, `[video]`, `[playlist]` and the usual video services are
understood. Others stay as they stand, because brackets are also what editors write ("[sic]"); those that look
like a plugin's are named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from broadsheet.imports.wordpress.html.embeds import ADDRESS

PAIRED = ("caption", "wp_caption", "embed", "audio", "video", "youtube", "vimeo", "soundcloud")
SINGLE = ("gallery", "playlist", "dailymotion", "tweet", "instagram", "googlemaps")
KNOWN = "|".join((*PAIRED, *SINGLE))
SHORTCODE = re.compile(
    rf"\[(?P<open>\[?)(?P<name>{KNOWN})(?P<attrs>(?:[\s=:][^\[\]]*)?)\]"
    rf"(?:(?P<content>(?:(?!\[(?:{KNOWN})\b).)*?)\[/(?P=name)\])?(?P<close>\]?)",
    re.DOTALL,
)
FOREIGN = re.compile(r"\[/?([a-z][a-z0-9]*[_-][a-z0-9_-]+|[a-z][\w-]*(?=\s+[\w-]+=[\"'\d]))[^\[\]]*\]")
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
CAPTIONED = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
PREFORMATTED = re.compile(r"<pre\b", re.IGNORECASE)
PREFORMATTED_END = re.compile(r"</pre>", re.IGNORECASE)


def expand(markup: str) -> str:
    """The markup with every known shortcode replaced; code listings are left alone."""
    if "[" not in markup:
        return markup
    return outside_listings(markup, lambda piece: SHORTCODE.sub(_replace, piece))


def outside_listings(markup: str, change: Callable[[str], str]) -> str:
    """The markup with everything changed but its code listings."""
    parts: list[str] = []
    position = 0
    while start := PREFORMATTED.search(markup, position):
        end = PREFORMATTED_END.search(markup, start.end())
        if end is None:
            break
        parts += [change(markup[position : start.start()]), markup[start.start() : end.end()]]
        position = end.end()
    return "".join([*parts, change(markup[position:])])


def foreign_shortcodes(markup: str) -> list[str]:
    """Names of shortcodes that only a plugin could have explained."""
    names = {match[1] for match in FOREIGN.finditer(markup)}
    return sorted(name for name in names if name not in KNOWN.split("|"))


def _replace(match: re.Match[str]) -> str:
    if match["open"] and match["close"]:
        return match[0][1:-1]  # WordPress's way of writing a shortcode that should be read, not run
    name, attrs = match["name"], _attributes(match["attrs"])
    content = match["content"] or ""
    if name.endswith("caption"):
        expanded = _caption(attrs, content)
    elif name in ("gallery", "playlist"):
        expanded = _listing(name, attrs)
    elif name in ("audio", "video"):
        expanded = _player(name, attrs, match["attrs"], content)
    else:
        expanded = _embed(match["attrs"], content) or match[0]
    return f"{match['open']}{expanded}{match['close']}"


def _attributes(text: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in ATTRIBUTE.finditer(text)}


def _caption(attrs: dict[str, str], content: str) -> str:
    match = CAPTIONED.match(content)
    picture, words = (match[1], match[2]) if match else (content, "")
    caption = attrs.get("caption", "") or words.strip()
    return f'\n\n<figure class="wp-caption">{picture}<figcaption>{caption}</figcaption></figure>\n\n'


def _listing(name: str, attrs: dict[str, str]) -> str:
    kept = {
        "ids": attrs.get("ids") or attrs.get("include", ""),
        "post": attrs.get("id", ""),
        "exclude": attrs.get("exclude", ""),
    }
    written = "".join(f' {key}="{escape(value)}"' for key, value in kept.items() if value)
    return f"\n\n<wp-{name}{written}></wp-{name}>\n\n"


def _player(name: str, attrs: dict[str, str], raw: str, content: str) -> str:
    sources = [value for value in attrs.values() if ADDRESS.match(value)]
    sources += ADDRESS.findall(raw.replace("|", " ")) + ADDRESS.findall(content)
    files = [
        source for key, source in attrs.items() if key in ("src", "mp3", "mp4", "ogg", "m4v", "webm", "wav")
    ]
    address = (files or sources or [""])[0]
    return f'\n\n<{name} src="{escape(address)}"></{name}>\n\n' if address else ""


def _embed(raw: str, content: str) -> str:
    found = ADDRESS.search(content) or ADDRESS.search(raw)
    return embed_figure(unescape(found[0].rstrip("'"))) if found else ""


def embed_figure(address: str) -> str:
    """What the block editor writes for an embed."""
    wrapper = f'<div class="wp-block-embed__wrapper">{escape(address, quote=False)}</div>'
    return f'\n\n<figure class="wp-block-embed">{wrapper}</figure>\n\n'
