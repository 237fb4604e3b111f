"""Several finished messages in one call, where a provider takes them.

Anymail's own batches are one message with differences that the provider fills in, which of these two only a template
kept there can. So each message's form is made by Anymail, and they are put together here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from anymail.exceptions import AnymailError

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome
from broadsheet.delivery.transports.provider.account import PATIENCE, Account
from broadsheet.delivery.transports.provider.answers import not_accepted, refused, unanswered
from broadsheet.delivery.transports.provider.message import message_for

_ENDPOINTS = {"postmark": "email/batch", "resend": "emails/batch"}
_ONE_SPOILS_ALL = (400, 413, 422)


@dataclass(frozen=True, slots=True)
class _Part:
    """What the provider says of one message among several, as if it had said no more."""

    status_code: int
    said: dict[str, Any]

    def json(self) -> dict[str, Any]:
        return self.said


def send_together(backend: Any, envelopes: Sequence[Envelope], account: Account) -> list[Outcome] | None:
    """Offer all in one call; None where one of them spoils it, and each must be offered by itself.

    Raises `TransportDownError`.
    """
    outcomes: list[Outcome] = []
    offered: list[Envelope] = []
    forms: list[str] = []
    order: dict[str, Any] = {}
    for envelope in envelopes:
        try:
            payload = backend.build_message_payload(message_for(envelope, account), {})
            order = payload.get_request_params(backend.api_url)
        except AnymailError as error:
            outcomes.append(not_accepted(envelope, error, account))
        else:
            offered.append(envelope)
            forms.append(order["data"])
    if not offered:
        return outcomes
    order |= {"url": urljoin(backend.api_url, _ENDPOINTS[account.scheme]), "data": f"[{','.join(forms)}]"}
    found = _call(backend, order, offered, account)
    return None if found is None else outcomes + found


def _call(
    backend: Any, order: dict[str, Any], offered: list[Envelope], account: Account
) -> list[Outcome] | None:
    try:
        response = backend.session.request(**order, timeout=PATIENCE)
    except OSError as error:  # which those of `requests` are
        return [unanswered(envelope, error, account) for envelope in offered]
    if response.status_code in _ONE_SPOILS_ALL:
        return None
    parts = _parts(response)
    if response.status_code >= 300 or len(parts) != len(offered):
        return [refused(envelope, response, account) for envelope in offered]
    return [_outcome(envelope, part, account) for envelope, part in zip(offered, parts, strict=True)]


def _parts(response: Any) -> list[_Part]:
    try:
        said = json.loads(response.content)
    except ValueError:
        return []
    found = said.get("data") if isinstance(said, dict) else said
    if not isinstance(found, list) or not all(isinstance(part, dict) for part in found):
        return []
    return [_Part(422 if part.get("ErrorCode") else response.status_code, part) for part in found]


def _outcome(envelope: Envelope, part: _Part, account: Account) -> Outcome:
    name = part.said.get("MessageID") or part.said.get("id")
    if part.status_code < 300 and name:
        words = str(part.said.get("Message") or "queued")
        return Outcome(envelope.number, Fate.ACCEPTED, part.status_code, words[:500], str(name)[:250])
    return refused(envelope, part, account)
