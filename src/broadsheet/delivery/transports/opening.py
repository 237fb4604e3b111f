"""The way out that the operator has chosen."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from broadsheet.delivery.transports.contract import Transport
from broadsheet.delivery.transports.folder import FolderTransport, folder_at
from broadsheet.delivery.transports.smtp import Server, SmtpTransport
from broadsheet.delivery.transports.smtp.server import PORTS


def open_transport(url: str | None = None) -> Transport:
    """The transport for `url`, by default for `settings.MAIL_URL`; it connects when it is first used.

    Raises `TransportDownError` for an address that leads nowhere.
    """
    url = settings.MAIL_URL if url is None else url
    if (folder := folder_at(url)) is not None:
        return FolderTransport(folder)
    if urlsplit(url).scheme in PORTS:
        return SmtpTransport(Server.at(url), connections=settings.MAIL_CONNECTIONS)
    # Only a newsroom that sends through a provider has what this needs installed.
    from broadsheet.delivery.transports.provider import open_provider

    return open_provider(url)
