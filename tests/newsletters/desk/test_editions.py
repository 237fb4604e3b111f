"""Writing an edition at the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from broadsheet.newsletters.desk.editions.fixed import FIXED
from broadsheet.newsletters.models import Edition, Newsletter
from tests.desk.forms import errors_in
from tests.factories import Paper, make_edition, make_newsletter, make_story, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]
JSON = {"headers": {"Accept": "application/json"}}


def form(newsletter: Newsletter, subject: str = "The ferry is back", **fields: Any) -> dict[str, Any]:
    """What the form sends."""
    body = streamfield([("text", rich_text("<p>Good morning.</p>"))])
    return nested_form_data(
        {
            "subject": subject,
            "newsletter": newsletter.pk,
            "preview_text": "",
            "in_archive": "on",
            "body": body,
        }
        | fields
    )


def address(name: str, *args: object) -> str:
    return reverse(f"newsletters_editions:{name}", args=args)


@pytest.fixture
def desk(paper: Paper, ben: User) -> Client:
    return sign_in(ben)


def test_its_address_follows_its_subject_until_it_is_sent(desk: Client, ben: User) -> None:
    newsletter = make_newsletter()
    make_edition("The ferry is back", newsletter=newsletter)
    desk.post(address("add"), form(newsletter, "T"), **JSON)  # saved as it is typed
    edition = Edition.objects.get(subject="T")
    assert (edition.slug, edition.written_by) == ("t", ben)
    answer = desk.post(address("edit", edition.pk), form(newsletter, "The ferry is back"), **JSON)
    edition.refresh_from_db()
    assert (answer.json()["success"], edition.slug) == (True, "the-ferry-is-back-2")
    assert Edition(newsletter=newsletter, subject="👋").pk is None
    assert make_edition("👋", newsletter=newsletter).slug == "edition"


def test_what_readers_have_is_read_and_not_edited(desk: Client) -> None:
    sent = make_edition(state="sent", sent_at=timezone.now(), filled={})
    answer = desk.get(address("edit", sent.pk), follow=True)
    assert FIXED in answer.content.decode()
    assert address("copy", sent.pk) in answer.content.decode()
    refused = desk.post(address("edit", sent.pk), form(sent.newsletter, "Other words"), **JSON)
    assert (refused.status_code, refused.json()["error_code"]) == (400, "locked")
    assert FIXED in desk.post(address("edit", sent.pk), form(sent.newsletter, "Other words")).content.decode()
    desk.post(address("delete", sent.pk))
    assert Edition.objects.get(pk=sent.pk).subject == sent.subject
    assert "The mole holds" in desk.get(address("copy", sent.pk)).content.decode()


def test_an_edition_that_was_sent_meanwhile_is_not_made_a_draft_again(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = make_edition()
    was_valid = "broadsheet.newsletters.desk.editions.fixed.UnlessFixed.is_valid"

    def sent_now(view: Any, read: Any) -> bool:
        Edition.objects.filter(pk=edition.pk).update(state="sending", sent_at=timezone.now())
        return bool(read.is_valid())

    monkeypatch.setattr(was_valid, sent_now)
    answer = desk.post(address("edit", edition.pk), form(edition.newsletter, "Other words"), **JSON)
    assert answer.json()["error_code"] == "locked"
    edition.refresh_from_db()
    assert (edition.state, edition.subject) == ("sending", "The mole holds")


def test_saving_leaves_its_hour_as_another_editor_has_set_it(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, hour = make_edition(), timezone.now()
    real = Edition.objects.select_for_update

    def scheduled_now() -> Any:
        Edition.objects.filter(pk=edition.pk).update(state="scheduled", send_at=hour)
        return real()

    monkeypatch.setattr(Edition.objects, "select_for_update", scheduled_now)
    desk.post(address("edit", edition.pk), form(edition.newsletter, "Other words"))
    edition.refresh_from_db()
    assert (edition.state, edition.send_at, edition.subject) == ("scheduled", hour, "Other words")


def test_an_older_version_brings_back_words_and_nothing_else(desk: Client) -> None:
    edition = make_edition("First words")
    desk.post(address("edit", edition.pk), form(edition.newsletter, "First words"))
    desk.post(address("edit", edition.pk), form(edition.newsletter, "Second words"))
    hour = timezone.now()
    Edition.objects.filter(pk=edition.pk).update(state="scheduled", send_at=hour)
    first = edition.revisions.order_by("pk").first()
    assert first is not None
    desk.post(address("revisions_revert", edition.pk, first.pk), form(edition.newsletter, "First words"))
    edition.refresh_from_db()
    assert (edition.subject, edition.state, edition.send_at) == ("First words", "scheduled", hour)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"subject": ""}, "This field is required"),
        ({"subject": "Tide\r\nBcc: everybody@else.example"}, "one line"),
        ({"preview_text": "a\nb"}, "one line"),
        (
            {"body": streamfield([("button", {"label": "x", "url": "javascript:alert(1)"})])},
            "This is no address",
        ),
    ],
)
def test_what_cannot_be_saved_is_said_in_words(desk: Client, fields: dict[str, Any], complaint: str) -> None:
    newsletter = make_newsletter()
    assert complaint in errors_in(desk.post(address("add"), form(newsletter) | nested_form_data(fields)))
    assert not Edition.objects.exists()


def test_a_newsletters_names_are_one_line(paper: Paper, paula: User) -> None:
    given = {"name": "Tide", "slug": "tide", "promise": "x", "position": "0", "welcome_text": rich_text("")}
    desk, add = sign_in(paula), reverse("newsletters_lists:add")
    answer = desk.post(add, given | {"from_name": "Tide\nBcc: everybody@else.example"})
    assert "one line" in errors_in(answer)
    desk.post(add, given)
    assert Newsletter.objects.get().name == "Tide"


@pytest.mark.parametrize("mode", ["mail", "no-pictures", "text"])
def test_a_preview_shows_the_paper_as_it_is_now(desk: Client, mode: str) -> None:
    story = make_story("First rock goes in")
    newsletter = make_newsletter()
    card = ("story", {"story": story.pk, "words": "", "pictures": "on"})
    data = form(newsletter, body=streamfield([card]))
    assert desk.post(address("preview_on_add"), data).json() == {"is_valid": True, "is_available": True}
    shown = desk.get(address("preview_on_add"), {"mode": mode})
    page = shown.content.decode()
    assert "First rock goes in" in page
    assert "/newsletters/leave/preview/0/" in page
    assert "'unsafe-inline'" in shown["Content-Security-Policy"]
    assert shown["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_of_what_is_hardly_begun_is_no_error(desk: Client) -> None:
    data = nested_form_data({"subject": "", "newsletter": make_newsletter().pk, "body": streamfield([])})
    desk.post(address("preview_on_add"), data | {"preview_text": ""})
    assert "The Morning Tide" in desk.get(address("preview_on_add"), {"mode": "mail"}).content.decode()


def test_what_was_sent_is_shown_as_it_was_sent(desk: Client) -> None:
    story = make_story("First rock goes in")
    body = [("story", {"story": story.pk, "words": "", "pictures": False})]
    edition = make_edition(body=body, state="sent", sent_at=timezone.now(), filled={})
    assert "First rock" not in desk.get(address("shown", edition.pk), {"mode": "text"}).content.decode()


def test_a_reporter_does_not_see_editions(paper: Paper, ada: User) -> None:
    edition, reporter = make_edition(), sign_in(ada)
    for name in ("read", "shown", "test"):
        assert reporter.get(address(name, edition.pk)).status_code == 403
    assert reporter.get(address("edit", edition.pk)).status_code == 302


def test_a_test_goes_to_whom_the_editor_names(desk: Client) -> None:
    edition = make_edition()
    page = desk.get(address("test", edition.pk)).content.decode()
    assert "ben@ledger.test" in page
    answer = desk.post(
        address("test", edition.pk), {"to": "ada@ledger.test, cleo@reader.example"}, follow=True
    )
    assert "on its way to 2 addresses" in answer.content.decode()
    refused = desk.post(address("test", edition.pk), {"to": "x" * 10_000})
    assert refused.status_code == 422
    assert "no address" in errors_in(desk.post(address("test", edition.pk), {"to": "ada@ledger.test nobody"}))
