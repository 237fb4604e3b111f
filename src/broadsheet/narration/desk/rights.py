"""Who may do what with a story's audio."""

from __future__ import annotations

from typing import Any

from broadsheet.news.models import Story

REPORT = "narration.view_narration"
LEXICON = ("narration.add_term", "narration.change_term")


def may_work_on(user: Any, story: Story) -> bool:
    """Whether the user sees the story's audio and script, arranges them, and has it voiced again: who may edit it."""
    return bool(story.permissions_for_user(user).can_edit())


def may_decide(user: Any, story: Story) -> bool:
    """Whether the user approves the audio, replaces it and takes it away: who may publish the story."""
    rights = story.permissions_for_user(user)
    return bool(rights.can_edit() and rights.can_publish())


def may_keep_lexicon(user: Any) -> bool:
    """Whether the user adds and changes entries."""
    return any(user.has_perm(right) for right in LEXICON)
