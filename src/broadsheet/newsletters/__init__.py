"""Newsletters.

A reader's form comes in by `door/` and `views/`; `spooled_acts.py` hands it to `actions/`, which answer by `letters/`.
An editor writes at the `desk/` with `blocks/`; `checks/` look it over, `rendering/` makes the mail, `sending/` keeps
its hour and follows it, `archive/` shows it. `importing/`, `exporting/` and `growth/` are about the readers.
"""
