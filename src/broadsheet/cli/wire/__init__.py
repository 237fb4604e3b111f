"""`broadsheet wire`: file and direct the News Feed from the command line."""

from broadsheet.cli.wire.group import wire

__all__ = ["wire"]
