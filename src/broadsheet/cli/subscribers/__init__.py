"""`broadsheet subscribers`: bring readers from another list, and write them down."""

from broadsheet.cli.subscribers.group import subscribers

__all__ = ["subscribers"]
