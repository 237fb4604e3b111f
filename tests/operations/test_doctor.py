"""The doctor tells well from ill."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from wagtail.models import Site

from broadsheet.operations.doctor import data, mail, voices, work
from broadsheet.operations.doctor import settings as settings_checks
from broadsheet.operations.doctor.examination import examine
from broadsheet.operations.doctor.finding import Finding, Level
from broadsheet.operations.doctor.paper import paper as paper_check
from broadsheet.operations.worker.presence import Presence
from tests.delivery.smtp_server import counting_server
from tests.factories import Paper

LOCAL, PUBLIC = "http://127.0.0.1:8000", "https://paper.example"
STRONG = "abcdefghij" * 6


def level(findings: Iterable[Finding]) -> Level:
    """How bad the one finding is."""
    (finding,) = findings
    assert bool(finding.remedy) is (finding.level in (Level.DOUBT, Level.BAD))
    return finding.level


@pytest.mark.parametrize(
    ("key", "url", "expected"),
    [
        (STRONG, PUBLIC, Level.GOOD),
        ("short", LOCAL, Level.DOUBT),
        ("short", PUBLIC, Level.BAD),
        ("a" * 60, PUBLIC, Level.BAD),
    ],
)
def test_a_key_that_is_easily_guessed(key: str, url: str, expected: Level, settings: Settings) -> None:
    settings.SECRET_KEY, settings.PUBLIC_URL = key, url
    assert level(settings_checks.secret_key()) is expected


@pytest.mark.parametrize(
    ("debug", "url", "expected"),
    [(False, PUBLIC, Level.GOOD), (True, LOCAL, Level.DOUBT), (True, PUBLIC, Level.BAD)],
)
def test_debug_in_public(debug: bool, url: str, expected: Level, settings: Settings) -> None:
    settings.DEBUG, settings.PUBLIC_URL = debug, url
    assert level(settings_checks.debug()) is expected


@pytest.mark.parametrize(
    ("url", "proxy", "expected"),
    [
        (LOCAL, None, Level.GOOD),
        ("http://paper.example", None, Level.DOUBT),
        (PUBLIC, None, Level.BAD),
        (PUBLIC, ("HTTP_X_FORWARDED_PROTO", "https"), Level.GOOD),
    ],
)
def test_an_address_without_https(url: str, proxy: object, expected: Level, settings: Settings) -> None:
    settings.PUBLIC_URL, settings.SECURE_PROXY_SSL_HEADER = url, proxy
    assert level(settings_checks.address()) is expected


def test_a_setting_with_a_slip_of_the_pen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_HOME", str(tmp_path))
    (tmp_path / "broadsheet.env").write_text("BROADSHEET_DEBGU=yes\n")
    (tmp_path / "broadsheet.env").chmod(0o600)
    words = [finding.words for finding in settings_checks.names()]
    assert words == ["BROADSHEET_DEBGU is no setting", str(tmp_path / "broadsheet.env")]


def test_a_mail_server_that_does_not_answer(settings: Settings) -> None:
    settings.MAIL_URL = "smtp://127.0.0.1:1"
    assert level(mail.mail()) is Level.BAD


def test_a_mail_server_that_takes_us_in(settings: Settings) -> None:
    with counting_server() as server:
        settings.MAIL_URL = f"smtp://127.0.0.1:{server.port}"
        assert level(mail.mail()) is Level.GOOD


@pytest.mark.parametrize(("url", "expected"), [(LOCAL, Level.GOOD), (PUBLIC, Level.DOUBT)])
def test_mail_that_nobody_receives(url: str, expected: Level, tmp_path: Path, settings: Settings) -> None:
    settings.MAIL_URL, settings.PUBLIC_URL = f"filemail://{tmp_path / 'mail'}", url
    assert level(mail.mail()) is expected


def test_mail_that_cannot_be_kept(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "mail").touch()
    settings.MAIL_URL = f"filemail://{tmp_path / 'mail'}"
    assert level(mail.mail()) is Level.BAD


def test_a_home_that_is_not_there(tmp_path: Path, settings: Settings) -> None:
    settings.HOME = tmp_path / "none"
    assert level(data.storage()) is Level.BAD


@pytest.mark.parametrize(("free", "expected"), [(50, Level.GOOD), (1, Level.DOUBT), (0.1, Level.BAD)])
def test_a_disk_that_fills_up(
    free: float, expected: Level, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME = tmp_path
    monkeypatch.setattr(data.shutil, "disk_usage", lambda home: type("Usage", (), {"free": free * data.GB})())
    assert level(data.storage()) is expected


def test_no_worker_and_one(tmp_path: Path, settings: Settings) -> None:
    settings.HOME = tmp_path
    assert level(work.worker()) is Level.DOUBT
    with Presence(work.presence_folder()):
        assert level(work.worker()) is Level.GOOD


def test_a_worker_that_has_not_stirred(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME = tmp_path
    monkeypatch.setattr(work, "STILL", -1)
    with Presence(work.presence_folder()):
        assert level(work.worker()) is Level.DOUBT


def test_a_task_queue_that_does_not_answer(settings: Settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1"
    assert level(work.redis()) is Level.BAD


@pytest.mark.django_db
def test_a_database_without_a_paper() -> None:
    assert level(paper_check()) is Level.BAD


def test_a_paper_at_its_address(paper: Paper) -> None:
    assert level(paper_check()) is Level.GOOD


def test_a_paper_at_another_address(paper: Paper) -> None:
    Site.objects.update(hostname="elsewhere.example")
    assert level(paper_check()) is Level.DOUBT


@pytest.mark.django_db
def test_a_check_that_cannot_run_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(
        "broadsheet.operations.doctor.examination.CHECKS", (("Ink", stumble), ("Voices", voices.voices))
    )
    assert [(finding.name, finding.level) for finding in examine()] == [
        ("Ink", Level.BAD),
        ("Voices", Level.NOTE),
    ]
