"""Links to other sites: asked for, all at the same time, for a few seconds and not longer."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator

from django.core.cache import cache

from broadsheet.newsletters.checks.finding import Finding, Proof, warn
from broadsheet.newsletters.checks.links.asking import Lines, Reach, ask
from broadsheet.newsletters.checks.links.links import Link, links_in

PATIENCE = 8.0  # seconds for all of them
AT_ONCE = 8
MOST = 40
REMEMBERED = 600  # seconds, for a site that has answered

_WORDS = {
    Reach.GONE: "The link {link} leads to nothing: the other site has no such page. Correct it or take it out.",
    Reach.BROKEN: "The link {link} leads to a site that answers with an error. Look at it before you send.",
    Reach.SILENT: "The link {link} could not be reached. Look at it before you send.",
    Reach.INSIDE: "The link {link} leads into a private network, where readers cannot go. Take it out.",
    Reach.UNTRIED: "The link {link} leads to an unusual port, and was not tried. Look at it before you send.",
}


def check(proof: Proof) -> Iterator[Finding]:
    """One warning for each link that does not answer as a page does. None of them stops an edition: sites rest."""
    links = [link for link in links_in(proof) if link.is_web and not link.is_ours]
    answers = reached([link.address for link in links[:MOST]])
    if len(links) > MOST:
        yield warn(f"It has {len(links)} links to other sites; the first {MOST} were tried.")
    if len(answers) > 2 and set(answers.values()) == {Reach.SILENT}:
        yield warn("No other site could be reached from here, so the links to them were not tried.")
        return
    yield from _findings(links[:MOST], answers)


def _findings(links: list[Link], answers: dict[str, Reach]) -> Iterator[Finding]:
    for link in links:
        if words := _WORDS.get(answers[link.address]):
            yield warn(words.format(link=link.shown))


def reached(addresses: list[str], *, asker: Callable[[str, Lines], Reach] = ask) -> dict[str, Reach]:
    """What became of each address after `PATIENCE` seconds at most."""
    answers = {address: known for address in addresses if (known := cache.get(_key(address))) is not None}
    waiting = [address for address in addresses if address not in answers]
    lines, until = Lines(), time.monotonic() + PATIENCE

    def work() -> None:
        while not lines.ended and waiting:
            try:
                address = waiting.pop()
            except IndexError:
                return
            answers[address] = answer = asker(address, lines)
            if answer in (Reach.THERE, Reach.GONE):
                cache.set(_key(address), answer, REMEMBERED)

    # Not a pool: the interpreter would wait for its threads when it ends, and a name server may keep one for long.
    workers = [threading.Thread(target=work, daemon=True) for _ in range(min(AT_ONCE, len(waiting)))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(max(0.0, until - time.monotonic()))
    lines.end()
    return {address: answers.get(address, Reach.SILENT) for address in addresses}


def _key(address: str) -> str:
    return f"newsletters.link.{hashlib.sha256(address.encode()).hexdigest()}"
