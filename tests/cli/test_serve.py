"""`broadsheet serve` answers, and stops when it is told to."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from broadsheet.operations.static_files import STAMP, fingerprint
from tests.cli.newsroom import Running, broadsheet, start


@pytest.fixture(scope="module")
def served(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom whose static files count as collected, which takes longer than all these tests."""
    home = Path(shutil.copytree(founded, tmp_path_factory.mktemp("served") / "home"))
    (home / "static").mkdir()
    (home / "static" / STAMP).write_text(fingerprint())
    return home


@pytest.fixture(scope="module")
def server(served: Path) -> Iterator[Running]:
    """The server of that newsroom; Ctrl-C stops it in silence."""
    running = start("--home", served, "serve", "--port", "PORT")
    yield running
    assert running.stop() == (0, "")


def test_it_answers(server: Running) -> None:
    assert json.loads(server.get("/healthz")) == {"status": "ok", "failing": []}


def test_a_service_manager_stops_it_too(served: Path, running: list[Running]) -> None:
    two = start("--home", served, "serve", "--port", "PORT", "--processes", "2")
    running.append(two)
    two.get("/healthz")
    assert two.stop(signal.SIGTERM) == (0, "")


def test_pictures_are_served_and_documents_are_not(server: Running, served: Path) -> None:
    for folder in ("images", "documents"):
        (served / "media" / folder).mkdir(parents=True, exist_ok=True)
        (served / "media" / folder / "a.txt").write_text("hello")
    server.get("/healthz")
    assert server.get("/media/images/a.txt") == b"hello"
    for path in ("/media/images/../documents/a.txt", "/media/images/%2e%2e/documents/a.txt"):
        with pytest.raises(HTTPError, match="404"):
            server.get(path)


def test_a_second_server_on_the_port_is_refused(server: Running, served: Path) -> None:
    server.get("/healthz")
    done = broadsheet("--home", served, "serve", "--port", str(server.port))
    assert done.returncode == 1
    assert f"listens on 127.0.0.1:{server.port} already" in done.stderr
    assert done.stderr.count("\n") == 1
