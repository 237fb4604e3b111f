"""Several machines with one newsroom forget together: each tells the others through Redis, and hears them.

A message that is lost does no harm for long: every change also stands in the database, and whoever was away catches
up with it.
"""

from broadsheet.edge.broadcast.announcing import announce
from broadsheet.edge.broadcast.listening import Listener

__all__ = ["Listener", "announce"]
