"""Whether the paper hears of mail that could not be delivered."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from broadsheet.delivery.bounces.looking import check_mailbox
from broadsheet.delivery.bounces.mailbox import MailboxError
from broadsheet.delivery.events.addresses import events_url, provider_in_use
from broadsheet.delivery.transports.provider.catalogue import BASIC_AUTH, Provider
from broadsheet.operations.doctor.finding import Finding, bad, doubt, good, note

PATIENCE = 5  # seconds
LONGEST_NAME = 27  # letters before the “@”, of 64, that leave room for a signed number
GUIDE = "See docs/how-to/hear-of-bounces.md."


def bounces() -> Iterator[Finding]:
    """A provider tells of them, or they come as mail and are read."""
    provider = provider_in_use()
    if provider is not None:
        yield _told(*provider)
    elif settings.MAIL_URL.startswith("smtp"):
        yield from _address()
    if settings.BOUNCE_MAILBOX:
        yield _mailbox()


def _told(scheme: str, provider: Provider) -> Finding:
    secret = settings.MAIL_EVENTS_SECRET
    if not secret:
        words = f"{provider.title} cannot tell of them, and is given mail again that comes back"
        return doubt("Bounces", words, f"Set BROADSHEET_MAIL_EVENTS_SECRET. {GUIDE}")
    if provider.secret == BASIC_AUTH and not all(secret.partition(":")):
        words = f"{provider.title} cannot prove itself by what BROADSHEET_MAIL_EVENTS_SECRET holds"
        return bad("Bounces", words, f"Let it be of the form name:words. {GUIDE}")
    return good("Bounces", f"{provider.title} tells of them at {events_url(scheme)}")


def _address() -> Iterator[Finding]:
    name, at, domain = settings.BOUNCE_ADDRESS.rpartition("@")
    if not settings.BOUNCE_ADDRESS:
        words = "come to the sender of each newsletter, and nobody counts them"
        yield doubt("Bounces", words, f"Set BROADSHEET_BOUNCE_ADDRESS. {GUIDE}")
    elif not (name and at and domain) or len(name) > LONGEST_NAME or not settings.BOUNCE_ADDRESS.isascii():
        words = f"{settings.BOUNCE_ADDRESS} cannot be an address for them"
        remedy = (
            f"BROADSHEET_BOUNCE_ADDRESS=bounces@paper.example: at most {LONGEST_NAME} letters before the @."
        )
        yield bad("Bounces", words, remedy)
    elif not settings.BOUNCE_MAILBOX:
        words = f"come to {settings.BOUNCE_ADDRESS} and are read by “broadsheet bounces FILE” alone"
        yield note("Bounces", words)


def _mailbox() -> Finding:
    try:
        return good("Bounces", check_mailbox(patience=PATIENCE))
    except MailboxError as error:
        return bad("Bounces", str(error), f"They wait there until it can be read. {GUIDE}")
