"""Addresses of a database and of a mail server become Django's settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from broadsheet.settings.database import database
from broadsheet.settings.mail import mail


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
    assert mail("", tmp_path)["EMAIL_FILE_PATH"] == str(tmp_path / "mail")


@pytest.mark.parametrize(("scheme", "port"), [("smtp", 25), ("smtp+tls", 587), ("smtp+ssl", 465)])
def test_a_mail_server_has_its_usual_port_and_limited_patience(
    scheme: str, port: int, tmp_path: Path
) -> None:
    config = mail(f"{scheme}://ada:secret@mail.example", tmp_path)
    assert (config["EMAIL_HOST"], config["EMAIL_PORT"], config["EMAIL_TIMEOUT"]) == ("mail.example", port, 20)
    assert config.get("EMAIL_USE_TLS", False) is (scheme == "smtp+tls")
    assert config.get("EMAIL_USE_SSL", False) is (scheme == "smtp+ssl")
