"""A connection to a provider: one message at a time."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from django.core.mail import EmailMultiAlternatives

from broadsheet.delivery.transports.contract import Envelope, Outcome
from broadsheet.delivery.transports.provider.account import PATIENCE, Account
from broadsheet.delivery.transports.provider.answers import accepted, closed, knocked, not_accepted
from broadsheet.delivery.transports.provider.message import message_for

_NOBODY = "nobody@reader.invalid"


class Lane(Protocol):
    """What the transport has several of."""

    def send(self, envelope: Envelope) -> Outcome:
        """Offer a message and wait for the answer. Raises `TransportDownError`."""
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

    def send(self, envelope: Envelope) -> Outcome:
        """Offer a message and wait for the answer. Raises `TransportDownError`."""
        try:
            self._backend.open()
            message: Any = message_for(envelope, self._account)
            self._backend.send_messages([message])
        except Exception as error:  # Anymail's own, those of two HTTP libraries, and what a message may break
            return not_accepted(envelope, error, self._account)
        return accepted(envelope, message.anymail_status)

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
