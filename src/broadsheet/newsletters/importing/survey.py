"""What a file holds, and what would become of its people; nothing is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from django.utils import timezone

from broadsheet.newsletters.importing.columns import Columns
from broadsheet.newsletters.importing.filing import CHUNK, decide
from broadsheet.newsletters.importing.outcomes import Outcome
from broadsheet.newsletters.importing.people import Reader, Refused
from broadsheet.newsletters.importing.staging import Staging, staging
from broadsheet.newsletters.importing.table import Table
from broadsheet.newsletters.models import Newsletter


@dataclass(slots=True)
class Survey:
    """`is_whole` says that every row was looked at."""

    rows: int = 0
    is_whole: bool = True
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)


def survey(
    table: Table,
    columns: Columns,
    newsletter: Newsletter,
    *,
    most: int | None = None,
    beat: Callable[[int], None] = lambda rows: None,
) -> Survey:
    """Look at the first `most` rows, or at all. Raises `FileRefusedError`."""
    rows = Reader(table, columns, now=timezone.now()).people()
    with staging() as staged:
        staged.fill(islice(rows, most), beat=beat)
        is_whole = most is None or next(rows, None) is None
        counts = Counter(
            {Outcome.REFUSED.value: staged.refused_count, Outcome.DUPLICATE.value: staged.duplicates}
        )
        counts += _decided(staged, newsletter)
        return Survey(staged.rows, is_whole, counts, staged.refused)


def _decided(staged: Staging, newsletter: Newsletter) -> Counter[str]:
    counts: Counter[str] = Counter()
    place = 0
    while people := staged.after(place, number=CHUNK):
        counts.update(str(one.outcome) for one in decide(people, newsletter))
        place += len(people)
    return counts
