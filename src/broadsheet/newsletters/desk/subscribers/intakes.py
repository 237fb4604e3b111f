"""What the desk shows of an import: before it, while it goes on, and after."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from broadsheet.newsletters.actions.resume_intake import is_left_alone
from broadsheet.newsletters.desk.subscribers.forms import ColumnsForm
from broadsheet.newsletters.importing.columns import FIELDS, Columns, columns_from
from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.importing.outcomes import Outcome
from broadsheet.newsletters.importing.survey import Survey, survey
from broadsheet.newsletters.importing.table import Table, open_table
from broadsheet.newsletters.importing.uploads import uploads
from broadsheet.newsletters.models import Intake, Subscription

ROWS_SHOWN = 3
ROWS_COUNTED = 10_000
REFUSED_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """A column of the upload, what it seems to say, and its first cells."""

    name: str
    says: str
    cells: list[str]


def before(intake: Intake, form: ColumnsForm | None = None) -> dict[str, Any]:
    """The columns with their first rows, and what would become of the people."""
    with Path(uploads().path(intake.kept_as)).open("rb") as file:
        table = open_table(file)
        columns = columns_from(intake.columns)
        chosen = columns_chosen(columns, form) if form and form.is_valid() else columns
        rows = [cells for _, cells in islice(table.rows(), ROWS_SHOWN)]
        found = (
            survey(table, chosen, intake.newsletter, most=ROWS_COUNTED)
            if chosen.fields.get("address")
            else None
        )
        return {
            "form": form or columns_form(intake, table),
            "seen": _seen(table, chosen, rows),
            "origin": columns.origin,
            "default_state": ""
            if chosen.fields.get("state")
            else Subscription.State(chosen.default_state).label,
            "survey": found,
            "lines": lines(found.counts) if found else [],
            "refused": found.refused[:ROWS_SHOWN] if found else [],
        }


def columns_form(intake: Intake, table: Table, data: Any = None) -> ColumnsForm:
    """Which column says what, to be confirmed or changed."""
    return ColumnsForm(data, header=table.header, labels=FIELDS, fields=columns_from(intake.columns).fields)


def columns_chosen(columns: Columns, form: ColumnsForm) -> Columns:
    """The columns as they were confirmed; where the first that was recognised stays, the others behind it do too."""
    fields = dict(columns.fields)
    for what in FIELDS:
        choice = form.cleaned_data[what]
        if choice == "":
            fields.pop(what, None)
        elif int(choice) not in fields.get(what, [])[:1]:
            fields[what] = [int(choice)]
    return Columns(columns.origin, fields, columns.default_state)


def after(intake: Intake) -> dict[str, Any]:
    """What became of the rows."""
    return {"lines": lines(intake.counts), "refused": intake.refused_rows.all()[:REFUSED_SHOWN]}


def lines(counts: Any) -> list[tuple[int, str]]:
    """How many rows became what, in words."""
    return [(counts[one.value], str(one.label)) for one in Outcome if counts.get(one.value)]


def standing(intake: Intake) -> dict[str, Any]:
    """How far it is, for the bar."""
    share = intake.written / intake.people if intake.people else 0.0
    words = {
        Intake.State.QUEUED: "Waiting for the worker",
        Intake.State.READING: "Reading the file",
        Intake.State.WRITING: f"{intake.written:,} of {intake.people:,} people",
    }
    state = Intake.State(intake.state)
    if is_left_alone(intake):
        words[state] = f"{words[state]}. Nobody has worked on it for a while: is the worker running?"
    return {"state": intake.state, "share": round(share, 4), "words": words.get(state, state.label)}


def _seen(table: Table, columns: Columns, rows: list[list[str]]) -> list[Seen]:
    says = {places[0]: FIELDS[what] for what, places in columns.fields.items() if what in FIELDS}
    return [
        Seen(name, says.get(place, ""), [row[place][:80] if place < len(row) else "" for row in rows])
        for place, name in enumerate(table.header)
    ]


__all__ = [
    "FileRefusedError",
    "Survey",
    "after",
    "before",
    "columns_chosen",
    "columns_form",
    "lines",
    "standing",
]
