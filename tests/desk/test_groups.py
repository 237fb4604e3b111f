"""Who may do what: Ada reports, Ben edits, Paula publishes, Dan is an outsider."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Workflow, WorkflowState
from wagtail.test.utils.form_data import inline_formset

from broadsheet.news.models import Author, Story, Topic
from broadsheet.pages.models import Newsroom
from tests.desk.forms import send_story, story_form, write_story
from tests.factories import Paper, make_section, make_story, sign_in

HEADLINE = "Written at the desk"


def edit_address(story: Story) -> str:
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def status(user: User, address: str) -> int:
    return sign_in(user).get(address).status_code


@pytest.fixture
def submitted(ada: User, paper: Paper) -> Story:
    """Ada's story, waiting for an editor."""
    write_story(ada, make_section(), story_form(HEADLINE, authors=[ada.author]), action="submit")
    return Story.objects.get(title=HEADLINE)


def test_the_three_groups_and_their_workflow_are_there_from_the_start(db: None) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {"Reporters", "Editors", "Publishers"}
    assert Workflow.objects.get(active=True).name == "the editors"


def test_readers_are_asked_to_sign_in_at_the_desk(cleo: Client, db: None) -> None:
    assert cleo.get("/desk/")["Location"].startswith("/desk/login/")


def test_an_outsider_does_not_get_into_the_desk(dan: User) -> None:
    assert "/desk/login/" in sign_in(dan).get("/desk/")["Location"]


def test_a_reporter_writes_a_draft(ada: User, paper: Paper) -> None:
    write_story(ada, make_section(), story_form(HEADLINE, authors=[ada.author]))
    written = Story.objects.get(title=HEADLINE)
    assert (written.live, written.owner, written.authors) == (False, ada, [ada.author])


def test_a_reporter_cannot_publish(ada: User, paper: Paper) -> None:
    write_story(ada, make_section(), story_form(HEADLINE), action="publish")
    assert not Story.objects.live().exists()
    page = sign_in(ada).get(edit_address(Story.objects.get())).content.decode()
    assert "action-publish" not in page
    assert "action-submit" in page


def test_a_reporter_edits_their_own_story_and_nobody_elses(ada: User, ben: User, story: Story) -> None:
    assert status(ada, edit_address(story)) == 200
    assert status(ada, edit_address(make_story("Ben's own", owner=ben))) == 302


def test_what_a_reporter_changes_in_a_published_story_waits(ada: User, story: Story) -> None:
    send_story(ada, story, story_form("Changed", slug=story.slug), action="publish")
    assert Story.objects.get(pk=story.pk).title == story.title


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_a_reporter_cannot_take_a_published_story_away(ada: User, story: Story, action: str) -> None:
    sign_in(ada).post(reverse(f"wagtailadmin_pages:{action}", args=[story.pk]), {})
    assert Story.objects.get(pk=story.pk).live


def test_a_submitted_story_waits_for_an_editor(submitted: Story, cleo: Client) -> None:
    assert submitted.workflow_in_progress
    assert cleo.get(submitted.url).status_code == 404


def test_editors_hear_of_a_submitted_story(ben: User, ada: User, paper: Paper) -> None:
    write_story(ada, make_section(), story_form(HEADLINE), action="submit")
    assert [ben.email] in [message.to for message in mail.outbox]


def act(user: User, story: Story, name: str, comment: str = "") -> Any:
    """Do what the workflow offers, as the desk's dialog does."""
    task = story.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, name, task.pk])
    return sign_in(user).post(address, {"comment": comment})


def test_an_editor_approves_and_it_is_published(ben: User, submitted: Story, cleo: Client) -> None:
    act(ben, submitted, "approve")
    assert cleo.get(submitted.url).status_code == 200
    assert Story.objects.get(pk=submitted.pk).published_at is not None


def test_an_editor_sends_it_back(ben: User, submitted: Story, cleo: Client) -> None:
    act(ben, submitted, "reject", "Who said so?")
    assert cleo.get(submitted.url).status_code == 404
    assert (
        Story.objects.get(pk=submitted.pk).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    )


def test_a_reporter_cannot_approve_their_own_story(ada: User, submitted: Story) -> None:
    act(ada, submitted, "approve")
    assert not Story.objects.get(pk=submitted.pk).live


def test_an_editor_publishes_without_the_workflow(ben: User, paper: Paper, cleo: Client) -> None:
    write_story(ben, make_section(), story_form(HEADLINE), action="publish")
    assert cleo.get("/harbour/written-at-the-desk/").status_code == 200


def test_a_locked_story_is_edited_by_nobody_else(ada: User, ben: User, story: Story) -> None:
    sign_in(ben).post(reverse("wagtailadmin_pages:lock", args=[story.pk]))
    assert Story.objects.get(pk=story.pk).locked
    send_story(ada, story, story_form("Changed", slug=story.slug))
    assert Story.objects.get(pk=story.pk).get_latest_revision_as_object().title == story.title


def test_an_editor_unlocks_what_they_locked(ben: User, story: Story) -> None:
    for action in ("lock", "unlock"):
        sign_in(ben).post(reverse(f"wagtailadmin_pages:{action}", args=[story.pk]))
    assert not Story.objects.get(pk=story.pk).locked


def test_revisions_can_be_compared(ben: User, story: Story) -> None:
    send_story(ben, story, story_form("Changed headline", slug=story.slug))
    address = reverse("wagtailadmin_pages:revisions_compare", args=[story.pk, "live", "latest"])
    page = sign_in(ben).get(address)
    assert page.status_code == 200
    assert "Changed" in page.content.decode()


