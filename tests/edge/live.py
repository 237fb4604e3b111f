"""A newsroom that is really served, with a small paper in it, and readers who never stop asking."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from django.contrib.staticfiles.finders import get_finders

from broadsheet.environment.file import FILE_NAME, read_env_file
from broadsheet.operations.static_files import STAMP, fingerprint
from broadsheet.pages.scripts import bundled
from broadsheet.pages.staticfiles import SCRIPT
from tests.cli.newsroom import Running, broadsheet, environment, found, start
from tests.plugins.ready_made import ready_made

FORM = "application/x-www-form-urlencoded"
PAUSE = 0.02  # seconds between two requests of a reader: other tests run meanwhile
ADDRESSES = "addresses.txt"  # of the small paper, beside it
PAPER = """
from tests.edge.paper import make_small_paper
paper = make_small_paper()
print(*paper.addresses().values(), sep="\\n")
"""


@dataclass(slots=True)
class LiveNewsroom:
    """A home, its server, and the addresses of a small paper in it."""

    home: Path
    given: dict[str, str]
    addresses: list[str] = field(default_factory=list)
    server: Running | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to be of this newsroom."""
        ours = {"BROADSHEET_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
        return environment(self.given) | ours

    def run(self, script: str) -> str:
        """Run Python in the newsroom's Django, as a command of its own would; what it printed."""
        done = subprocess.run(  # noqa: S603  # ours
            [sys.executable, "-c", f"import django; django.setup()\n{script}"],
            env=self.environment, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def secret_key(self) -> str:
        """What it signs its links with."""
        return read_env_file(self.home / FILE_NAME)["BROADSHEET_SECRET_KEY"]

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> tuple[int, bytes]:
        """Send a form, by a connection of its own."""
        assert self.server is not None
        client = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        try:
            client.request("POST", path, urlencode(form), {"Content-Type": FORM, **headers})
            answer = client.getresponse()
            return answer.status, answer.read()
        finally:
            client.close()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask once, by a connection of its own."""
        assert self.server is not None
        client = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        try:
            client.request("GET", path, headers={n.replace("_", "-"): value for n, value in headers.items()})
            answer = client.getresponse()
            return answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read()
        finally:
            client.close()


@contextmanager
def live_newsroom(home: Path, *, database_url: str = "", processes: int = 2) -> Iterator[LiveNewsroom]:
    """Found it, publish the small paper in it, and serve it."""
    given = {"DATABASE_URL": database_url} if database_url else {}
    newsroom = LiveNewsroom(home, given)
    if database_url:
        words = ("--name", "The Harbour Ledger", "--database-url", database_url)
        done = broadsheet("init", home, "--no-input", *words)
        assert done.returncode == 0, done.stderr
        _furnish(newsroom)
    else:
        ready_made("small-paper", home, _make)
    newsroom.addresses = (home / ADDRESSES).read_text().split()
    with (home / "server.log").open("w") as log:
        newsroom.server = start(
            *("--home", home, "serve", "--port", "PORT", "--processes", str(processes)), said=log
        )
        try:
            newsroom.server.get("/healthz")
            yield newsroom
        finally:
            newsroom.server.stop()


def _make(home: Path) -> None:
    found(home)
    _furnish(LiveNewsroom(home, {}))


def _furnish(newsroom: LiveNewsroom) -> None:
    pretend_collected(newsroom.home / "static")
    (newsroom.home / ADDRESSES).write_text(newsroom.run(PAPER))


def pretend_collected(static: Path) -> None:
    """What readers and staff load, under plain names: hashing and packing all of it takes longer than a test."""
    for finder in get_finders():
        for name, storage in finder.list([]):
            target = static / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():  # of two with one name, the first is found
                shutil.copyfile(storage.path(name), target)
    (static / SCRIPT).write_text(bundled(SCRIPT, lambda name: (static / name).read_text()))
    names = [str(path.relative_to(static)) for path in static.rglob("*") if path.is_file()]
    manifest = {"paths": dict(zip(names, names, strict=True)), "version": "1.1", "hash": ""}
    (static / "staticfiles.json").write_text(json.dumps(manifest))
    (static / STAMP).write_text(fingerprint())


class Crowd:
    """Readers who ask for the addresses in turn, a hundred and more a second, until they are sent home."""

    def __init__(self, port: int, addresses: list[str], *, readers: int = 4) -> None:
        self.answers: Counter[int | str] = Counter()
        self.by_lifeboat = 0
        self._port, self._addresses = port, addresses
        self._home = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(n,), daemon=True) for n in range(readers)]

    def __enter__(self) -> Crowd:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._home.set()
        for thread in self._threads:
            thread.join(timeout=30)

    def _ask(self, first: int) -> None:
        client = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        turn = first
        while not self._home.is_set():
            turn += 1
            try:
                client.request("GET", self._addresses[turn % len(self._addresses)])
                answer = client.getresponse()
                answer.read()
                self.answers[answer.status] += 1
                self.by_lifeboat += "lifeboat" in (answer.getheader("Cache-Status") or "")
            except (OSError, http.client.HTTPException) as error:
                self.answers[type(error).__name__] += 1
                client.close()
            time.sleep(PAUSE)
        client.close()
