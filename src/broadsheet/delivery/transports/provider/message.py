"""A finished message as a provider takes it: in pieces, or, for Amazon SES, as it is."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage as ParsedMessage
from email.message import Message
from typing import Any, cast

from django.core.mail import EmailMultiAlternatives

from broadsheet.delivery.bounces.verp import signed_number
from broadsheet.delivery.transports.contract import Envelope
from broadsheet.delivery.transports.provider.account import Account

# What the provider makes itself, or takes as a field of its own. A signature of ours would not hold: it gives
# messages another date, and signs them with a key that it has for our domain.
_NOT_HEADERS = frozenset(
    {
        *("from", "to", "cc", "bcc", "subject", "reply-to", "date", "message-id"),
        *("mime-version", "dkim-signature", "return-path", "received"),
    }
)
METADATA = "delivery"  # by which its reports name the row, if they cannot by Message-ID


def message_for(envelope: Envelope, account: Account) -> EmailMultiAlternatives:
    """The message for Anymail's backend."""
    parsed = message_from_bytes(envelope.data, policy=policy.default)
    message: Any = _WholeMessage(envelope.data) if account.scheme == "amazon-ses" else _pieces(parsed)
    message.subject = str(parsed["Subject"] or "")
    message.from_email = str(parsed["From"])
    message.to = [envelope.recipient]
    message.reply_to = [str(parsed["Reply-To"])] if parsed["Reply-To"] else []
    message.extra_headers = _headers(parsed, envelope, account)
    message.metadata = {METADATA: signed_number(envelope.number)}
    if account.provider.can_leave_links:
        message.track_clicks = message.track_opens = False
    if account.stream and parsed["List-Unsubscribe"]:
        message.esp_extra = {"MessageStream": account.stream}
    return cast(EmailMultiAlternatives, message)


def _headers(parsed: ParsedMessage, envelope: Envelope, account: Account) -> dict[str, str]:
    provider = account.provider
    headers = {name: str(value) for name, value in parsed.items() if _is_header(name)}
    if provider.spoils_headers:
        headers = {name: value for name, value in headers.items() if value.isascii()}
    if provider.keeping_id is not None:
        headers |= {"Message-ID": envelope.message_id, **provider.keeping_id}
    return headers


def _is_header(name: str) -> bool:
    return name.lower() not in _NOT_HEADERS and not name.lower().startswith("content-")


def _pieces(parsed: ParsedMessage) -> EmailMultiAlternatives:
    """The first text, the first HTML, and what is attached."""
    message = EmailMultiAlternatives()
    text = html = None
    for part in parsed.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type() if part.get_content_disposition() != "attachment" else ""
        if kind == "text/plain" and text is None:
            text = message.body = part.get_content()
        elif kind == "text/html" and html is None:
            html = part.get_content()
        else:
            message.attachments.append(cast(Any, part))  # Anymail takes a part as it is
    if html is not None:
        message.attach_alternative(html, "text/html")
    return message


class _WholeMessage(EmailMultiAlternatives):
    """Amazon SES takes the bytes, and changes no more than a few headers."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    def message(self, **options: object) -> Any:
        """The message, without a signature that Amazon's own date and Message-ID would break."""
        whole: Message = message_from_bytes(self._data)
        del whole["DKIM-Signature"]
        return whole
