"""Write to an address again."""

from __future__ import annotations

from broadsheet.delivery.models import Suppression


def lift_suppression(address: str) -> bool:
    """Forget that mail came back from the address; whether it was suppressed. Its bounces count from nothing again."""
    row = Suppression.objects.filter(address=address.strip().lower())
    was_suppressed = row.suppressed().exists()
    row.delete()
    return was_suppressed
