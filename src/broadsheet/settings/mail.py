"""Which way mail leaves the newsroom."""

from __future__ import annotations

from pathlib import Path


def mail_address(url: str, home: Path) -> str:
    """Where mail goes: what the operator says, or into a folder in `home` where it can be read."""
    return url or f"filemail://{home / 'mail'}"
