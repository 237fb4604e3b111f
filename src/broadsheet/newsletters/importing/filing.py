"""Writes people down as subscribers, a few hundred in a transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from broadsheet.delivery.actions.cancel import cancel_for
from broadsheet.delivery.models import Suppression
from broadsheet.newsletters.importing.inserting import insert
from broadsheet.newsletters.importing.moments import day_words
from broadsheet.newsletters.importing.outcomes import Outcome, outcome_of
from broadsheet.newsletters.importing.people import Person
from broadsheet.newsletters.importing.states import ACTIVE, BOUNCED, COMPLAINED
from broadsheet.newsletters.models import Consent, Newsletter, Subscriber, Subscription
from broadsheet.newsletters.models.erased import erased_among

CHUNK = 1_000
_SUPPRESSED = {Suppression.Reason.BOUNCES: BOUNCED, Suppression.Reason.COMPLAINT: COMPLAINED}
_CONSENT = ("subscription_id", "kind", "at", "note", "by_id", "page", "wording", "network")
_CHANGES = (Outcome.JOINED, Outcome.LEFT, Outcome.BOUNCED, Outcome.COMPLAINED, Outcome.TAKEN_OFF)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done with somebody."""

    person: Person
    state: str
    outcome: Outcome
    reader: int | None  # as they are known here
    here: Subscription | None


@dataclass(frozen=True, slots=True)
class Source:
    """Whose list it is put to, from which file, by whom."""

    newsletter: Newsletter
    file_name: str
    by: User | None


def decide(people: list[Person], newsletter: Newsletter) -> list[Decision]:
    """What becomes of each; four queries, all by index, and nothing is changed."""
    erased = erased_among(person.address for person in people)
    suppressed = _suppressed(people)
    readers = _numbers(person.key for person in people)
    standing = Subscription.objects.filter(newsletter=newsletter, subscriber__among=list(readers.values()))
    here = {one.subscriber_id: one for one in standing}
    decisions = []
    for person in people:
        state = suppressed.get(person.address.lower(), ACTIVE) if person.state == ACTIVE else person.state
        reader = readers.get(person.key)
        found = here.get(reader or 0)
        outcome = Outcome.ERASED if person.address in erased else outcome_of(state, person, found)
        decisions.append(Decision(person, state, outcome, reader, found))
    return decisions


def file_people(people: list[Person], source: Source) -> Counter[str]:
    """Write them down, and count what became of them. In one transaction, which is the caller's."""
    now = timezone.now()
    decisions = decide(people, source.newsletter)
    counts = Counter(str(decision.outcome) for decision in decisions)
    changes = [decision for decision in decisions if decision.outcome in _CHANGES]
    new = [one for one in changes if one.here is None]
    written = _create(new, source, now)
    # Somebody who subscribed by themselves at this very moment is as they wanted to be.
    overtaken = {one.person.key: one for one in new}
    for _, done in written:
        del overtaken[done.person.key]
    counts.subtract(str(one.outcome) for one in overtaken.values())
    counts[str(Outcome.ALREADY)] += len(overtaken)
    written += [(one.here.pk, one) for one in changes if one.here is not None and _change(one.here, one, now)]
    insert(Consent, _CONSENT, [_consent(number, one, source, now) for number, one in written])
    return counts


def _suppressed(people: Iterable[Person]) -> dict[str, str]:
    rows = Suppression.objects.filter(
        address__among=[person.address.lower() for person in people], suppressed_at__isnull=False
    )
    return {
        address: _SUPPRESSED[Suppression.Reason(reason)]
        for address, reason in rows.values_list("address", "reason")
    }


def _create(decisions: list[Decision], source: Source, now: datetime) -> list[tuple[int, Decision]]:
    """New subscriptions, by number."""
    made = _make_known([one.person for one in decisions if one.reader is None], now)
    numbered = [(one.reader or made.get(one.person.key), one) for one in decisions]
    by_number = {number: one for number, one in numbered if number is not None}
    rows = [(number, source.newsletter.pk, one.state, *_times(one, now)) for number, one in by_number.items()]
    names = ("subscriber_id", "newsletter_id", "state", "confirmed_at", "left_at")
    done = insert(Subscription, names, rows, unless=names[:2], returning=("id", "subscriber_id"))
    return [(number, by_number[subscriber]) for number, subscriber in done]


def _make_known(people: list[Person], now: datetime) -> dict[str, int]:
    """The number of each by key."""
    rows = [(one.address, one.key, now) for one in people]
    names = ("address", "key", "created_at")
    made = dict(insert(Subscriber, names, rows, unless=("key",), returning=("key", "id")))
    return made | _numbers(one.key for one in people if one.key not in made)


def _numbers(keys: Iterable[str]) -> dict[str, int]:
    wanted = list(keys)
    return dict(Subscriber.objects.filter(key__among=wanted).values_list("key", "pk")) if wanted else {}


def _change(here: Subscription, decision: Decision, now: datetime) -> bool:
    """Change who is here already, unless they did something themselves meanwhile: that holds."""
    rows = Subscription.objects.filter(pk=here.pk, state=here.state)
    joined, left = _times(decision, now)
    if not rows.update(state=decision.state, confirmed_at=joined, left_at=left):
        return False
    if decision.outcome == Outcome.TAKEN_OFF:
        cancel_for(reference=here.pk)
    return True


def _times(decision: Decision, now: datetime) -> tuple[datetime | None, datetime | None]:
    """When they subscribed, and when they left; with both, the growth of the old list can be plotted."""
    person, here = decision.person, decision.here
    if decision.state == ACTIVE:
        return person.joined or now, None
    left = person.left or now
    joined = here.confirmed_at if here else person.joined if person.left else None
    return (joined if joined and joined <= left else None), left


def _consent(number: int, decision: Decision, source: Source, now: datetime) -> tuple[Any, ...]:
    """Values for `_CONSENT`."""
    person = decision.person
    said = [f"{source.file_name}, line {person.line}, by {source.by or 'the newsroom'}"]
    if person.joined:
        said.append(f"subscribed there on {day_words(person.joined)}")
    if decision.state != ACTIVE:
        said.append(f"there: {Subscription.State(decision.state).label.lower()}")
    if person.consent:
        said.append(person.consent)
    by = source.by.pk if source.by else None
    return number, Consent.Kind.IMPORTED, now, "; ".join(said)[:500], by, "", "", ""
