"""What machines read: feeds, sitemaps, structured data."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from broadsheet.mirror.rewriting.signposts import Signposts

# JSON may hold these as escapes everywhere, and then no word in it can end the script.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_NOT_HERE = "potentialAction"  # the search


def xml(text: str, signs: Signposts) -> str:
    """A feed or a sitemap with the paper's whole addresses written anew."""

    def replace(match: re.Match[str]) -> str:
        return html.escape(signs.for_machines(html.unescape(match[0])), quote=False)

    return signs.own.pattern.sub(replace, text)


def structured_data(text: str, signs: Signposts) -> str:
    """JSON-LD with the mirror's addresses; empty where nobody knows them, since it must hold whole ones."""
    if not signs.url:
        return ""
    try:
        data = _walked(json.loads(text), signs)
    except ValueError:
        return ""
    return json.dumps(data, ensure_ascii=False).translate(_UNSAFE)


def _walked(thing: Any, signs: Signposts) -> Any:
    match thing:
        case dict():
            return {key: _walked(value, signs) for key, value in thing.items() if key != _NOT_HERE}
        case list():
            return [_walked(value, signs) for value in thing]
        case str() if signs.own.is_absolute(thing):
            return signs.whole(thing)
        case _:
            return thing
