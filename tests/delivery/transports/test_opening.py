"""Which way out `EMAIL_URL` leads to."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from broadsheet.delivery.transports.contract import TransportDownError
from broadsheet.delivery.transports.folder import FolderTransport
from broadsheet.delivery.transports.opening import open_transport
from broadsheet.delivery.transports.smtp import Server, SmtpTransport


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", Server("smtp", "mail.example", 25)),
        ("smtp+tls://a%40b:p%3A%2F@mail.example", Server("smtp+tls", "mail.example", 587, "a@b", "p:/")),
        ("smtp+ssl://mail.example:2465/", Server("smtp+ssl", "mail.example", 2465)),
        ("smtp://[::1]", Server("smtp", "::1", 25)),
    ],
)
def test_a_mail_server_is_read_from_its_address(url: str, server: Server):
    assert Server.at(url) == server
    assert "p:/" not in repr(server)


def test_the_setting_decides(settings: LazySettings):
    settings.MAIL_URL, settings.MAIL_CONNECTIONS = "smtp://mail.example", 5
    assert isinstance(open_transport(), SmtpTransport)
    assert open_transport().in_flight == 5
    assert isinstance(open_transport("filemail:///srv/my%20paper/mail"), FolderTransport)


def test_an_address_without_a_host_is_told_so():
    with pytest.raises(TransportDownError, match="names no mail server"):
        open_transport("smtp://")
