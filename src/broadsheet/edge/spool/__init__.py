"""The spool: readers' acts wait in files for the database, none lost, none done twice.

`spool` keeps an act, `takes` says which function does it, `take_in` has it done; `keep` keeps it and tries at once. See
`docs/how-to/spool-a-readers-act.md`.
"""

from __future__ import annotations

from broadsheet.edge.spool.arrival import spool
from broadsheet.edge.spool.at_once import keep
from broadsheet.edge.spool.errors import SpoolError
from broadsheet.edge.spool.folder import refused, waiting
from broadsheet.edge.spool.intake import take_in
from broadsheet.edge.spool.kinds import takes

__all__ = ["SpoolError", "keep", "refused", "spool", "take_in", "takes", "waiting"]
