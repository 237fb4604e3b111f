"""A story as a list of sentences to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.narration.lexicon import Entry, Lexicon
from broadsheet.narration.models import Term
from broadsheet.narration.saying import say
from broadsheet.narration.script.arrangements import arrangements_for
from broadsheet.narration.script.line import Line
from broadsheet.narration.script.passage import Passage
from broadsheet.narration.script.passages import language_of, passages_of
from broadsheet.narration.script.pauses import BETWEEN_SENTENCES
from broadsheet.narration.script.sentences import sentences
from broadsheet.news.models import Story


def script_of(story: Story) -> list[Line]:
    """The script of `story` as it is in memory, which may be a draft."""
    language = language_of(story)
    lexicon = lexicon_for(language)
    arranged = arrangements_for(story.pk)
    return [
        line
        for passage in passages_of(story)
        for line in lines_of(passage, arranged.words_for(passage), language=language, lexicon=lexicon)
    ]


def lines_of(passage: Passage, words: str, *, language: str, lexicon: Lexicon) -> Iterator[Line]:
    """A passage, sentence by sentence, said in these words."""
    parts = sentences(words, language)
    for number, part in enumerate(parts, start=1):
        spoken = say(part, language=language, lexicon=lexicon)
        if spoken.words.strip():
            pause = passage.pause if number == len(parts) else BETWEEN_SENTENCES
            replaced = words != passage.words
            yield Line(passage.kind, passage.block, passage.name, part, spoken, pause, replaced=replaced)


def lexicon_for(language: str) -> Lexicon:
    """The lexicon's entries for a language and for its kin: “en” holds for “en-gb” too."""
    codes = {language.lower(), language.partition("-")[0].lower()}
    terms = Term.objects.filter(language__in=codes)
    return Lexicon(tuple(Entry(t.term, t.respelling, t.ipa, match_case=t.match_case) for t in terms))
