"""A newsroom with an archive, its two servers, and the two kinds of nginx beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.cli.newsroom import Running, broadsheet, environment, start
from tests.edge.nginx import nginx, shipped_site
from tests.edge.programs import free_port

HOST = "paper.example"
STATIC, FRONTED, ALONE, UNCACHED = "nginx, plain files", "nginx + store", "Broadsheet alone", "uncached"
PROCESSES = 2

# The same answers from plain files, as one would tune it: what is open stays open. Around it stands `sendfile on`.
PLAIN_SITE = """
server {{
    listen 127.0.0.1:{port};
    server_name paper.example;
    root {folder};
    default_type "text/html; charset=utf-8";
    open_file_cache max=20000 inactive=10m;
    open_file_cache_valid 10m;
    gzip_static on;
    gzip_vary on;
    include snippets/broadsheet-page.conf;
    location / {{ try_files ${{uri}}index.html =404; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Something that answers for the paper: its port, and the processes that work for it."""

    name: str
    port: int
    pids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Newsroom:
    """An archive of `size` stories, the addresses of some of them, and who answers for it."""

    size: int
    home: Path
    paths: tuple[str, ...]
    servers: tuple[Server, ...]

    def server(self, name: str) -> Server:
        return next(server for server in self.servers if server.name == name)


@contextmanager
def newsroom(folder: Path, size: int) -> Iterator[Newsroom]:
    """Found it, fill it, and start everything that is measured."""
    home = folder / "home"
    paths = tuple(_filled(home, size))
    with ExitStack() as stack:
        # Uncached first: a server that starts with other settings forgets all pages.
        uncached = stack.enter_context(_served(home, BROADSHEET_PAGE_STORE="no"))
        alone = stack.enter_context(_served(home))
        _fill_store(alone.port, paths)
        plain = stack.enter_context(_plain_nginx(folder))
        fronted = stack.enter_context(_shipped_nginx(folder, alone))
        servers = (plain, fronted, Server(ALONE, alone.port, (alone.process.pid,)))
        yield Newsroom(
            size, home, paths, (*servers, Server(UNCACHED, uncached.port, (uncached.process.pid,)))
        )


def django_environment(home: Path) -> dict[str, str]:
    """For Python that is run in the newsroom's Django."""
    return environment() | {"BROADSHEET_HOME": str(home), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}


def _filled(home: Path, size: int) -> list[str]:
    done = broadsheet("init", home, "--no-input", "--name", "The Harbour Ledger", "--url", f"http://{HOST}")
    if done.returncode:
        raise RuntimeError(done.stderr)
    home.chmod(0o711)
    command = [sys.executable, "-m", "benchmarks.edge.archive", str(size)]
    made = subprocess.run(  # noqa: S603  # ours
        command, env=django_environment(home), stdout=subprocess.PIPE, text=True, timeout=300, check=True
    )
    return made.stdout.split()


@contextmanager
def _served(home: Path, **given: str) -> Iterator[Running]:
    words = ("--home", home, "serve", "--port", "PORT", "--processes", str(PROCESSES))
    running = start(*words, given=given)
    try:
        running.get("/healthz")
        yield running
    finally:
        running.stop()


def _fill_store(port: int, paths: tuple[str, ...]) -> None:
    with ThreadPoolExecutor(PROCESSES) as readers:
        found = set(readers.map(lambda path: _status(port, path), ("/", *paths)))
    if found != {200}:
        raise RuntimeError(f"Not every page is there: {found}")


def _status(port: int, path: str) -> int:
    client = HTTPConnection("127.0.0.1", port, timeout=30)
    client.request("GET", path, headers={"Host": HOST})
    status = client.getresponse().status
    client.close()
    return status


@contextmanager
def _plain_nginx(folder: Path) -> Iterator[Server]:
    """Only what readers may have: not the facts, not the last copies."""
    stored, copy = folder / "home/pages" / HOST, folder / "plain"
    shutil.copytree(stored, copy, ignore=shutil.ignore_patterns("*.last", "*.html.json", "*.xml.json"))
    port = free_port()
    with nginx(
        folder / "nginx-plain",
        PLAIN_SITE.format(port=port, folder=copy),
        port=port,
        workers=os.cpu_count() or 1,
    ) as one:
        yield Server(STATIC, port, (one.process.pid,))


@contextmanager
def _shipped_nginx(folder: Path, behind: Running) -> Iterator[Server]:
    port, http_port = free_port(), free_port()
    site = shipped_site(folder / "home", port=port, http_port=http_port, behind=behind.port)
    with nginx(folder / "nginx-shipped", site, port=port, workers=os.cpu_count() or 1) as one:
        yield Server(FRONTED, port, (one.process.pid, behind.process.pid))
