"""Styles, scripts and fonts are served from memory, by names that tell their content."""

from __future__ import annotations

from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

from broadsheet.edge.answering.asking import Asking
from broadsheet.edge.answering.statics import Statics
from tests.edge.asking import scope_of

STYLE = "/static/pages/css/paper.0123456789ab.css"
FONT = "/static/pages/fonts/serif.0123456789ab.woff2"


@pytest.fixture
def statics(tmp_path: Path) -> Statics:
    """A folder with a style and a font."""
    for path, content in ((STYLE, b"p { color: red }"), (FONT, b"wOF2")):
        file = tmp_path / path.removeprefix("/static/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    style = tmp_path / STYLE.removeprefix("/static/")
    style.with_name(f"{style.name}.br").write_bytes(brotli.compress(b"p { color: red }"))
    (tmp_path / "pages/css/plain.css").write_bytes(b"p {}")
    (tmp_path / "secret.0123456789ab.css").write_bytes(b"p {}")
    return Statics(tmp_path, https=True)


def answer(statics: Statics, path: str, **headers: str) -> tuple[int, dict[bytes, bytes], bytes]:
    """What a browser gets."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    static = statics.get(path)
    assert static is not None
    start, body = static.answer(Asking(scope_of(path, headers=named)))
    return start["status"], dict(start["headers"]), body["body"]


def test_a_style_leaves_packed_and_for_ever(statics: Statics) -> None:
    status, headers, body = answer(statics, STYLE, accept_encoding="gzip, br")
    assert (status, headers[b"content-encoding"]) == (200, b"br")
    assert brotli.decompress(body) == b"p { color: red }"
    assert headers[b"content-type"] == b"text/css; charset=utf-8"
    assert b"immutable" in headers[b"cache-control"]
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"content-length"] == str(len(body)).encode()


def test_what_was_not_packed_leaves_as_it_is(statics: Statics) -> None:
    status, headers, body = answer(statics, FONT, accept_encoding="gzip, br")
    assert (status, body) == (200, b"wOF2")
    assert b"content-encoding" not in headers
    assert headers[b"content-type"] == b"font/woff2"


def test_who_has_it_is_told_so(statics: Statics) -> None:
    etag = answer(statics, STYLE)[1][b"etag"].decode()
    assert answer(statics, STYLE, if_none_match=etag)[::2] == (304, b"")
    assert answer(statics, STYLE, if_none_match=etag, accept_encoding="br")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/pages/css/plain.css",
        "/static/secret.0123456789ab.css",
        "/static/pages/../secret.0123456789ab.css",
        "/static/pages/css/gone.0123456789ab.css",
        "/static/pages/css/paper.0123456789ab.css.br",
        "/static/pages/css/paper.0123456789ab.php",
        "/",
    ],
)
def test_everything_else_is_not_its_business(statics: Statics, path: str) -> None:
    assert statics.get(path) is None
