"""Whether mail can leave."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from broadsheet.delivery.transports.contract import TransportDownError
from broadsheet.delivery.transports.folder import folder_at
from broadsheet.delivery.transports.opening import open_transport
from broadsheet.operations.doctor.finding import Finding, bad, doubt, good
from broadsheet.operations.doctor.settings import is_local


def mail() -> Iterator[Finding]:
    """The server or the provider takes us in, or the folder can be written to."""
    try:
        where = open_transport().check()
    except TransportDownError as error:
        yield bad("E-mail", str(error), "Mail waits until then; none is lost.")
        return
    if folder_at(settings.MAIL_URL) is None or is_local():
        yield good("E-mail", where)
    else:
        yield doubt("E-mail", f"is {where}, nobody receives it", "Set EMAIL_URL.")
