"""What the newsroom says of its podcast at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client

from broadsheet.narration.models import Podcast
from broadsheet.narration.podcast.categories import Category
from tests.factories import Paper, make_picture, sign_in
from tests.narration.podcast.rules.apple import CATEGORIES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]


def test_every_category_is_one_of_apples() -> None:
    known = {f"{name}/{within}" for name, inside in CATEGORIES.items() for within in inside} | set(CATEGORIES)
    assert set(Category.values) <= known


@pytest.mark.parametrize("size", [(1_399, 3_000), (3_000, 1_399)])
def test_a_cover_that_directories_turn_away_is_refused(paper: Paper, size: tuple[int, int]) -> None:
    picture = make_picture("Cover", size=(4, 4))
    picture.width, picture.height = size
    with pytest.raises(ValidationError, match="choose one of at least 1400 × 1400"):
        Podcast(site=paper.site, picture=picture).clean()


def test_a_publisher_changes_it_and_an_editor_does_not(paper: Paper, paula: User, ben: User) -> None:
    address = f"/desk/settings/narration/podcast/{paper.site.pk}/"
    form = {"title": "The Ledger aloud", "description": "", "category": "News", "picture": "", "guid": ""}

    assert sign_in(ben).post(address, form).status_code == 302
    assert not Podcast.objects.filter(title="The Ledger aloud").exists()
    assert sign_in(paula).post(address, form).status_code == 302

    assert Podcast.objects.get().title == "The Ledger aloud"
    assert b"<title>The Ledger aloud</title>" in Client().get("/podcast.xml").content
