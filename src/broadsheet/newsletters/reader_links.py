"""The links of readers, each signed for what it is for: none can stand for another."""

from __future__ import annotations

from django.core import signing
from django.urls import reverse

from broadsheet.delivery import references
from broadsheet.delivery.references import ForgedReferenceError
from broadsheet.syndication.addresses import public

DAYS = 7  # that a link to confirm is good for
PREFERENCES = "newsletters.preferences"
_confirmations = signing.TimestampSigner(salt="newsletters.confirm", sep=".")


class StaleLinkError(ValueError):
    """It was ours, and its time is over."""


def confirm_link(sign_up: int) -> str:
    """Where the reader confirms what they have asked for, good for seven days from now."""
    return public(reverse("newsletters:confirm", args=[_confirmations.sign(str(sign_up))]))


def leave_link(subscription: int) -> str:
    """Where the reader leaves one newsletter; good for ever."""
    return public(reverse("newsletters:leave", args=[references.sign(subscription)]))


def preferences_link(subscriber: int) -> str:
    """Where the reader sees and changes all that we hold about them; good for ever."""
    return public(reverse("newsletters:preferences", args=[preferences_token(subscriber)]))


def preferences_token(subscriber: int) -> str:
    """The signed number of a subscriber."""
    return references.sign(subscriber, purpose=PREFERENCES)


def read_confirmation(token: str) -> int:
    """The number of the sign-up; raises `StaleLinkError`, or `ForgedReferenceError` where it is not ours."""
    try:
        return int(_confirmations.unsign(token, max_age=DAYS * 24 * 60 * 60))
    except signing.SignatureExpired as error:
        raise StaleLinkError("This link was good for seven days.") from error
    except (signing.BadSignature, ValueError) as error:
        raise ForgedReferenceError("This link was not made here.") from error


def read_preferences(token: str) -> int:
    """The number of the subscriber; raises `ForgedReferenceError` where it is not ours."""
    return references.read(token, purpose=PREFERENCES)
