"""Sounds stand in brackets, with what belongs to them; words that look like sounds do not."""

from __future__ import annotations

import pytest

from broadsheet.narration.spoken import Run, Spoken
from broadsheet.narration.voices.piper.wording import text_of

SIGNS = frozenset("abdefhijklmnoprstuvwzɡəɪʃːˈ .,!?")
KYIV = Run("Kyiv", "ˈkiːv")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ((Run("In "), KYIV, Run(" it rains.")), "In [[ ˈkiːv ]] it rains."),
        ((KYIV,), "[[ ˈkiːv ]]"),
        ((Run("She left "), KYIV, Run(". It rained.")), "She left [[ ˈkiːv. ]] It rained."),
        ((Run("“"), KYIV, Run(",” she said")), "“ [[ ˈkiːv, ]] ” she said"),
        ((Run("“"), KYIV, Run("”, she said")), "“ [[ ˈkiːv, ]] she said"),
        ((KYIV, Run("’s market")), "[[ ˈkiːvz ]] market"),
        ((Run("Bek", "bek"), Run("'s.")), "[[ beks. ]]"),
        ((Run("Ruş", "ruʃ"), Run("’s")), "[[ ruʃɪz ]]"),
        ((KYIV, Run("’so")), "[[ ˈkiːv ]] ’so"),
        ((KYIV, Run("-based")), "[[ ˈkiːv ]] based"),
        ((KYIV, Run("…")), "[[ ˈkiːv. ]]"),
        ((Run("Kyiv", "/'ki:.jiv/"),), "[[ ˈkiːjiv ]]"),
        ((Run("Gig", "gəg"),), "[[ ɡəɡ ]]"),
        ((Run("Kyiv", "日本"), Run("’s")), "Kyiv’s"),
        ((Run("a [[ b ]] c]]"),), "a [ [ b ] ] c] ]"),
        ((Run("a["), KYIV, Run("]b")), "a[ [[ ˈkiːv ]] ]b"),
        ((Run("two\nlines\x00\u202e"),), "two lines"),
    ],
)
def test_runs_become_one_line(runs: tuple[Run, ...], text: str) -> None:
    assert text_of(Spoken(runs), SIGNS) == text
