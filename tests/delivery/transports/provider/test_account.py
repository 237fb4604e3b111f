"""Which provider an address names; one that cannot be meant is told so, without its key."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.delivery.transports.contract import TransportDownError
from broadsheet.delivery.transports.opening import open_transport
from broadsheet.delivery.transports.provider import opening
from broadsheet.delivery.transports.provider.account import account_at


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("mailgun://key-1@mg.paper.example", {"api_key": "key-1", "sender_domain": "mg.paper.example"}),
        ("postmark://0a1b-2C", {"server_token": "0a1b-2C"}),
        ("brevo://xkeysib-A%2Fb", {"api_key": "xkeysib-A/b"}),
        ("resend://re_Ab%40c:1", {"api_key": "re_Ab@c:1"}),
        (
            "brevo://K?api_url=https://api.example/v3/",
            {"api_key": "K", "api_url": "https://api.example/v3/"},
        ),
    ],
)
def test_an_address_names_a_provider_and_a_key(url: str, options: dict[str, Any]) -> None:
    account = account_at(url)
    assert account.options == {"timeout": 30.0} | options
    key = options.get("api_key") or options["server_token"]
    assert key not in repr(account)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("amazon-ses://AKIA1:a%2Fb%2Bc@eu-west-1", ("AKIA1", "a/b+c")),
        ("amazon-ses://@eu-west-1", (None, None)),
        ("amazon-ses://eu-west-1", (None, None)),
    ],
)
def test_amazon_takes_a_key_or_finds_one_by_itself(url: str, key: tuple[str | None, str | None]) -> None:
    params = account_at(url).options["client_params"]
    assert (params.get("aws_access_key_id"), params.get("aws_secret_access_key")) == key
    assert params["region_name"] == "eu-west-1"
    assert params["config"]["retries"] == {"total_max_attempts": 1}


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mailgun://s3cret", "mailgun://KEY@DOMAIN"),
        ("mailgun://@mg.paper.example", "mailgun://KEY@DOMAIN"),
        ("postmark://", "postmark://TOKEN"),
        ("postmark://s3cret@somewhere", "postmark://TOKEN"),
        ("resend://s3cret/more", "resend://KEY"),
        ("brevo://s3cret%0Aheader", "brevo://KEY"),
        ("brevo://s3cretї", "brevo://KEY"),
        ("amazon-ses://AKIA1@eu-west-1", "amazon-ses://KEY:SECRET@REGION"),
        ("amazon-ses://AKIA1:s3cret@evil.example/", "amazon-ses://KEY:SECRET@REGION"),
        ("resend://s3cret?api_url=http://api.example", "https://"),
        ("resend://s3cret?api_url=file:///etc", "https://"),
        ("resend://s3cret?stream=x", "knows no “stream”"),
        ("mailgun://s3cret@mg.example?batch=2", "knows no “batch”"),
        ("resend://s3cret?batch=101", "from 1 to 100"),
        ("postmark://s3cret?batch=many", "from 1 to 500"),
        ("carrierpigeon://s3cret", "no way out that is known"),
    ],
)
def test_an_address_that_cannot_be_meant_is_told_so(url: str, words: str) -> None:
    with pytest.raises(TransportDownError) as caught:
        open_transport(url)
    assert words in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_without_anymail_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "find_spec", lambda name: None)
    with pytest.raises(
        TransportDownError, match=r'^Postmark needs .*pip install "broadsheet\[providers\]"\.$'
    ):
        open_transport("postmark://token")
