"""What came back names its delivery in a way that nobody else can write."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from broadsheet.delivery import references
from broadsheet.delivery.bounces.verp import read_verp, verp
from broadsheet.delivery.letters.message_ids import message_id, number_of

LARGEST = 2**63 - 1


@pytest.fixture(autouse=True)
def bounce_address(settings: LazySettings) -> None:
    settings.BOUNCE_ADDRESS = "bounces@paper.example"


@pytest.mark.parametrize("number", [1, 12, LARGEST])
def test_an_address_names_its_delivery(number: int) -> None:
    address = verp(number)
    assert address.endswith("@paper.example")
    assert len(address.partition("@")[0]) <= 64
    # Servers write it in capitals, or leave the “+” out.
    for written in (address, address.upper(), f"<{address}>", address.replace("+", "=", 1)):
        assert read_verp(written) == number


@pytest.mark.parametrize("number", [1, LARGEST])
def test_a_message_id_names_its_delivery(number: int) -> None:
    name = message_id(number, sender="morning@paper.example")
    assert number_of(name) == number
    assert number_of(name.replace(f"<{number}", "<2")) is None


def test_an_address_that_was_changed_names_nothing() -> None:
    local, _, domain = verp(12).partition("@")
    for forged in (
        local.replace("+12-", "+13-"),
        local[:-1] + "a" * (local[-1] != "a") + "b",
        local[:-1],
        "",
    ):
        assert read_verp(f"{forged}@{domain}") is None
    assert read_verp("bounces+" + "9" * 5000 + "-aaaaaaaaaaaaaaaa@paper.example") is None


def test_a_readers_token_is_no_bounce_and_a_bounce_no_token() -> None:
    assert read_verp(f"bounces+12-{references.sign(12)}@paper.example") is None
    with pytest.raises(references.ForgedReferenceError):
        references.read(verp(12).partition("-")[2].partition("@")[0])


def test_another_secret_signs_other_addresses(settings: LazySettings) -> None:
    ours = verp(12)
    settings.SECRET_KEY = "another newsroom's"
    assert read_verp(ours) is None
