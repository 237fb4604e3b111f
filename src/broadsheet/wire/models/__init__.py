"""The News Feed: its items, the log of what was done to them, and the round-ups made from them."""

from broadsheet.wire.models.event import Sequence, WireEvent
from broadsheet.wire.models.filing import Filing
from broadsheet.wire.models.item import WireItem
from broadsheet.wire.models.series import Mention, RoundUp, Series

__all__ = ["Filing", "Mention", "RoundUp", "Sequence", "Series", "WireEvent", "WireItem"]