def test_a_comment_stays_with_the_story(ada: User, ben: User, story: Story) -> None:
    comment = {
        "text": "Who said so?",
        "contentpath": "title",
        "position": "",
        "id": "",
        "DELETE": "",
        "resolved": "",
    }
    replies = {**comment, "replies": inline_formset([])}
    data = story_form(story.title, slug=story.slug, comments=inline_formset([replies]))
    send_story(ben, story, data)
    assert [found.text for found in Story.objects.get(pk=story.pk).wagtail_admin_comments.all()] == [
        "Who said so?"
    ]
    assert "Who said so?" in sign_in(ada).get(edit_address(story)).content.decode()


def test_the_history_of_a_story_is_kept(ben: User, story: Story) -> None:
    assert status(ben, reverse("wagtailadmin_pages:history", args=[story.pk])) == 200


def test_only_a_publisher_changes_what_the_paper_says_about_itself(
    ada: User, ben: User, paula: User, paper: Paper
) -> None:
    address = reverse("wagtailsettings:edit", args=["pages", "newsroom", paper.site.pk])
    for user in (ada, ben):
        sign_in(user).post(address, {"name": "Hijacked"})
    assert Newsroom.objects.get().name == "The Harbour Ledger"
    sign_in(paula).post(address, {"name": "The Ledger"})
    assert Newsroom.objects.get().name == "The Ledger"


def test_only_a_publisher_looks_after_staff(ada: User, ben: User, paula: User) -> None:
    address = reverse("wagtailusers_users:index")
    assert status(paula, address) == 200
    assert status(ada, address) == status(ben, address) == 302


def test_a_publisher_takes_somebody_on(paula: User, paper: Paper) -> None:
    reporters = Group.objects.get(name="Reporters")
    data = {
        "username": "mia", "email": "mia@ledger.test", "first_name": "Mia", "last_name": "New",
        "password1": "a long tide table", "password2": "a long tide table",
        "is_active": "on", "groups": [reporters.pk],
    }  # fmt: skip
    sign_in(paula).post(reverse("wagtailusers_users:add"), data)
    mia = User.objects.get(username="mia")
    assert list(mia.groups.all()) == [reporters]


def test_a_publisher_does_not_take_over_an_account_that_may_do_everything(paula: User) -> None:
    owner = User.objects.create_superuser("owner", "owner@ledger.test", "password")
    data = {
        "username": "owner", "email": "owner@ledger.test", "first_name": "The", "last_name": "Owner",
        "password1": "a long tide table", "password2": "a long tide table", "is_active": "on",
    }  # fmt: skip
    sign_in(paula).post(reverse("wagtailusers_users:edit", args=[owner.pk]), data)
    assert User.objects.get(pk=owner.pk).check_password("password")


def test_a_publisher_makes_nobody_more_than_they_are_themselves(paula: User, ben: User) -> None:
    data = {
        "username": ben.username, "email": ben.email, "first_name": "Ben", "last_name": "Edit",
        "is_active": "on", "groups": [ben.groups.get().pk], "is_superuser": "on",
    }  # fmt: skip
    sign_in(paula).post(reverse("wagtailusers_users:edit", args=[ben.pk]), data)
    assert not User.objects.get(pk=ben.pk).is_superuser


@pytest.mark.parametrize(
    ("action", "data"), [("delete", {}), ("set_active_state", {"mark_as_active": "False"})]
)
def test_a_publisher_sends_staff_away_but_no_superuser(
    paula: User, ben: User, action: str, data: dict[str, str]
) -> None:
    owner = User.objects.create_superuser("owner", "owner@ledger.test", "password")
    bulk = reverse("wagtail_bulk_action", args=["auth", "user", action])
    for account in (ben, owner):
        sign_in(paula).post(f"{bulk}?id={account.pk}", data)
    assert not User.objects.filter(pk=ben.pk, is_active=True).exists()
    assert User.objects.filter(pk=owner.pk, is_active=True).exists()


def test_editors_keep_authors_and_topics(ada: User, ben: User, db: None) -> None:
    topic = {"name": "Tides", "slug": "tides", "description": ""}
    sign_in(ben).post(reverse("wagtailsnippets_news_topic:add"), topic)
    assert Topic.objects.filter(slug="tides").exists()
    author: dict[str, Any] = {
        "name": "Mia",
        "slug": "mia",
        "role": "",
        "biography": "null",
        "email": "",
        "user": "",
        "portrait": "",
    }
    author |= {"links-TOTAL_FORMS": 0, "links-INITIAL_FORMS": 0}
    sign_in(ada).post(reverse("wagtailsnippets_news_author:add"), author)
    assert not Author.objects.filter(slug="mia").exists()
    sign_in(ben).post(reverse("wagtailsnippets_news_author:add"), author)
    assert Author.objects.filter(slug="mia").exists()


def test_a_copied_story_is_new(ben: User, story: Story) -> None:
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": story.section.pk, "copy_subpages": ""}
    sign_in(ben).post(reverse("wagtailadmin_pages:copy", args=[story.pk]), data)
    copy = Story.objects.get(slug="copy")
    assert (copy.live, copy.published_at) == (False, None)
    assert copy.get_latest_revision_as_object().published_at is None


@pytest.mark.parametrize("name", ["wagtailadmin_home", "wagtailimages:index", "wagtailadmin_explore_root"])
def test_the_desk_opens_for_everybody_who_works_there(
    ada: User, ben: User, paula: User, paper: Paper, name: str
) -> None:
    for user in (ada, ben, paula):
        assert sign_in(user).get(reverse(name), follow=True).status_code == 200
