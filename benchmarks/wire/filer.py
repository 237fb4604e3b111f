"""Files items, one each second, from a process of its own; run in the newsroom's Django.

Says for each the id of its event, and when its transaction was committed, by the clock that all processes share.
"""

from __future__ import annotations

import json
import sys
import time

import django


def main(count: int, pause: float) -> None:
    """File that many items."""
    from django.db import transaction

    from broadsheet.wire.actions.post import post_item
    from broadsheet.wire.models import WireEvent

    committed: list[float] = []
    for number in range(count):
        began = time.monotonic()
        with transaction.atomic():
            # Registered first, so that it runs first after the commit.
            transaction.on_commit(lambda: committed.append(time.monotonic()))
            post_item(f"Item {number} of the benchmark", body="Wind from the south-west. " * 8)
            event = WireEvent.objects.last_id()
        sys.stdout.write(json.dumps([event, committed[-1]]) + "\n")
        sys.stdout.flush()
        time.sleep(max(0.0, began + pause - time.monotonic()))


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]), float(sys.argv[2]))
