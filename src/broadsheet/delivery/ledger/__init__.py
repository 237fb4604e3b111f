"""The ledger: who is to get what, who has claimed it, and what became of it.

freezing → claiming → recording → closing; `taking_over` for workers that were killed. The statements are SQL, with the
states spelt out: a database uses a partial index only for a condition that it can read.
"""
