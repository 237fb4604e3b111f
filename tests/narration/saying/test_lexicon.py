"""The newsroom's lexicon in a sentence."""

from __future__ import annotations

import pytest

from broadsheet.narration.lexicon import Entry, Lexicon
from broadsheet.narration.saying import say
from broadsheet.narration.spoken import Run, Spoken

KYIV = Entry("Kyiv", respelling="Keev")
SOUNDED = Entry("Kyiv", ipa="kiːv")


def _say(text: str, *entries: Entry, language: str = "en", capitals: bool = False) -> Spoken:
    return say(text, language=language, lexicon=Lexicon(entries), capitals=capitals)


def test_a_term_is_said_as_it_is_respelt() -> None:
    assert _say("He left Kyiv today.", KYIV) == Spoken((Run("He left Keev today."),), ("Kyiv",))


def test_a_term_with_sounds_is_a_run_of_its_own() -> None:
    said = _say("He left Kyiv at 6 a.m.", SOUNDED)
    assert said.runs == (Run("He left "), Run("Kyiv", "kiːv"), Run(" at six a.m."))


def test_sounds_go_with_a_respelling_for_voices_that_make_none() -> None:
    assert _say("Kyiv", Entry("Kyiv", "Keev", "kiːv")).runs == (Run("Keev", "kiːv"),)


@pytest.mark.parametrize("written", ["Kyiv’s mayor left.", "Kyiv's mayor left."])
def test_a_possessive_goes_with_its_term(written: str) -> None:
    assert _say(written, KYIV).words == "Keev’s mayor left."


@pytest.mark.parametrize(
    ("ipa", "sounds"), [("kiːv", "kiːvz"), ("ɡdaɲsk", "ɡdaɲsks"), ("hædʒ", "hædʒɪz"), ("liː", "liːz")]
)
def test_the_sound_of_a_possessive_follows_the_last_sound(ipa: str, sounds: str) -> None:
    assert _say("Term’s end", Entry("Term", ipa=ipa)).runs[0] == Run("Term’s", sounds)


def test_only_english_has_such_possessives() -> None:
    assert _say("Kyiv’s", SOUNDED, language="uk").terms == ()


@pytest.mark.parametrize(
    "written", ["Kyivan cake", "Novokyiv", "O’Kyiv", "Kyiv’an", "www.Kyiv.example", "ada@kyiv.example"]
)
def test_a_part_of_a_word_or_an_address_is_no_term(written: str) -> None:
    assert _say(written, KYIV).terms == ()


@pytest.mark.parametrize(
    "written", ["(Kyiv)", "“Kyiv”", "pre-Kyiv", "Kyiv-based", "Kyiv/Lviv", "kyiv", "KYIV!"]
)
def test_a_term_is_found_beside_signs_and_in_any_case(written: str) -> None:
    assert _say(written, KYIV).terms == ("Kyiv",)


def test_a_term_may_insist_on_its_case() -> None:
    may = Entry("May", respelling="Mae", match_case=True)
    assert _say("May may go.", may).words == "Mae may go."


def test_capitals_tell_no_case() -> None:
    assert _say("MAY WINS", Entry("May", respelling="Mae", match_case=True), capitals=True).terms == ("May",)


def test_the_longest_term_wins() -> None:
    said = _say("New York and York", Entry("York", "Yawk"), Entry("New York", "Noo Yawk City"))
    assert (said.words, said.terms) == ("Noo Yawk City and Yawk", ("New York", "York"))


def test_rules_leave_a_term_alone() -> None:
    said = _say(
        "The FTSE 100 and St. Olave 12 km off", Entry("FTSE 100", "Footsie 100"), Entry("Olave", ipa="x")
    )
    assert said.words == "The Footsie 100 and Saint Olave twelve kilometres off"


def test_a_term_is_named_once_and_only_when_used() -> None:
    assert _say("Kyiv, Kyiv and Kyiv’s", KYIV, Entry("Lviv", "Leviv")).terms == ("Kyiv",)


def test_private_characters_in_the_text_are_no_terms() -> None:
    assert _say("\ue000 Kyiv \ue001", SOUNDED).words == "Kyiv"


def test_the_lexicon_serves_other_languages() -> None:
    assert _say("Він у Харкові.", Entry("Харкові", "Ха́ркові"), language="uk").words == "Він у Ха́ркові."
