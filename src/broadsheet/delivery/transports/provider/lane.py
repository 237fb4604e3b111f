"""A connection to a provider: one call at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

from django.core.mail import EmailMultiAlternatives

from broadsheet.delivery.transports.contract import Envelope, Outcome, TransportDownError
from broadsheet.delivery.transports.provider.account import PATIENCE, Account
from broadsheet.delivery.transports.provider.answers import accepted, closed, knocked, not_accepted
from broadsheet.delivery.transports.provider.batch import send_together
from broadsheet.delivery.transports.provider.message import message_for

# What became of messages, as far as they went, and why they went no further.
Sent = tuple[list[Outcome], TransportDownError | None]

_NOBODY = "nobody@reader.invalid"


class Lane(Protocol):
    """What the transport has several of."""

    def send(self, envelopes: Sequence[Envelope]) -> Sent:
        """Offer messages and wait for the answer."""
        ...

    def close(self) -> None:
        """End the connection; `send` opens another."""
        ...

    def knock(self) -> None:
        """See whether the provider knows us, without sending anything. Raises `TransportDownError`."""
        ...


class AnymailLane:
    """Speaks through a backend of Anymail, which keeps its connection."""

    def __init__(self, account: Account) -> None:
        self._account = account
        module = import_module(f"anymail.backends.{account.provider.module}")
        # Taken out of its arguments as they are used.
        self._backend: Any = module.EmailBackend(**dict(account.options))

    def send(self, envelopes: Sequence[Envelope]) -> Sent:
        """Offer messages, several in one call where the provider takes them so, and wait for the answer."""
        outcomes: list[Outcome] = []
        try:
            if len(envelopes) > 1:
                self._backend.open()
                together = send_together(self._backend, envelopes, self._account)
                if together is not None:
                    return together, None
            for envelope in envelopes:
                outcomes += [self._send(envelope)]
        except TransportDownError as error:
            return outcomes, error
        return outcomes, None

    def _send(self, envelope: Envelope) -> Outcome:
        try:
            self._backend.open()
            message: Any = message_for(envelope, self._account)
            with self._once(envelope):
                self._backend.send_messages([message])
        except Exception as error:  # Anymail's own, those of two HTTP libraries, and what a message may break
            return not_accepted(envelope, error, self._account)
        return accepted(envelope, message.anymail_status)

    @contextmanager
    def _once(self, envelope: Envelope) -> Iterator[None]:
        """Have a message that the provider has already, from a try that ended uncertainly, not sent again."""
        if not (header := self._account.provider.once_by):
            yield
            return
        self._backend.session.headers[header] = envelope.message_id
        try:
            yield
        finally:
            del self._backend.session.headers[header]

    def close(self) -> None:
        """End the connection; `send` opens another."""
        self._backend.close()

    def knock(self) -> None:
        """See whether the provider knows us, by an order that holds nothing. Raises `TransportDownError`."""
        try:
            self._backend.open()
            if self._account.scheme == "amazon-ses":
                self._ask_amazon()
                return
            answer = self._order_nothing()
        except Exception as error:  # as above
            knocked(error, self._account)
        else:
            knocked(answer, self._account)

    def _order_nothing(self) -> Any:
        form = self._backend.build_message_payload(EmailMultiAlternatives("", "", _NOBODY, [_NOBODY]), {})
        order = form.get_request_params(self._backend.api_url)
        order |= {"data": "{}" if isinstance(order["data"], str) else {"to": ""}, "files": None}
        return self._backend.session.request(**order, timeout=PATIENCE)

    def _ask_amazon(self) -> None:
        if not self._backend.client.get_account().get("SendingEnabled", True):
            raise closed(self._account, "it has paused sending")
