"""What is done within the newsroom's Django: `python -m benchmarks.mail.desk subscribe 1000`; answers in JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.mail import EmailMultiAlternatives, get_connection  # noqa: E402
from django.db import transaction  # noqa: E402

from broadsheet.delivery.actions.start_dispatch import start_dispatch  # noqa: E402
from broadsheet.delivery.ledger.freezing import freeze  # noqa: E402
from broadsheet.delivery.letters.slots import ADDRESS, TOKEN  # noqa: E402
from broadsheet.delivery.models import Delivery, Dispatch  # noqa: E402
from broadsheet.newsletters.models import Newsletter, Subscriber, Subscription  # noqa: E402

CHUNK = 10_000
Answer = dict[str, object]


def subscribe(count: str) -> Answer:
    """Have that many subscribers in all."""
    newsletter, _ = Newsletter.objects.get_or_create(
        name="Morning tide", slug="morning-tide", promise="The tide"
    )
    there = Subscriber.objects.count()
    for start in range(there, int(count), CHUNK):
        with transaction.atomic():
            made = Subscriber.objects.bulk_create(_subscribers(start, min(start + CHUNK, int(count))))
            Subscription.objects.bulk_create(
                Subscription(subscriber=one, newsletter=newsletter, state="active") for one in made
            )
    return {"subscribers": Subscriber.objects.count()}


def _subscribers(start: int, end: int) -> Iterator[Subscriber]:
    for number in range(start, end):
        address = f"reader{number}@host{number % 50}.example"
        yield Subscriber(address=address, key=address)


def send(count: str, size: str) -> Answer:
    """Write the audience down, and let the workers begin."""
    dispatch = start_dispatch(message(int(size)), name="Morning tide")
    numbers = Subscription.objects.order_by("pk").values_list("pk", flat=True)
    last = numbers[int(count) - 1]
    began = time.time()
    freeze(dispatch, Subscription.objects.active().filter(pk__lte=last), address="subscriber__address")
    return {"at": time.time(), "freezing": time.time() - began}


def look() -> Answer:
    """What became of the last edition."""
    dispatch = Dispatch.objects.filter(kind=Dispatch.Kind.EDITION).latest("pk")
    rows = Delivery.objects.filter(dispatch=dispatch)
    return {
        "accepted": rows.filter(state="accepted").count(),
        "uncertain": rows.filter(uncertain=True).count(),
        "seconds": (dispatch.ended_at - dispatch.frozen_at).total_seconds(),
    }


def message(size: int, *, to: str = ADDRESS, token: str = TOKEN) -> EmailMultiAlternatives:
    """An edition of about so many bytes: long lines and typographic quotation marks, as MJML renders them."""
    link = f"https://paper.example/newsletters/leave/{token}/"
    line = "<p>The harbour master’s clerk expects the tide at seven, and the ferry with it.</p>"
    one = EmailMultiAlternatives(
        "The morning tide",
        f"Good morning.\n\nLeave: {link}\n",
        "The Harbour Ledger <morning@paper.example>",
        [to],
        headers={"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
    one.attach_alternative(
        f'<h1>Tide</h1>{line * ((size - 1400) // (len(line) + 2))}<a href="{link}">Leave</a>', "text/html"
    )
    return one


def by_django(count: str, size: str) -> Answer:
    """Send as a project does that has nothing but Django: a message for each, over one connection."""
    host, _, port = settings.MAIL_URL.removeprefix("smtp://").partition(":")
    way = get_connection("django.core.mail.backends.smtp.EmailBackend", host=host, port=int(port))
    began = time.monotonic()
    sent = way.send_messages(
        [message(int(size), to=f"reader{n}@host.example", token=f"token{n}") for n in range(int(count))]
    )
    return {"rate": sent / (time.monotonic() - began)}


VERBS: dict[str, Callable[..., Answer]] = {
    "subscribe": subscribe,
    "send": send,
    "look": look,
    "django": by_django,
}

if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    print(json.dumps(VERBS[verb](*rest)))  # noqa: T201
