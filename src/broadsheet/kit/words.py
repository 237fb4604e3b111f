"""Counting words and reading time, in any script.

Where a script puts no spaces between words, characters stand for them: a Chinese or Japanese word has about
one and a half, a word of Thai, Lao, Burmese or Khmer about five with its vowel signs.
"""

from __future__ import annotations

import math
import re

# The characters of a script without spaces, and how many of them make a word.
_UNSPACED = (
    # Han, hiragana and katakana, the rarer Han of the second plane included.
    (re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 1.5),
    # Thai, Lao, Burmese and Khmer.
    (re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 5),
)
# Hyphens and apostrophes hold a word together; dashes and dots of omission part two.
_GAP = re.compile(r"[\s–—…]+")
_LETTER = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """The number of words in plain `text`."""
    count = 0
    for characters, in_a_word in _UNSPACED:
        text, found = characters.subn(" ", text)
        count += math.ceil(found / in_a_word)
    return count + sum(1 for word in _GAP.split(text) if _LETTER.search(word))


def reading_minutes(words: int, *, per_minute: int) -> int:
    """Whole minutes to read `words` at `per_minute` words a minute; never less than one."""
    return max(1, round(words / max(1, per_minute)))
