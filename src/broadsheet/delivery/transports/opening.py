"""The way out that the operator has chosen."""

from __future__ import annotations

from broadsheet.delivery.transports.contract import Transport


def open_transport(url: str | None = None) -> Transport:
    """The transport for `url`, by default for `settings.MAIL_URL`; it connects when it is first used."""
    raise NotImplementedError
