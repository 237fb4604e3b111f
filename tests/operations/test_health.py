"""A machine can ask whether the paper is well."""

from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.test import Client, override_settings

from broadsheet.operations import views


@pytest.mark.django_db
def test_a_healthy_paper_says_so(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "failing": []}
    assert "no-store" in response["Cache-Control"]


def test_a_paper_without_its_database_names_what_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        def cursor(self) -> None:
            raise DatabaseError("gone")

    monkeypatch.setattr(views, "connection", Gone())
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "degraded", "failing": ["database"]}


@pytest.mark.django_db
@override_settings(SECURE_SSL_REDIRECT=True)
def test_health_is_told_over_plain_http_even_where_readers_are_sent_to_https(client: Client) -> None:
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_this_machine_may_ask_whatever_the_paper_is_called(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "127.0.0.1:8000"}).status_code == 200


@pytest.mark.django_db
def test_health_is_only_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
