"""Seeding that was interrupted leaves nothing half-made, and the next try makes it whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.models import Page

from broadsheet.demo.seeding.newsroom import seed_newsroom
from broadsheet.demo.seeding.stories import StoryDesk
from broadsheet.media.models import Picture
from broadsheet.news.models import Author, FrontPage, Story, Topic


@pytest.mark.usefixtures("undrawn")
def test_an_interrupted_seeding_leaves_nothing_half_made(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Page.objects.count()
    filed: list[Any] = []

    def interrupt(desk: StoryDesk, *args: Any, **kwargs: Any) -> None:
        filed.append(args)
        if len(filed) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(StoryDesk, "file", interrupt)
    with pytest.raises(KeyboardInterrupt):
        seed_newsroom(lambda *_: None)
    assert Page.objects.count() == pages
    for model in (FrontPage, Story, Author, Topic, User):
        assert not model.objects.exists()


@pytest.mark.usefixtures("undrawn")
def test_pictures_that_were_drawn_are_used_by_the_next_try(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(StoryDesk, "open", interrupt)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            seed_newsroom(lambda *_: None)
    titles = list(Picture.objects.values_list("title", flat=True))
    assert len(titles) == len(set(titles)) > 40
