"""What an operator writes into BROADSHEET_CDN leads to the right purgers."""

from __future__ import annotations

import logging

import pytest
from django.conf import LazySettings

from broadsheet.edge.purging import PurgeError, response_headers
from broadsheet.edge.purging.configuration import purgers
from broadsheet.edge.purging.memory import THE_MEMORY


def test_without_a_cdn_no_page_asks_to_be_kept(settings: LazySettings) -> None:
    settings.CDN = []
    assert response_headers(["page:1"]) == {}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("fastly://t%40ken@SU1Z0isxPaozGVKXdv0eY", "fastly SU1Z0isxPaozGVKXdv0eY"),
        ("cloudflare://token@023e105f4ecef8ad", "cloudflare 023e105f4ecef8ad"),
        ("varnish://127.0.0.1:6081", "varnish 127.0.0.1:6081"),
        ("http://10.0.0.1:8080", "http 10.0.0.1:8080"),
        ("wagtail://HTTPBackend?LOCATION=http%3A%2F%2F10.0.0.1", "HTTPBackend"),
        ("wagtail://wagtail.contrib.frontend_cache.backends.base.BaseBackend", None),
        ("memory://", "memory"),
    ],
)
def test_an_address_leads_to_its_purger(address: str, name: str | None, settings: LazySettings) -> None:
    settings.CDN = [address]
    assert [purger.name for purger in purgers()] == [name or address.partition("//")[2]]


def test_a_token_is_read_as_it_was_before_it_was_written_for_an_address(settings: LazySettings) -> None:
    settings.CDN = ["fastly://t%40k%2Fen@id"]
    assert purgers()[0]._token == "t@k/en"


def test_several_carry_what_each_of_them_reads(settings: LazySettings) -> None:
    settings.CDN = ["fastly://token@id", "varnish://127.0.0.1:6081"]
    assert set(response_headers(["page:1"])) == {"Surrogate-Key", "xkey", "Surrogate-Control"}


def test_the_memory_is_one_for_the_whole_process(settings: LazySettings) -> None:
    settings.CDN = ["memory://"]
    assert purgers() == [THE_MEMORY]


@pytest.mark.parametrize(
    "address",
    ["fastly://secretservice", "wagtail://NoSuchBackend?KEY=secret", "wagtail://HTTPBackend?KEY=secret"],
)
def test_what_leads_nowhere_is_said_once_and_keeps_no_page(
    address: str, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CDN = [address]
    with caplog.at_level(logging.ERROR):
        assert response_headers(["page:1"]) == {}
        [purger] = purgers()
    with pytest.raises(PurgeError, match="BROADSHEET_CDN") as raised:
        purger.purge(tags=frozenset({"page:1"}), addresses=frozenset())
    assert not raised.value.retry_helps
    assert "secret" not in caplog.text + str(raised.value)
