"""From `EMAIL_URL` to a way out."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings

from broadsheet.delivery.transports.contract import Transport, TransportDownError
from broadsheet.delivery.transports.provider.account import account_at

INSTALL = 'pip install "broadsheet[providers]"'


def open_provider(url: str) -> Transport:
    """The transport for a provider's address. Raises `TransportDownError` for one that cannot be meant."""
    account = account_at(url)
    if find_spec("anymail") is None:
        raise TransportDownError(f"{account.provider.title} needs more than is installed: {INSTALL}.")
    from broadsheet.delivery.transports.provider.lane import AnymailLane
    from broadsheet.delivery.transports.provider.transport import ProviderTransport

    return ProviderTransport(account, lambda: AnymailLane(account), connections=settings.MAIL_CONNECTIONS)
