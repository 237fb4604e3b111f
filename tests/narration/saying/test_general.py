"""Languages other than English."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from broadsheet.narration.saying import say

UKRAINIAN = [
    ("Прийшло 2 людини.", "Прийшло дві людини."),
    ("Він купив 21 стіл.", "Він купив двадцять один стіл."),
    ("Це 2 гривні, а то 500 грн.", "Це дві гривні, а то п'ятсот гривень."),
    ("Це 21 грн чи 3 ₴?", "Це двадцять одна гривня чи три гривні?"),
    ("Це 2,5 млн грн.", "Це два кома п'ять мільйона гривень."),
    ("Це €2 млрд.", "Це два мільярди євро."),
    ("Зросло на 4,5%.", "Зросло на чотири кома п'ять відсотка."),
    ("Зросло на 2 %.", "Зросло на два відсотки."),
    ("Було −5°C.", "Було мінус п'ять градусів Цельсія."),
    ("Прийшло 1 000 людей.", "Прийшло одна тисяча людей."),
    ("Прийшло 10–15 людей.", "Прийшло від десяти до п'ятнадцяти людей."),
    ("Це за 12 км.", "Це за дванадцять кілометрів."),
    ("Було 17 вересня 2026 р. вранці.", "Було сімнадцятого вересня дві тисячі двадцять шостого року вранці."),
    ("У 2026 році.", "У дві тисячі двадцять шостому році."),
    ("Почали о 18:30.", "Почали о вісімнадцятій тридцять."),
    ("Чекали до 09:05.", "Чекали до дев'ятої нуль п'ять."),
    ("Він 1-й, вона 3-тя.", "Він перший, вона третя."),
    ("Дім №5 на вул. Садовій.", "Дім номер п'ять на вулиці Садовій."),
]
OTHERS = [
    ("de", "Es kamen 1.234 Leute.", "Es kamen eintausendzweihundertvierunddreißig Leute."),
    ("de-AT", "Das sind 3,5 %.", "Das sind drei Komma fünf Prozent."),
    ("fr", "Il a 21 ans, dit-il.", "Il a vingt et un ans, dit-il."),
    ("pl", "To 12 osób — razem.", "To dwanaście osób, razem."),
    ("ja", "3.5 キロ", "三点五 キロ"),
    ("xx", "Unknown 12 words, [[x]] 3.", "Unknown 12 words, x 3."),
]


@pytest.mark.parametrize(("written", "spoken"), UKRAINIAN)
def test_ukrainian_numbers_agree_with_what_they_count(written: str, spoken: str) -> None:
    assert say(written, language="uk").words == spoken


@pytest.mark.parametrize(("language", "written", "spoken"), OTHERS)
def test_other_languages_say_their_numbers_where_they_are_known(
    language: str, written: str, spoken: str
) -> None:
    assert say(written, language=language).words == spoken


def test_no_language_is_asked_for_a_number_it_never_comes_back_from() -> None:
    assert say("999999999999", language="am").words == "999999999999"


@settings(max_examples=40, deadline=None)
@given(some.text(alphabet=some.one_of(some.characters(), some.sampled_from("0123456789.,-%№")), max_size=40))
def test_no_text_is_too_much_for_any_language(text: str) -> None:
    for language in ("uk", "de", "ar", "xx"):
        said = say(text, language=language).words
        assert not [each for each in said if unicodedata.category(each) in ("Cc", "Cs", "Co")]
