"""The providers, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """What has to be known of one, beside what Anymail knows."""

    title: str
    module: str  # of Anymail's backend, and of its view for reports
    view: str
    secret: str  # under which name the view takes what proves that a report comes from it
    # Headers by which it keeps our Message-ID, the same in every try; others give one of their own.
    keeping_id: dict[str, str] | None = None
    # Whether it can be told, for a message, to leave links and pictures as they are.
    can_leave_links: bool = False
    # It writes such headers as they are, and servers refuse them.
    spoils_headers: bool = False
    most_together: int = 1  # finished messages that it takes in one call
    # The header by which a message that comes again is known, and not sent again.
    once_by: str = ""


BASIC_AUTH = "webhook_secret"

PROVIDERS = {
    "amazon-ses": Provider("Amazon SES", "amazon_ses", "AmazonSESTrackingWebhookView", BASIC_AUTH),
    "brevo": Provider("Brevo", "brevo", "BrevoTrackingWebhookView", BASIC_AUTH, spoils_headers=True),
    "mailgun": Provider(
        *("Mailgun", "mailgun", "MailgunTrackingWebhookView", "webhook_signing_key"),
        keeping_id={},
        can_leave_links=True,
    ),
    "postmark": Provider(
        *("Postmark", "postmark", "PostmarkTrackingWebhookView", BASIC_AUTH),
        keeping_id={"X-PM-KeepID": "true"},
        can_leave_links=True,
        most_together=500,
    ),
    "resend": Provider(
        *("Resend", "resend", "ResendTrackingWebhookView", "signing_secret"),
        most_together=100,
        once_by="Idempotency-Key",
    ),
}
