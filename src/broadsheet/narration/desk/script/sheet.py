"""The script of a story as an editor reads it: block by block, passage by passage, sentence by sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from broadsheet.narration.desk.script.differences import Pieces, differences
from broadsheet.narration.lexicon import Lexicon
from broadsheet.narration.models import Hearing
from broadsheet.narration.script.line import Kind, Line
from broadsheet.narration.script.passage import Passage
from broadsheet.narration.script.passages import language_of, passages_of
from broadsheet.narration.script.reading import lexicon_for, lines_of
from broadsheet.narration.spoken import Spoken
from broadsheet.news.models import Story


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written and as said, both in pieces; `key` names its sound for the button.

    `terms` are those of the lexicon that shaped it, with their sounds where it has them: “Kyiv /ˈkiːv/”.
    """

    key: str
    written: Pieces
    said: Pieces
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A passage: its words on the page, what is said of it, and the other words that an editor gave it."""

    passage: Passage
    sentences: list[Sentence]
    other_words: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the story, which is heard or kept out as a whole."""

    id: str
    kind: str
    is_kept_out: bool
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it. `stale` are other words whose passage is no longer there as it was."""

    language: str
    blocks: list[Block]
    stale: list[Hearing]

    @property
    def passages(self) -> list[Passage]:
        """Every passage, heard or not."""
        return [part.passage for block in self.blocks for part in block.parts]


def sheet_of(story: Story) -> Sheet:
    """The sheet of `story` as it is in memory, which may be a draft."""
    language = language_of(story)
    hearings = list(Hearing.objects.filter(story=story.pk).order_by("pk"))
    reading = _Reading(language, lexicon_for(language), hearings)
    passages = list(passages_of(story))
    there = {(passage.block, passage.name) for passage in passages}
    stale = [one for one in hearings if one.passage and (one.block, one.passage) not in there]
    return Sheet(language, list(reading.blocks(passages)), stale)


def key_of(spoken: Spoken) -> str:
    """A short name of what is said."""
    return hashlib.sha256(spoken.key.encode()).hexdigest()[:24]


class _Reading:
    """Reads passages with what was arranged for them."""

    def __init__(self, language: str, lexicon: Lexicon, hearings: Iterable[Hearing]) -> None:
        self._language, self._lexicon = language, lexicon
        self._words = {(one.block, one.passage): one.words for one in hearings if one.words}
        self._kept_out = {one.block for one in hearings if one.kept_out}
        self._sounds = {entry.term: f"{entry.term} /{entry.ipa}/" for entry in lexicon.entries if entry.ipa}

    def blocks(self, passages: Iterable[Passage]) -> Iterator[Block]:
        for name, group in groupby(passages, key=lambda passage: passage.block):
            is_kept_out = name in self._kept_out
            parts = [self._part(passage, is_kept_out=is_kept_out) for passage in group]
            yield Block(name, _kind(parts), is_kept_out, parts)

    def _part(self, passage: Passage, *, is_kept_out: bool) -> Part:
        other = self._words.get((passage.block, passage.name), "")
        if is_kept_out:
            return Part(passage, [], other)
        lines = lines_of(passage, other or passage.words, language=self._language, lexicon=self._lexicon)
        return Part(passage, list(self._sentences(passage, lines)), other)

    def _sentences(self, passage: Passage, lines: Iterable[Line]) -> Iterator[Sentence]:
        for number, line in enumerate(lines):
            written, said = differences(line.written, line.spoken.words)
            if line.replaced:
                # Beside other words stands the whole passage, once: its sentences are not theirs.
                written = [(passage.words, False)] if number == 0 else []
            terms = tuple(self._sounds.get(term, term) for term in line.spoken.terms)
            yield Sentence(key_of(line.spoken), written, said, terms)


def _kind(parts: list[Part]) -> str:
    """What a block is called: a speaker comes before a quote, and a heading before facts."""
    kind = parts[-1].passage.kind
    return str(Kind.TEXT if kind == Kind.ITEM else kind)
