"""A finished message as a provider takes it: in pieces, or, for Amazon SES, as it is."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, quote
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
_FOLD = re.compile(r"[\r\n]+")
METADATA = "delivery"  # by which its reports name the row, if they cannot by Message-ID


def message_for(envelope: Envelope, account: Account) -> EmailMultiAlternatives:
    """The message for Anymail's backend."""
    # By the parser's old policy: the new one takes ten times as long to read a header.
    parsed = message_from_bytes(envelope.data)
    message: Any = _WholeMessage(envelope.data) if account.scheme == "amazon-ses" else _pieces(parsed)
    message.subject = _text(parsed["Subject"] or "")
    message.from_email = _address(parsed["From"] or "")
    message.to = [envelope.recipient]
    message.reply_to = [_address(parsed["Reply-To"])] if parsed["Reply-To"] else []
    message.extra_headers = _headers(parsed, envelope, account)
    message.metadata = {METADATA: signed_number(envelope.number)}
    if account.provider.can_leave_links:
        message.track_clicks = message.track_opens = False
    if account.stream and parsed["List-Unsubscribe"]:
        message.esp_extra = {"MessageStream": account.stream}
    return cast(EmailMultiAlternatives, message)


def _text(header: object) -> str:
    """A header in letters, in one line."""
    value = _FOLD.sub("", str(header))
    return str(make_header(decode_header(value))) if "=?" in value else value


def _address(header: object) -> str:
    """A header with one address; its name is read after it was told from the address, and may hold commas."""
    name, address = parseaddr(_FOLD.sub("", str(header)))
    return f'"{quote(_text(name))}" <{address}>' if name else address


def _headers(parsed: Message, envelope: Envelope, account: Account) -> dict[str, str]:
    provider = account.provider
    headers = {name: _text(value) for name, value in parsed.items() if _is_header(name)}
    if provider.spoils_headers:
        headers = {name: value for name, value in headers.items() if value.isascii()}
    if provider.keeping_id is not None:
        headers |= {"Message-ID": envelope.message_id, **provider.keeping_id}
    return headers


def _is_header(name: str) -> bool:
    return name.lower() not in _NOT_HEADERS and not name.lower().startswith("content-")


def _pieces(parsed: Message) -> EmailMultiAlternatives:
    """The first text, the first HTML, and what is attached."""
    message = EmailMultiAlternatives()
    texts: dict[str, str] = {}
    for part in parsed.walk():
        kind = part.get_content_type()
        is_attached = part.get_content_disposition() == "attachment"
        if part.is_multipart():
            continue
        if kind in ("text/plain", "text/html") and kind not in texts and not is_attached:
            texts[kind] = _content(part)
        else:  # Anymail takes a part as it is, if it is one of the new policy
            whole = message_from_bytes(part.as_bytes(), policy=policy.default)
            message.attachments.append(cast(Any, whole))
    message.body = texts.get("text/plain", "")
    if "text/html" in texts:
        message.attach_alternative(texts["text/html"], "text/html")
    return message


def _content(part: Message) -> str:
    data = cast(bytes, part.get_payload(decode=True))
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:  # a character set that nobody knows
        return data.decode("utf-8", "replace")


class _WholeMessage(EmailMultiAlternatives):
    """Amazon SES takes the bytes, and changes no more than a few headers."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    def message(self, **options: object) -> Any:
        """The message, without a signature that Amazon's own date and Message-ID would break."""
        whole = message_from_bytes(self._data)
        del whole["DKIM-Signature"]
        return whole
