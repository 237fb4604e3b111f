"""A small paper behind nginx, as on a server: HTTPS in front, nobody else may read the newsroom's folder."""

from __future__ import annotations

import gzip
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from tests.cli.newsroom import init, start
from tests.edge.live import ADDRESSES, PAPER, LiveNewsroom, pretend_collected
from tests.edge.nginx import Answer, Nginx, ask, nginx, shipped_site, two_ports
from tests.edge.programs import free_port
from tests.plugins.ready_made import ready_made

URL = "https://paper.example"
GIVEN = {"BROADSHEET_URL": URL, "BROADSHEET_BEHIND_PROXY": "yes"}
STYLE = "p { color: navy }"
STRICT = 0o027  # the umask of the services in deploy/systemd


@dataclass(slots=True)
class Fronted:
    """The newsroom, what stands in front of it, and readers on both sides."""

    newsroom: LiveNewsroom
    nginx: Nginx

    @property
    def pages(self) -> Path:
        """Where the stored pages of the paper lie."""
        return self.newsroom.home / "pages/paper.example"

    def read(self, path: str, **more: str) -> Answer:
        """As a reader does, through nginx."""
        return ask(self.nginx.port, path, **more)

    def read_behind(self, path: str, **more: str) -> Answer:
        """What Broadsheet would answer alone, to a reader who comes by HTTPS."""
        return ask(self.newsroom.server.port, path, x_forwarded_proto="https", **more)

    @contextmanager
    def broadsheet_away(self) -> Iterator[None]:
        """Within, nobody listens behind nginx: it is another one, since a server takes seconds to come back."""
        usual = self.nginx
        with _in_front_of(self.newsroom, behind=free_port()) as self.nginx:
            try:
                yield
            finally:
                self.nginx = usual

    @contextmanager
    def broadsheet_stopped(self) -> Iterator[None]:
        """Within, there is no server at all."""
        port = self.newsroom.server.port
        self.newsroom.server.stop()
        try:
            yield
        finally:
            serve(self.newsroom, port=port)

    @contextmanager
    def another_nginx(self, *, brotli: bool) -> Iterator[Nginx]:
        """One more in front of the same newsroom."""
        with _in_front_of(self.newsroom, brotli=brotli) as one:
            yield one


@contextmanager
def fronted(*, processes: int = 1) -> Iterator[Fronted]:
    """Found the paper, serve it, and put nginx in front."""
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-nginx-"))
    folder.chmod(0o711)
    newsroom = LiveNewsroom(folder / "home", GIVEN)
    before = os.umask(STRICT)
    try:
        found(newsroom, processes=processes)
        with _in_front_of(newsroom) as front:
            yield Fronted(newsroom, front)
    finally:
        os.umask(before)
        if newsroom.server is not None:
            newsroom.server.stop()
        rmtree(folder, ignore_errors=True)


@contextmanager
def _in_front_of(newsroom: LiveNewsroom, *, brotli: bool = True, behind: int = 0) -> Iterator[Nginx]:
    port, http_port = two_ports()
    folder = newsroom.home.parent / f"nginx-{port}"
    behind = behind or newsroom.server.port
    site = shipped_site(newsroom.home, port=port, http_port=http_port, behind=behind)
    with nginx(folder, site, port=port, http_port=http_port, brotli=brotli) as one:
        yield one


def found(newsroom: LiveNewsroom, *, processes: int) -> None:
    """As the how-to “Run on one server” has it: others may pass through the folder and see nothing."""
    home = newsroom.home
    ready_made("fronted", home, _make)
    newsroom.addresses = (home / ADDRESSES).read_text().split()
    home.chmod(0o711)
    for place, mode in (("static", 0o755), ("media", 0o711), ("media/images", 0o755)):
        (home / place).chmod(mode)
    serve(newsroom, processes=processes)


def _make(home: Path) -> None:
    init(home, "--url", URL)
    pretend_collected(home / "static")
    add_style(home / "static")
    (home / ADDRESSES).write_text(LiveNewsroom(home, GIVEN).run(PAPER))


def add_style(static: Path) -> None:
    """A stylesheet, and the copy of it that is named after its content, as collecting them leaves them."""
    hashed = "tide.0123456789ab.css"
    manifest = json.loads((static / "staticfiles.json").read_text())
    manifest["paths"]["tide.css"] = hashed
    (static / "staticfiles.json").write_text(json.dumps(manifest))
    for name in ("tide.css", hashed):
        (static / name).write_text(STYLE)
        (static / f"{name}.gz").write_bytes(gzip.compress(STYLE.encode()))
    for file in static.iterdir():
        file.chmod(0o644)


def serve(newsroom: LiveNewsroom, *, port: int = 0, processes: int = 1) -> None:
    """Start the paper's own server, and wait for it."""
    newsroom.server = start(
        *("--home", newsroom.home, "serve", "--port", "PORT", "--processes", str(processes)),
        given=newsroom.given,
        port=port,
    )
    newsroom.server.get("/healthz")
