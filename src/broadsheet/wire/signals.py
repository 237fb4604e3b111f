"""What others may want to know of the wire."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `item` and `kind` (a `WireEvent.Kind`) within the transaction of each act on an item.
acted = Signal()
