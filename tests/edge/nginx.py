"""nginx as an operator sets it up: the configuration that ships, with other ports and places."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.edge.programs import end, free_port, listens, program, start
from tests.house.tree import ROOT

SHIPPED = ROOT / "deploy/nginx"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

ACCESS_LOG = "access.log"

# What Debian's own nginx.conf says around a site, as far as it matters here.
AROUND = """
{modules}
{user}
daemon off;
worker_processes {workers};
pid nginx.pid;
include main.conf;
error_log stderr;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    access_log off;
    keepalive_requests 1000000;
    client_body_temp_path temporary/body;
    proxy_temp_path temporary/proxy;
    fastcgi_temp_path temporary/fastcgi;
    uwsgi_temp_path temporary/uwsgi;
    scgi_temp_path temporary/scgi;
    include site.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Nginx:
    """A running nginx; plain HTTP on both ports stands for HTTPS on one of them."""

    process: subprocess.Popen[bytes]
    port: int
    http_port: int


def shipped_site(home: Path, *, port: int, http_port: int, behind: int) -> str:
    """The site that ships, to the letter but for what a machine's set-up changes."""
    text = (SHIPPED / "broadsheet.conf").read_text()
    for line, instead in (
        ("server 127.0.0.1:8000;", f"server 127.0.0.1:{behind};"),
        ("    listen 80;\n", f"    listen 127.0.0.1:{http_port};\n"),
        ("    listen [::]:80;\n", ""),
        ("    listen 443 ssl http2;\n", f"    listen 127.0.0.1:{port};\n"),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("    ssl_certificate /etc/letsencrypt/live/paper.example/fullchain.pem;\n", ""),
        ("    ssl_certificate_key /etc/letsencrypt/live/paper.example/privkey.pem;\n", ""),
        ("    ssl_protocols TLSv1.2 TLSv1.3;\n", ""),
        ("access_log /var/log/nginx/access.log ", f"access_log {home}/{ACCESS_LOG} "),
    ):
        assert text.count(line) == 1, line
        text = text.replace(line, instead)
    return text.replace("/srv/paper", str(home))


@contextmanager
def nginx(
    folder: Path, site: str, *, port: int, http_port: int = 0, brotli: bool = True, workers: int = 1
) -> Iterator[Nginx]:
    """Run nginx with `site`, and the snippets that ship, in a folder of its own."""
    lay_out(folder, site, brotli=brotli, workers=workers)
    command = [program("nginx"), "-p", str(folder), "-e", "stderr", "-c", "nginx.conf"]
    process = start(command, ready=lambda: listens(port))
    try:
        yield Nginx(process, port, http_port)
    finally:
        end(process, signal.SIGTERM)


def lay_out(folder: Path, site: str, *, brotli: bool, workers: int) -> None:
    """Write what nginx reads."""
    (folder / "temporary").mkdir(parents=True)
    shutil.copytree(SHIPPED / "snippets", folder / "snippets")
    if not brotli:
        (folder / "snippets/broadsheet-brotli.conf").unlink()
    shutil.copy(SHIPPED / "broadsheet-main.conf", folder / "main.conf")
    modules = f"load_module {BROTLI};" if brotli else ""
    # Started by root it reads pages as another user, as it does on a server.
    user = "user nobody nogroup;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(modules=modules, user=user, workers=workers))
    (folder / "site.conf").write_text(site)


def ask(port: int, path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """Ask once, by a connection of its own, for the path exactly as it is spelled; `accept_encoding=…` is a header."""
    client = HTTPConnection("127.0.0.1", port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in ({"host": "paper.example"} | headers).items()}
    try:
        client.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in named.items():
            client.putheader(name, value)
        client.endheaders(body or None)
        answer = client.getresponse()
        return Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
    finally:
        client.close()


def two_ports() -> tuple[int, int]:
    """For HTTPS and for HTTP."""
    return free_port(), free_port()
