"""A story becomes audio that is whole, and an edit voices only what it changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import av
import pytest
from django.core.files.storage import default_storage

from broadsheet.narration.actions.arrange import keep_out, say_instead
from broadsheet.narration.actions.ask import ask_for_audio
from broadsheet.narration.actions.voice_again import voice_again
from broadsheet.narration.models import Hearing, Narration, Segment, Term
from broadsheet.narration.narrator import Narrator
from broadsheet.narration.script.passage import name_of
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.news.models import Story
from tests.factories import make_author, make_story
from tests.narration.conftest import heard, narration_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper", "unindexed")]

BODY = "The mole held on Sunday. It leaked.\n\nNobody had slept in Quay Street.\n\nThe ferry sails again."


@pytest.fixture
def mole(narrator: Narrator) -> Story:
    """A story that can be heard."""
    story = make_story("The mole holds", authors=[make_author("Ada Quill")], body=BODY)
    ask_for_audio(story)
    narrator.voice_all()
    return story


def rewrite(story: Story, old: str, new: str) -> None:
    """Edit and publish, as an editor does."""
    story = Story.objects.get(pk=story.pk)
    story.body = json.dumps(
        [block | {"value": block["value"].replace(old, new)} for block in story.body.raw_data]
    )
    story.save_revision().publish()
    ask_for_audio(story)


def said(voice: MemoryVoice) -> list[str]:
    return [spoken.words for spoken in voice.spoken]


def test_every_sentence_is_said_in_the_order_of_the_page(mole: Story, voice: MemoryVoice) -> None:
    assert said(voice) == [
        "The mole holds",
        "By Ada Quill",
        "The mole held on Sunday.",
        "It leaked.",
        "Nobody had slept in Quay Street.",
        "The ferry sails again.",
    ]
    assert narration_of(mole).state == Narration.State.READY
    assert heard(mole).words.splitlines()[3] == "It leaked."


def test_the_record_says_who_spoke_and_how(mole: Story, voice: MemoryVoice) -> None:
    made = heard(mole)
    identity = voice.identity
    assert (made.provider, made.voice, made.version) == (identity.provider, identity.name, identity.version)
    assert (made.lines, made.lines_reused, made.origin) == (6, 0, "synthetic")
    assert made.loudness == pytest.approx(-16, abs=1)
    assert made.peak is not None
    assert made.peak <= -1


def test_files_are_whole_tagged_and_named_by_their_content(mole: Story) -> None:
    made = heard(mole)
    for name, codec in ((made._m4a, "aac"), (made._opus, "opus")):
        with default_storage.open(name) as file, av.open(file, mode="r") as container:
            stream = container.streams.audio[0]
            tags = {key.lower(): value for key, value in (container.metadata | stream.metadata).items()}
            length = sum(frame.samples for frame in container.decode(stream)) / stream.rate
        assert codec in stream.codec_context.name
        assert length == pytest.approx(made.seconds, abs=0.2)
        assert tags["title"] == "The mole holds"
        assert tags["artist"] == "Ada Quill"
        assert tags["comment"] == "This audio is created with AI assistance"
        assert name.startswith("audio/")


def test_captions_give_each_sentence_its_time(mole: Story) -> None:
    with default_storage.open(heard(mole)._captions) as file:
        text = file.read().decode()
    assert text.startswith("WEBVTT")
    assert text.count("-->") == 6
    assert "Nobody had slept in Quay Street." in text


def test_an_edited_word_costs_one_sentence(mole: Story, voice: MemoryVoice, narrator: Narrator) -> None:
    before = heard(mole)
    voice.spoken.clear()
    rewrite(mole, "leaked", "leaked badly")
    narrator.voice_all()
    assert said(voice) == ["It leaked badly."]
    after = heard(mole)
    assert after.pk != before.pk
    assert after.lines_reused == 5
    assert not set(after.file_names()) & set(before.file_names())


def test_publishing_the_same_words_again_makes_nothing(
    mole: Story, voice: MemoryVoice, narrator: Narrator
) -> None:
    before = heard(mole)
    voice.spoken.clear()
    rewrite(mole, "leaked", "leaked")
    narrator.voice_all()
    assert said(voice) == []
    assert heard(mole).pk == before.pk
    assert narration_of(mole).state == Narration.State.READY


def test_a_lexicon_entry_voices_only_what_holds_the_term(
    mole: Story,
    voice: MemoryVoice,
    narrator: Narrator,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    other = make_story("No such street", body="Elsewhere.")
    ask_for_audio(other)
    narrator.voice_all()
    voice.spoken.clear()
    with django_capture_on_commit_callbacks(execute=True):
        Term.objects.create(term="Quay", language="en", respelling="Key")
    narrator.voice_all()
    assert said(voice) == ["Nobody had slept in Key Street."]
    assert heard(mole).terms == ["Quay"]
    assert "Quay Street" in heard(mole).words


def test_a_kept_out_block_is_not_heard_whatever_becomes_of_its_words(
    mole: Story, voice: MemoryVoice, narrator: Narrator
) -> None:
    block = Story.objects.get(pk=mole.pk).body.raw_data[0]["id"]
    keep_out(mole, block=block, kept_out=True)
    rewrite(mole, "leaked", "flooded")
    narrator.voice_all()
    assert heard(mole).words.splitlines() == ["The mole holds", "By Ada Quill"]
    keep_out(mole, block=block, kept_out=False)
    narrator.voice_all()
    assert "It flooded." in heard(mole).words


def test_other_words_are_said_until_the_passage_is_edited(
    mole: Story, voice: MemoryVoice, narrator: Narrator
) -> None:
    block = Story.objects.get(pk=mole.pk).body.raw_data[0]["id"]
    passage = name_of("Nobody had slept in Quay Street.")
    say_instead(mole, block=block, passage=passage, words="The street was awake.")
    narrator.voice_all()
    assert "The street was awake." in said(voice)
    assert "Nobody" not in heard(mole).words
    rewrite(mole, "Nobody", "Hardly anybody")
    narrator.voice_all()
    assert "Hardly anybody had slept in Quay Street." in heard(mole).words
    assert Hearing.objects.count() == 1


def test_another_take_says_everything_again(mole: Story, voice: MemoryVoice, narrator: Narrator) -> None:
    before = heard(mole)
    voice.spoken.clear()
    voice_again(mole)
    narrator.voice_all()
    assert len(said(voice)) == 6
    assert heard(mole).pk != before.pk


def test_a_segment_whose_file_is_lost_is_said_again(
    mole: Story, voice: MemoryVoice, narrator: Narrator
) -> None:
    lost = Segment.objects.get(words="It leaked.")
    lost.file.storage.delete(lost.file.name)
    voice.spoken.clear()
    rewrite(mole, "Sunday", "Monday")
    narrator.voice_all()
    assert said(voice) == ["The mole held on Monday.", "It leaked."]


def test_a_sentence_that_comes_twice_is_said_once(voice: MemoryVoice, narrator: Narrator) -> None:
    story = make_story("H", body="It held.\n\nIt held.")
    ask_for_audio(story)
    narrator.voice_all()
    assert said(voice) == ["H", "It held."]
    assert heard(story).lines == 3


def test_a_language_without_a_voice_is_silent_and_says_so(voice: MemoryVoice, narrator: Narrator) -> None:
    story = make_story("Мол тримається", language="uk")
    ask_for_audio(story)
    narrator.voice_all()
    narration = narration_of(story)
    assert (narration.state, narration.production) == (Narration.State.SILENT, None)
    assert narration.reason == "There is no voice for uk."
    assert said(voice) == []
