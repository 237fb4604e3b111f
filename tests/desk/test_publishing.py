"""What must be there before a story is published, and what a draft may lack: through the desk's own forms."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from broadsheet.news.models import Story
from tests.desk.forms import errors_in, send_story, story_form, write_story
from tests.factories import make_picture, make_section, sign_in

HEADLINE = "Written at the desk"


@pytest.fixture
def silent(db: None) -> Any:
    """A picture that nobody described."""
    return make_picture(alt="")


def test_a_picture_without_words_keeps_a_story_from_being_published(
    ben: User, paper: Any, silent: Any
) -> None:
    data = story_form(HEADLINE, lead_picture=silent.pk)
    response = write_story(ben, make_section(), data, action="publish")
    assert response.status_code == 200
    assert "Say what the lead picture shows" in errors_in(response)
    assert not Story.objects.live().exists()


def test_a_draft_may_have_a_picture_without_words(ben: User, paper: Any, silent: Any) -> None:
    write_story(ben, make_section(), story_form(HEADLINE, lead_picture=silent.pk))
    assert Story.objects.get(title=HEADLINE).lead_picture == silent
    assert not Story.objects.live().exists()


def test_a_story_without_words_for_its_picture_cannot_be_submitted_either(
    ada: User, paper: Any, silent: Any
) -> None:
    data = story_form(HEADLINE, lead_picture=silent.pk)
    assert "Say what the lead picture shows" in errors_in(
        write_story(ada, make_section(), data, action="submit")
    )


@pytest.mark.parametrize("words", [{"lead_alt": "The mole"}, {}])
def test_words_for_the_picture_here_or_its_own_are_enough(
    ben: User, paper: Any, words: dict[str, str]
) -> None:
    picture = make_picture(alt="" if words else "The mole")
    write_story(ben, make_section(), story_form(HEADLINE, lead_picture=picture.pk, **words), action="publish")
    assert Story.objects.live().get().alt == "The mole"


def pictures(silent: Any, alt: str) -> dict[str, Any]:
    block = {"picture": silent.pk, "alt": alt, "caption": ""}
    listed = {
        "count": 2,
        **{str(n): {"id": "", "deleted": "", "order": n, "value": block, "type": "item"} for n in range(2)},
    }
    return {"picture": block, "gallery": {"title": "", "pictures": listed}}


@pytest.mark.parametrize("kind", ["picture", "gallery"])
def test_pictures_in_the_text_need_words_before_publishing(
    ben: User, paper: Any, silent: Any, kind: str
) -> None:
    section = make_section()
    for alt, published in (("", False), ("The mole", True)):
        data = story_form(HEADLINE, body=[(kind, pictures(silent, alt)[kind])])
        response = write_story(ben, section, data, action="publish")
        assert Story.objects.live().exists() is published, errors_in(response)
    assert Story.objects.get().body[0].block_type == kind


def test_a_draft_may_have_a_picture_without_words_in_its_text(ben: User, paper: Any, silent: Any) -> None:
    write_story(
        ben, make_section(), story_form(HEADLINE, body=[("picture", pictures(silent, "")["picture"])])
    )
    assert not Story.objects.get(title=HEADLINE).live


def test_an_edited_story_keeps_standing_until_it_is_published_again(
    ben: User, story: Story, silent: Any
) -> None:
    data = story_form(story.title, lead_picture=silent.pk, slug=story.slug)
    assert send_story(ben, story, data, action="publish").status_code == 200
    assert Story.objects.get(pk=story.pk).lead_picture is None


def test_an_update_is_dated_only_when_the_editor_says_that_it_matters(ben: User, story: Story) -> None:
    data = story_form("Ferry back", slug=story.slug)
    send_story(ben, story, data, action="publish")
    assert Story.objects.get(pk=story.pk).updated_at is None
    send_story(ben, story, data | {"matters_to_readers": "on"}, action="publish")
    updated = Story.objects.get(pk=story.pk).updated_at
    assert timezone.now() - updated < timedelta(minutes=1)
    assert "Updated" in sign_in(ben).get(story.url).content.decode()


def test_an_emptied_publication_time_is_kept(ben: User, story: Story) -> None:
    send_story(ben, story, story_form("Ferry back", slug=story.slug, published_at=""), action="publish")
    after = Story.objects.get(pk=story.pk)
    assert after.title == "Ferry back"
    assert abs(after.published_at - story.published_at) < timedelta(milliseconds=1)


def test_a_scheduled_story_waits(ben: User, paper: Any) -> None:
    later = timezone.now() + timedelta(hours=1)
    data = story_form(HEADLINE, go_live_at=later.strftime("%Y-%m-%d %H:%M"))
    write_story(ben, make_section(), data, action="publish")
    waiting = Story.objects.get(title=HEADLINE)
    assert (waiting.live, waiting.approved_schedule) == (False, True)


def test_editors_see_what_to_look_at_in_the_form(ben: User, story: Story) -> None:
    fresh = Story.objects.get(pk=story.pk)
    fresh.title = "x" * 111
    fresh.save_revision()
    page = sign_in(ben).get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "The headline has 111 characters: 110 are enough." in page


def test_nothing_is_said_where_nothing_is_wrong(ben: User, story: Story) -> None:
    page = sign_in(ben).get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "Before you publish" not in page


def test_several_stories_published_at_once_are_held_to_the_same(ben: User, draft: Story, silent: Any) -> None:
    fresh = Story.objects.get(pk=draft.pk)
    fresh.lead_picture = silent
    fresh.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for chosen in (draft, draft.section):
        page = sign_in(ben).post(
            f"{address}?id={chosen.pk}&next=/desk/", {"include_descendants": "on"}, follow=True
        )
        assert "Nothing was published" in page.content.decode()
        assert not Story.objects.get(pk=draft.pk).live
    silent.description = "The mole"
    silent.save()
    sign_in(ben).post(f"{address}?id={draft.pk}&next=/desk/", {})
    assert Story.objects.get(pk=draft.pk).live
