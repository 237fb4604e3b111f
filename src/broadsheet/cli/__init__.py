"""The command `broadsheet`: a thin, well-spoken layer over Django's commands."""

from broadsheet.cli.entry import main

__all__ = ["main"]
