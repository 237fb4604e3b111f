"""What the engine tells those who gave it something to send. Sent in the transaction that saves it."""

from __future__ import annotations

from django.dispatch import Signal

# dispatch: Dispatch, reason: str. It went wrong too often in a row and waits for a person.
dispatch_paused = Signal()

# dispatch: Dispatch. Everybody got it, or never will.
dispatch_ended = Signal()

# address: str, delivery: Delivery | None, reason: Suppression.Reason. Nothing more is sent to the address.
address_suppressed = Signal()
