"""Bring the people of a file to a newsletter."""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import BinaryIO

from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from broadsheet.newsletters.importing.columns import columns_from
from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.importing.filing import CHUNK, Source, file_people
from broadsheet.newsletters.importing.outcomes import Outcome
from broadsheet.newsletters.importing.people import Person, Reader
from broadsheet.newsletters.importing.progress import Listener, OvertakenError, Pulse, end, move_on
from broadsheet.newsletters.importing.staging import Staging, staging
from broadsheet.newsletters.importing.table import open_table
from broadsheet.newsletters.models import Intake, RefusedRow

logger = logging.getLogger(__name__)

_TRIES = 5  # when readers sign up at the same instant as they are written down


def import_subscribers(
    intake: Intake, file: BinaryIO, *, progress: Listener | None = None, patience: float = float("inf")
) -> bool:
    """Read the whole file, then write its people down; nobody gets mail. Returns whether this is over.

    After `patience` seconds it ends early, and goes on from there when it is called again, as it does after its
    process was killed: what is written is marked in the same transaction. Raises `FileRefusedError`, with nothing
    changed, for a file that cannot be read, and `OvertakenError` if somebody stopped it or another process goes on.
    """
    tell = progress or (lambda step, share: None)
    started = time.monotonic()
    try:
        with staging() as people:
            _read(intake, file, people, tell)
            _begin_to_write(intake, people)
            while not _write_next(intake, people, tell):
                if time.monotonic() - started > patience:
                    return False
    except FileRefusedError as error:
        end(intake, state=Intake.State.REFUSED, reason=str(error))
        raise
    _sign_off(intake)
    return True


def _sign_off(intake: Intake) -> None:
    end(intake, state=Intake.State.DONE)
    done = {"file": intake.file_name, "counts": intake.counts}
    log(intake.newsletter, "newsletters.import_subscribers", user=intake.by, data=done)
    logger.info(
        "Imported %s people into %s",
        *(intake.written, intake.newsletter.slug),
        extra={"event": "subscribers_imported", "newsletter": intake.newsletter_id},
    )


def _read(intake: Intake, file: BinaryIO, people: Staging, tell: Listener) -> None:
    move_on(intake, to=Intake.State.READING)
    pulse = Pulse(intake)
    table = open_table(file, beat=pulse)
    size = max(1, file.seek(0, 2))
    reader = Reader(table, columns_from(intake.columns), now=intake.created_at)

    def beat(rows: int) -> None:
        pulse()
        tell("Reading the file", min(1.0, file.tell() / size))

    people.fill(reader.people(), beat=beat)
    tell("Reading the file", 1.0)


@transaction.atomic
def _begin_to_write(intake: Intake, people: Staging) -> None:
    """What was found out by reading; not a second time when it goes on."""
    if intake.written:
        move_on(intake, to=Intake.State.WRITING)
        return
    counts = {Outcome.REFUSED.value: people.refused_count, Outcome.DUPLICATE.value: people.duplicates}
    move_on(intake, to=Intake.State.WRITING, people=people.people, counts=counts)
    intake.refused_rows.all().delete()
    RefusedRow.objects.bulk_create(
        [
            RefusedRow(intake=intake, line=row.line, said=row.said[:320], reason=row.reason[:300])
            for row in people.refused
        ],
        batch_size=CHUNK,
    )


def _write_next(intake: Intake, staged: Staging, tell: Listener) -> bool:
    """Write some people down; whether there are no more."""
    people = staged.after(intake.written, number=CHUNK)
    for attempt in range(1, _TRIES + 1):
        try:
            _write(intake, people)
            break
        except IntegrityError:
            intake.refresh_from_db()
            if attempt == _TRIES:
                raise
    tell("Writing subscribers down", intake.written / max(1, intake.people))
    return len(people) < CHUNK


def _write(intake: Intake, people: list[Person]) -> None:
    with transaction.atomic():
        move_on(intake, written=intake.written + len(people))
        counts = Counter(intake.counts) + file_people(
            people, Source(intake.newsletter, intake.file_name, intake.by)
        )
        move_on(intake, counts=dict(counts))


__all__ = ["OvertakenError", "import_subscribers"]
