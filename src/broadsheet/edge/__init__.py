"""The page store: readers get stored bytes, also when the database is gone.

A reader's request: `asgi` → `answering` → `store`; what is not there, from `press`, which keeps it in the store.

An editor's change: `signal_handlers` (or whoever calls `changes`) → after the commit `following` → forgotten in the
`store`, on other machines by `broadcast`, in CDNs by `purging`. What a page shows is noted by `recording`; `tags` and
`lists` name it.

A reader's act while the database is away: `spool`, until the worker takes it in.
"""
