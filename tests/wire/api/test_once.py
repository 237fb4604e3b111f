"""A call that is repeated files once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from broadsheet.wire.models import WireItem
from tests.wire.api.bots import Bot, errors_of
from tests.wire.staff import let

pytestmark = pytest.mark.django_db


def file(bot: Bot, key: str, headline: str = "Ferry cancelled"):
    return bot.post(given={"headline": headline}, idempotency_key=key)


def test_a_repeated_call_is_answered_the_same(bot: Bot):
    first, again = file(bot, "k-1"), file(bot, "k-1")
    assert (first.status_code, first.json(), first["Location"]) == (
        again.status_code,
        again.json(),
        again["Location"],
    )
    assert (first.headers.get("Idempotency-Replayed"), again["Idempotency-Replayed"]) == (None, "true")
    assert WireItem.objects.count() == 1


def test_a_key_with_another_body_is_refused(bot: Bot):
    file(bot, "k-1")
    response = file(bot, "k-1", "Ferry is back")
    assert (response.status_code, list(errors_of(response))) == (422, ["idempotency_key"])
    assert WireItem.objects.count() == 1


@pytest.mark.parametrize("key", ["", "x" * 201, "a\tb"])
def test_a_key_that_cannot_be_one(key: str, bot: Bot):
    response = file(bot, key)
    assert (response.status_code, list(errors_of(response))) == (422, ["idempotency_key"])
    assert not WireItem.objects.exists()


def test_a_key_may_stand_in_quotation_marks(bot: Bot):
    file(bot, '"k-1"')
    assert file(bot, "k-1")["Idempotency-Replayed"] == "true"


def test_a_call_that_failed_may_be_made_again(bot: Bot):
    assert file(bot, "k-1", "").status_code == 422
    assert file(bot, "k-1").status_code == 201


def test_keys_of_others_are_others(bot: Bot, ada: User):
    file(bot, "k-1")
    assert "Idempotency-Replayed" not in file(Bot(let(ada, "file_wireitem")), "k-1").headers
