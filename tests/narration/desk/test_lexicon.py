"""The lexicon: who keeps it, what it takes, and how it sounds before it is saved."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from broadsheet.narration.desk.lexicon.ipa import strangers, tidy
from broadsheet.narration.models import Narration, Term
from broadsheet.news.models import Story
from tests.factories import make_production, sign_in
from tests.narration.desk.pages import BY_SCRIPT, words

ADD, INDEX, HEAR = (f"lexicon:{page}" for page in ("add", "list", "hear"))
KYIV = {"term": "Kyiv", "language": "en", "respelling": "Keev", "ipa": "", "note": ""}


def save(client: Client, **fields: str) -> Any:
    return client.post(reverse(ADD), KYIV | fields, follow=True)


@pytest.mark.parametrize("ipa", ["ˈkiːv", "t͡ʃɔrˈnɔbɪlʲ", "ɡɑ̃", "ɹəˈpɔːtə", "a b", "ɝ˞", "çø"])
def test_ipa_is_taken(ipa: str) -> None:
    assert strangers(tidy(ipa)) == []


@pytest.mark.parametrize(("typed", "meant"), [("/'ki:v/", "ˈkiːv"), ("[go]", "ɡo"), ("dʒɪm", "dʒɪm")])
def test_what_a_keyboard_has_for_ipa_is_put_right(typed: str, meant: str) -> None:
    assert tidy(typed) == meant


@pytest.mark.parametrize(("ipa", "wrong"), [("K8v", ["K", "8"]), ("ки", ["к", "и"]), ("<b>", ["<", ">"])])
def test_anything_else_is_named(ipa: str, wrong: list[str]) -> None:
    assert strangers(tidy(ipa)) == wrong


@pytest.mark.django_db
def test_a_reporter_settles_a_name_and_hears_how_many_stories_hold_it(ada: User, story: Story) -> None:
    make_production(story, lines=["A letter from Kyiv."])
    page = save(sign_in(ada))
    assert "1 story holds it: only those sentences are voiced anew" in words(page)
    assert Term.objects.get().respelling == "Keev"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ipa": "K8v"}, "“K”, “8” is not in the International Phonetic Alphabet"),
        ({"respelling": ""}, "Say how it sounds"),
        ({"language": "english"}, "by its code of two or three letters"),
        ({"term": " … "}, "a letter or a digit"),
    ],
)
def test_what_is_wrong_is_said_in_words(ada: User, fields: dict[str, str], said: str) -> None:
    assert said in words(save(sign_in(ada), **fields))
    assert not Term.objects.exists()


def test_an_entry_is_there_once_and_holds_for_the_whole_language(ada: User) -> None:
    desk = sign_in(ada)
    save(desk, language="en-GB")
    assert Term.objects.get().language == "en"
    assert "has an entry in this language already" in words(save(desk, term="KYIV"))


def test_the_list_is_searched_and_filtered(ada: User) -> None:
    Term.objects.create(term="Kyiv", language="en", respelling="Keev")
    Term.objects.create(term="Nice", language="fr", respelling="niss")
    desk = sign_in(ada)
    for query in ({"q": "kee"}, {"language": "en"}):
        shown = desk.get(reverse(INDEX), query).content.decode()
        assert ("Keev" in shown, "niss" in shown) == (True, False)


def test_a_word_from_a_script_begins_an_entry(ada: User) -> None:
    page = sign_in(ada).get(reverse(ADD), {"term": "Odesa", "language": "uk"})
    assert b'value="Odesa"' in page.content
    assert b'value="uk"' in page.content


def test_a_term_is_heard_before_it_is_saved(ada: User) -> None:
    heard = sign_in(ada).post(reverse(HEAR), KYIV)
    assert (heard.status_code, heard["Content-Type"]) == (200, "audio/flac")
    assert heard.content != sign_in(ada).post(reverse(HEAR), KYIV | {"respelling": "Kai-eff"}).content
    assert not Term.objects.exists()


def test_an_entry_that_is_there_is_heard_again_and_the_word_alone(ada: User) -> None:
    Term.objects.create(term="Kyiv", language="en", respelling="Keev")
    desk = sign_in(ada)
    assert desk.post(reverse(HEAR), KYIV).status_code == 200
    assert desk.post(reverse(HEAR), KYIV | {"respelling": ""}).status_code == 200


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ipa": "8"}, "International Phonetic Alphabet"),
        ({"term": ""}, "required"),
        ({"language": "uk"}, "There is no voice for Ukrainian"),
    ],
)
def test_what_cannot_be_heard_says_why(ada: User, fields: dict[str, str], said: str) -> None:
    answer = sign_in(ada).post(reverse(HEAR), KYIV | fields)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)


def test_an_entry_under_another_name_lets_go_of_the_old_one(ada: User, story: Story) -> None:
    make_production(story, lines=["A letter from Kyiv."])
    term = Term.objects.create(term="Kyiv", language="en", respelling="Keev")
    sign_in(ada).post(reverse("lexicon:edit", args=[term.pk]), KYIV | {"term": "Odesa"})
    assert Term.objects.get().term == "Odesa"
    assert Narration.objects.get(story=story).state == Narration.State.QUEUED


def test_an_outsider_neither_keeps_nor_hears_it_and_a_reporter_deletes_none(ada: User, dan: User) -> None:
    term = Term.objects.create(term="Kyiv", language="en", respelling="Keev")
    assert sign_in(dan).post(reverse(HEAR), KYIV, headers=BY_SCRIPT).status_code in (302, 403)
    save(sign_in(dan), term="Odesa")
    sign_in(ada).post(reverse("lexicon:delete", args=[term.pk]))
    assert list(Term.objects.values_list("term", flat=True)) == ["Kyiv"]


def test_an_editor_deletes_an_entry(desk: Client) -> None:
    term = Term.objects.create(term="Kyiv", language="en", respelling="Keev")
    page = desk.post(reverse("lexicon:delete", args=[term.pk]), follow=True)
    assert "“Kyiv” is no longer in the lexicon." in words(page)
