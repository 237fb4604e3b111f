"""Publishes one story again and again, each time that it is told to; run in the newsroom's own Django.

Says for each number when it began and when it was done, by the clock that all processes share.
"""

from __future__ import annotations

import json
import sys
import time

import django

HEADLINE = "Tide number"


def main() -> None:
    """Each line on standard input is a number to put into the headline."""
    from broadsheet.news.models import FrontPage

    for line in sys.stdin:
        story = FrontPage.objects.get().lead
        story.title = f"{HEADLINE} {int(line)}"
        revision = story.save_revision()
        began = time.monotonic()
        revision.publish()
        sys.stdout.write(json.dumps([int(line), began, time.monotonic()]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    django.setup()
    main()
