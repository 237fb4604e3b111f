"""What the engine tells, and what becomes of it."""

from __future__ import annotations

from django.contrib.auth.models import User

from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from broadsheet.delivery.signals import address_suppressed, dispatch_ended, dispatch_paused
from broadsheet.newsletters.actions.send_edition import send_edition
from broadsheet.newsletters.models import Consent, Edition, Newsletter, Subscription


def test_an_edition_is_sent_when_its_dispatch_has_ended(edition: Edition, ben: User) -> None:
    edition = send_edition(edition, by=ben)
    dispatch_ended.send(Dispatch, dispatch=edition.dispatch)
    edition.refresh_from_db()
    assert edition.state == "sent"


def test_those_who_may_send_are_told_why_it_paused(edition: Edition, ada: User, ben: User) -> None:
    edition = send_edition(edition, by=ben)
    dispatch_paused.send(Dispatch, dispatch=edition.dispatch, reason="451 4.7.1 Greylisted")
    [letter] = Delivery.objects.filter(dispatch__kind=Dispatch.Kind.LETTER).select_related("dispatch")
    assert letter.address == ben.email
    words = bytes(letter.dispatch.message).decode()
    assert "451 4.7.1 Greylisted" in words
    assert f"/desk/newsletters/sending/{edition.pk}/" in words


def test_who_is_written_to_no_more_is_no_reader_any_more(newsletter: Newsletter) -> None:
    before = set(Subscription.objects.active().values_list("pk", flat=True))
    for reason in (Suppression.Reason.COMPLAINT, Suppression.Reason.BOUNCES):  # the second finds it done
        address_suppressed.send(Suppression, address="CLEO@reader.example", delivery=None, reason=reason)
    [gone] = Subscription.objects.filter(pk__in=before).exclude(state="active")
    assert (gone.subscriber.address, gone.state) == ("cleo@reader.example", "complained")
    assert gone.left_at is not None
    assert [consent.kind for consent in Consent.objects.all()] == ["complained"]
