"""What the panel shows, in the story's form and on its own page."""

from __future__ import annotations

from typing import Any

from broadsheet.narration.desk.audio.acts import acts_for
from broadsheet.narration.desk.audio.heard import heard_of
from broadsheet.narration.desk.audio.standing import standing_of
from broadsheet.narration.desk.rights import may_decide
from broadsheet.narration.models import Narration
from broadsheet.news.models import Story


def narration_of(story: Story) -> Narration | None:
    """The story's narration with what is shown of it, or None where nothing was asked yet."""
    if not story.pk:
        return None
    whole = Narration.objects.select_related(
        "production__approved_by", "production__recorded_by", "recorded_by"
    )
    return whole.filter(story=story.pk).first()


def parts(user: Any, story: Story) -> dict[str, Any]:
    """The inputs of `narration/desk/audio/standing.html` but for `in_form`. `story` is as readers have it."""
    narration = narration_of(story)
    standing = standing_of(story, narration)
    deciding = bool(story.pk) and may_decide(user, story)
    return {
        "story": story,
        "standing": standing,
        "heard": heard_of(story, narration),
        "acts": acts_for(story, narration, standing.phase, may_decide=deciding),
    }
