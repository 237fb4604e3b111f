"""Words compared as a reader compares them."""

from __future__ import annotations

import pytest

from broadsheet.kit.stems import fold, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("ferry", "ferries", "Ferry"),
        ("close", "closes", "closed", "closing"),
        ("plan", "plans", "planned", "planning"),
        ("church", "churches"),
        ("vote", "votes", "voted", "voting"),
        ("crossing", "crossings", "cross", "crosses"),
        ("kill", "killed", "killing"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("news", "new"), ("king", "k"), ("bus", "bu"), ("red", "r"), ("string", "str"), ("harbour", "harbor")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_folding_takes_latin_accents_off_and_leaves_other_letters_whole() -> None:
    assert fold("Café ÀÉÎ") == "cafe aei"
    assert fold("Йод") == "йод"
    assert fold("ДІЇ") == "дії"
