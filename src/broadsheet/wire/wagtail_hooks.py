"""What the wire adds to the desk."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from broadsheet.wire.history import ACTS


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    """The desk's words for what is done to an item."""
    for act, (label, message) in ACTS.items():
        actions.register_action(act, label, message)
