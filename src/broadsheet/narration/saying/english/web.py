"""Addresses of the web and of mail, handles and hashtags.

A site's name is said (“ledger dot example”); an address with more than one short word behind it is “a link”.
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.rule import rule

_ENDINGS = (
    r"(?:com|org|net|info|example|test|news|media|press|gov|edu|mil|int"
    r"|io|eu|uk|us|ua|de|fr|pl|ca|au|ie|ru|it|es|nl|tv|me|co)"
)
_LONGEST_PATH = 16


def _site(name: str) -> str:
    name = name.lower() if name.isupper() else name
    return name.removeprefix("www.").replace(".", " dot ")


def _link(found: re.Match[str]) -> str:
    name, _, path = found["where"].partition("/")
    path = path.rstrip("/")
    if not re.fullmatch(r"[a-zA-Z0-9.-]+", name) or (
        path and not re.fullmatch(rf"[a-z]{{1,{_LONGEST_PATH}}}", path)
    ):
        return "a link"
    return _site(name) + (f" slash {path}" if path else "")


def _words_of(tag: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag).replace("_", " ")


_END = r"(?<![.,;:!?)’”'\"])"
RULES = (
    rule(rf"(?:https?://|\bwww\.(?=\w))(?P<where>[^\s<>“”\"]+){_END}", _link),
    rule(
        r"(?<![\w.+-])(?P<who>[\w.+-]{1,64}+)@(?P<at>[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,6})",
        lambda found: f"{found['who'].replace('.', ' dot ')} at {_site(found['at'])}",
    ),
    rule(r"(?<!\w)@(?P<who>\w{2,30})", lambda found: f"at {_words_of(found['who'])}"),
    rule(r"(?<!\w)#(?P<tag>[A-Za-z]\w{1,60})", lambda found: f"hashtag {_words_of(found['tag'])}"),
    rule(
        rf"(?<![\w.-])(?P<where>(?:[a-zA-Z0-9-]{{1,63}}\.){{1,4}}(?i:{_ENDINGS})(?:/[^\s<>“”\"]{{0,300}}{_END})?)(?![\w-])(?!\.\w)",
        _link,
    ),
)
