"""Counting words and reading time, in any script.

Scripts that put no spaces between words (Chinese, Japanese, Thai, Khmer, Lao, Burmese) are counted by
character: CHARACTERS_A_WORD characters take about as long to read as one spaced word, which is the mean
that Trauzettel-Klosinski & Dietz (2012, doi:10.1167/iovs.11-8284) measured for Chinese and Japanese.
"""

from __future__ import annotations

import math
import re

CHARACTERS_A_WORD = 1.5

# Han, kana, Thai, Lao, Burmese and Khmer.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
# A word: letters and digits of one run, held together by apostrophes, hyphens, points and marks inside it.
_WORD = re.compile(r"\w+(?:[\u0300-\u036f\u0591-\u06ed\u200c\u200d'’ʼ\-‑.,:/]*\w+)*")


def count_words(text: str) -> int:
    """The number of words in plain `text`."""
    unspaced = len(_UNSPACED.findall(text))
    spaced = len(_WORD.findall(_UNSPACED.sub(" ", text)))
    return spaced + math.ceil(unspaced / CHARACTERS_A_WORD)


def reading_minutes(words: int, *, per_minute: int) -> int:
    """Whole minutes to read `words` at `per_minute` words a minute; never less than one."""
    return max(1, round(words / max(1, per_minute)))
