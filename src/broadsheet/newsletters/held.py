"""Everything that is held about a reader, for the reader."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from broadsheet.delivery.held import held_about
from broadsheet.newsletters.models import Consent, SignUp, Subscriber, Subscription

ABOUT = (
    "This is everything that we hold about you. “network” is a hash of the network that you came from, made with a key "
    "of ours: it tells whether two visits came from one network, and nothing else. Opens and clicks are not recorded."
)


def all_about(reader: Subscriber) -> dict[str, Any]:
    """Plain values, ready for JSON."""
    subscriptions = reader.subscriptions.select_related("newsletter", "left_by").prefetch_related("consents")
    return {
        "about": ABOUT,
        "made_at": _told(timezone.now()),
        "address": reader.address,
        "known_since": _told(reader.created_at),
        "newsletters": [_subscription(one) for one in subscriptions.order_by("pk")],
        "forms": [_form(one) for one in reader.sign_ups.order_by("pk")],
        "letters": held_about(reader.address),
    }


def _subscription(subscription: Subscription) -> dict[str, Any]:
    return {
        "newsletter": subscription.newsletter.name,
        "state": subscription.get_state_display(),
        "confirmed_at": _told(subscription.confirmed_at),
        "left_at": _told(subscription.left_at),
        "left_by_the_edition": subscription.left_by.subject if subscription.left_by else None,
        "what_happened": [_consent(one) for one in subscription.consents.all()],
    }


def _consent(consent: Consent) -> dict[str, Any]:
    return {
        "what": consent.get_kind_display(),
        "at": _told(consent.at),
        "page": consent.page,
        "wording": consent.wording,
        "network": consent.network,
        "note": consent.note,
    }


def _form(asked: SignUp) -> dict[str, Any]:
    return {
        "sent_at": _told(asked.asked_at),
        "page": asked.page,
        "new_address": asked.new_address,
        "answered_by_email_at": _told(asked.mailed_at),
        "confirmed_at": _told(asked.used_at),
        "network": asked.network,
    }


def _told(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
