"""Addresses of a database and of a mail server become Django's settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from broadsheet.environment import Environment, kinds
from broadsheet.settings.database import database
from broadsheet.settings.mail import mail_address


def test_without_an_address_the_database_lies_in_the_home() -> None:
    config = database("", Path("/srv/my+paper 100%"))
    assert config["NAME"] == Path("/srv/my+paper 100%/db.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_postgresql_address_is_taken_apart(tmp_path: Path) -> None:
    config = database("postgresql://ada:p%40ss@db.example:5433/paper?sslmode=require", tmp_path)
    assert (config["USER"], config["PASSWORD"], config["HOST"]) == ("ada", "p@ss", "db.example")
    assert (config["PORT"], config["NAME"], config["OPTIONS"]) == (5433, "paper", {"sslmode": "require"})


@pytest.mark.parametrize("url", ["postgresql://db.example", "sqlite://"])
def test_an_address_that_names_no_database_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="must name a database"):
        database(url, tmp_path)


def test_without_an_address_mail_is_kept_in_a_folder(tmp_path: Path) -> None:
    assert mail_address("", tmp_path) == f"filemail://{tmp_path}/mail"


def test_an_address_says_where_mail_goes(tmp_path: Path) -> None:
    assert mail_address("smtp://mail.example", tmp_path) == "smtp://mail.example"


@pytest.mark.parametrize(
    ("text", "rates"), [("", {}), ("Gmail.com=20, mail.ru=0.5", {"gmail.com": 20.0, "mail.ru": 0.5})]
)
def test_paces_are_read_by_domain(text: str, rates: dict[str, float]) -> None:
    assert kinds.RATES.read(text) == rates


@pytest.mark.parametrize(
    "text", ["gmail.com", "gmail.com=", "=3", "gmail.com=fast", "gmail.com=0", "gmail.com=-1"]
)
def test_a_pace_that_is_none_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_MAIL_DOMAIN_RATES", text)
    with pytest.raises(ImproperlyConfigured, match="must be domains with their numbers"):
        Environment().get("BROADSHEET_MAIL_DOMAIN_RATES")
