"""Leaving: by one press, from the letter or by the mail program, and never with an error."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.delivery.references import sign
from broadsheet.newsletters.models import Consent, Newsletter, Subscription
from broadsheet.newsletters.reader_links import preferences_token
from tests.factories import make_edition, make_newsletter, make_subscriber

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]
PROVIDER = {"origin": "https://mail.google.example", "sec-fetch-site": "cross-site"}
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def cleos(tide: Newsletter) -> Subscription:
    """What Cleo gets."""
    return make_subscriber(newsletters=[tide]).subscriptions.get()


def leave_path(subscription: Subscription, edition: int | None = None) -> str:
    return f"/newsletters/leave/{sign(subscription.pk)}/" + (f"{edition}/" if edition is not None else "")


def test_a_page_with_one_button(cleos: Subscription, tide: Newsletter) -> None:
    path = leave_path(cleos)
    page = Client().get(path).content.decode()
    assert page.count("<form") == 1
    assert "Leave The Morning Tide" in page
    cleos.refresh_from_db()
    assert cleos.state == "active"
    assert "You have left The Morning Tide" in Client().post(path).content.decode()
    cleos.refresh_from_db()
    assert cleos.state == "left"
    assert "You have left" in Client().get(path).content.decode()


@pytest.mark.parametrize("content", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_mail_provider_leaves_for_its_reader(cleos: Subscription, content: str) -> None:
    edition = make_edition(newsletter=cleos.newsletter, state="sent", sent_at=timezone.now())
    body = "List-Unsubscribe=One-Click"
    if "multipart" in content:
        body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    for _ in range(2):  # providers ask again
        answer = Client(enforce_csrf_checks=True).post(
            leave_path(cleos, edition.pk), body, content_type=content, headers=PROVIDER
        )
        assert (answer.status_code, answer.content) == (200, b"Done: no more letters.\n")
    cleos.refresh_from_db()
    assert (cleos.state, cleos.left_by) == ("left", edition)
    assert [consent.kind for consent in cleos.consents.all()] == ["left"]


def test_the_edition_is_noted_only_where_it_is_of_that_newsletter(cleos: Subscription) -> None:
    other = make_edition(newsletter=make_newsletter("Sunday Harbour"), state="sent")
    for edition in (0, other.pk, 10**15):
        Subscription.objects.update(state="active", left_by=None)
        assert Client().post(leave_path(cleos, edition), ONE_CLICK).status_code == 200
        cleos.refresh_from_db()
        assert (cleos.state, cleos.left_by) == ("left", None)


def test_what_waits_for_who_has_left_does_not_go_out(cleos: Subscription) -> None:
    edition = Dispatch.objects.create(
        kind=Dispatch.Kind.EDITION, name="Today", sender="x@y.example", message=b""
    )
    row = {"dispatch": edition, "domain": "reader.example"}
    Delivery.objects.create(**row, address="cleo@reader.example", reference=cleos.pk)
    Delivery.objects.create(**row, address="dan@reader.example", reference=cleos.pk + 1)
    Client().post(leave_path(cleos))
    assert list(edition.deliveries.order_by("pk").values_list("state", flat=True)) == ["cancelled", "queued"]


def test_it_was_a_mistake(cleos: Subscription) -> None:
    Client().post(leave_path(cleos))
    page = Client().post(leave_path(cleos)).content.decode()
    assert "I pressed it by mistake" in page
    Client().post(
        f"/newsletters/preferences/{preferences_token(cleos.subscriber_id)}/",
        {"newsletters": cleos.newsletter_id},
    )
    cleos.refresh_from_db()
    assert cleos.state == "active"
    assert list(cleos.consents.values_list("kind", flat=True)) == ["left", "chose"]


def test_who_was_erased_has_left(cleos: Subscription) -> None:
    path = leave_path(cleos)
    cleos.subscriber.delete()
    assert Client().post(path, ONE_CLICK).status_code == 200
    assert "You are not on this list" in Client().get(path).content.decode()
    assert Consent.objects.count() == 0


def test_no_other_token_leaves(cleos: Subscription) -> None:
    for token in (preferences_token(cleos.pk), sign(cleos.pk)[:-1], sign(cleos.pk) + "A", "%00"):
        assert Client().post(f"/newsletters/leave/{token}/", ONE_CLICK).status_code == 400
    cleos.refresh_from_db()
    assert cleos.state == "active"


def test_one_letters_link_cannot_fill_the_spool(cleos: Subscription) -> None:
    answers = [Client().post(leave_path(cleos), ONE_CLICK).status_code for _ in range(22)]
    assert answers == [200] * 20 + [429] * 2
