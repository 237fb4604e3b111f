"""The server finds out before it starts what would stop it, and hands out only what is public."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from django.core.management.base import CommandError
from pytest_django.fixtures import Settings

from broadsheet.operations.server import media_mounts, require_free_port


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"listens on 127.0.0.1:{port} already"):
            require_free_port("127.0.0.1", port)


def test_a_port_that_another_server_would_share_counts_as_taken() -> None:
    with (
        socket.create_server(("127.0.0.1", 0), reuse_port=True) as other,
        pytest.raises(CommandError, match="already"),
    ):
        require_free_port("127.0.0.1", other.getsockname()[1])


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CommandError, match="Cannot listen on"):
        require_free_port("192.0.2.1", 8000)


def test_pictures_are_public_and_originals_and_documents_are_not(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path
    assert media_mounts() == {"/media/images": tmp_path / "images"}
    assert (tmp_path / "images").is_dir()
