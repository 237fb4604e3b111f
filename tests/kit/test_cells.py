"""What goes into a table that somebody opens in a spreadsheet."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.kit.cells import guarded, unguarded


@settings(max_examples=60, deadline=None, database=None)
@given(st.text("'=+-@\t\r\nab＝", max_size=6))
def test_no_cell_is_a_formula_and_each_is_read_as_it_was(cell: str) -> None:
    assert not guarded(cell).startswith(tuple("=+-@\t\r\n＝"))
    assert unguarded(guarded(cell)) == cell
