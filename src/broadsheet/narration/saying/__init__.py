"""Puts written words into those that a newsreader says.

`cleaning.py` takes out what no voice can say, `terms.py` keeps the lexicon's terms out of the rules' way, `english/`
and `general/` hold the rules. A language's rules stand in one ordered list.
"""

from __future__ import annotations

from broadsheet.narration.lexicon import EMPTY, Lexicon
from broadsheet.narration.saying import english, general
from broadsheet.narration.saying.cleaning import cleaned
from broadsheet.narration.saying.terms import hide
from broadsheet.narration.spoken import Spoken

__all__ = ["say"]


def say(text: str, *, language: str, lexicon: Lexicon = EMPTY, capitals: bool = False) -> Spoken:
    """One sentence as written → as a newsreader says it. Without words in it (“* * *”) there are no runs.

    `language` is a code such as “en”, “en-gb”, “uk”; “en” is British. `capitals`: the sentence is set in capitals, so
    they tell nothing; a whole sentence in capitals is known as one without being told.
    """
    code = language.lower().replace("_", "-")
    main = code.partition("-")[0]
    capitals = capitals or english.shouts(text)
    hidden = hide(cleaned(text), lexicon, language=main, capitals=capitals)
    if main == "en":
        said = english.said(hidden.text, american=code == "en-us", capitals=capitals)
    else:
        said = general.said(hidden.text, language=main)
    return hidden.reveal(said)
