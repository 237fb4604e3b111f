"""Who and what comes in, and in which words it is refused."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection

from broadsheet.wire.models import WireItem
from tests.wire.api.bots import ITEMS, Bot, errors_of

pytestmark = pytest.mark.django_db


def test_a_token_is_asked_for():
    response = Bot().file()
    assert (response.status_code, response["WWW-Authenticate"]) == (401, 'Bearer realm="broadsheet"')
    assert response["Content-Type"].startswith("application/json")
    assert not WireItem.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        "Bearer",
        "Bearer ",
        "Bearer wagtail_a",
        "Basic YTpi",
        "wagtail_x",
        "Bearer \xe9\xff",
        "Bearer a, Bearer b",
    ],
)
def test_a_bad_token_is_refused(given: str, bot: Bot):
    bot.headers["Authorization"] = given
    response = bot.file()
    assert (response.status_code, "invalid_token" in response["WWW-Authenticate"]) == (401, True)
    assert not WireItem.objects.exists()


def test_a_revoked_token_is_refused(bot: Bot):
    assert bot.get().status_code == 200
    bot.token.revoke()
    assert bot.get().status_code == 401


def test_the_token_of_somebody_who_has_left_is_refused(bot: Bot):
    User.objects.update(is_active=False)
    assert bot.get().status_code == 401


def test_a_session_lets_nobody_in(filer: User):
    bot = Bot()
    bot.client.force_login(filer)
    response = bot.file()
    assert response.status_code == 401
    assert not response.cookies


def test_who_may_not_file_is_told_so(ada: User):
    outsider = Bot(ada)
    ada.groups.clear()
    response = outsider.file()
    assert (response.status_code, "You may not file" in response.json()["detail"]) == (403, True)


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"[]", b"null", b'"Ferry"', b"7", b"[" * 60_000, b'{"a":' * 10_000, b'{"headline": NaN}', b"\xff\xfe{}",
        b'{"headline": "\\ud800"}', b'{"headline": "a\\u0000b"}', b'{"story": ' + b"9" * 5000 + b"}", b"",
    ],
)  # fmt: skip
def test_what_is_no_json_of_ours(body: bytes, bot: Bot):
    response = bot.post(given=body)
    assert response.status_code == 400
    assert set(response.json()) == {"detail"}
    assert not WireItem.objects.exists()


def test_words_are_kept_as_they_were_sent(bot: Bot):
    headline = "Паром \\u0000 🛳️ \u202eabc\u202c &amp; <b>fish</b> “x”"
    response = bot.file(headline)
    assert response.json()["headline"] == headline
    assert bot.file("Empty", body="<p></p><b> </b>").json()["body"] == ""


@pytest.mark.parametrize("size", [64 * 1024 + 1, 1_000_000])
def test_a_body_that_is_too_large(size: int, bot: Bot):
    response = bot.post(given=b'{"headline": "Ferry", "body": "' + b"x" * (size - 33) + b'"}')
    assert (response.status_code, "at most 64 kB" in response.json()["detail"]) == (413, True)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_another_content_type(kind: str, bot: Bot):
    response = bot.call("POST", "", {"headline": "Ferry"}, kind=kind)
    assert (response.status_code, "Send JSON" in response.json()["detail"]) == (415, True)


def test_the_letters_of_the_content_type_do_not_matter(bot: Bot):
    assert (
        bot.call("POST", "", {"headline": "Ferry"}, kind="Application/JSON; charset=utf-8").status_code == 201
    )


@pytest.mark.parametrize(
    ("method", "path"), [("DELETE", ""), ("PUT", "/1"), ("GET", "/1/retract"), ("DELETE", "/1")]
)
def test_another_method(method: str, path: str, bot: Bot):
    response = bot.call(method, path)
    assert response.status_code == 405
    assert response["Allow"] in response.json()["detail"]


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/wire", "/api/wire/items/", "/api/docs", "/api/v3/pages/"]
)
def test_nothing_there(path: str, bot: Bot):
    response = bot.call("GET", path)
    if path == "/api":  # as for any address without its slash
        assert response.status_code == 301
    else:
        assert (response.status_code, response["Content-Type"]) == (404, "application/json")


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "99999999999999999999"])
def test_a_number_that_is_none(after: str, bot: Bot):
    response = bot.get(f"?after={after}")
    assert (response.status_code, list(errors_of(response))) == (422, ["after"])


def test_a_database_that_is_away(bot: Bot):
    def fail(*_: object) -> None:
        raise OperationalError("gone")

    with connection.execute_wrapper(fail):
        response = bot.file()
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "try again" in response.json()["detail"]
    assert bot.file().status_code == 201


def test_what_breaks_inside_is_logged_and_not_shown(bot: Bot, monkeypatch, caplog):
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr("broadsheet.wire.api.items.post_item", fail)
    response = bot.file()
    assert (response.status_code, "secret" in response.content.decode()) == (500, False)
    assert "a secret" in caplog.text


def test_machines_may_read_what_there_is_to_call():
    response = Bot().call("GET", "/api/openapi.json")
    assert ITEMS in json.loads(response.content)["paths"]
