"""What a file says of itself wherever it is taken."""

from __future__ import annotations

from django.utils import timezone

from broadsheet.narration.audio.encoding import Tags
from broadsheet.news.models import Story
from broadsheet.pages.models import Newsroom


def tags_for(story: Story, *, notice: str) -> Tags:
    """Title, authors, paper, date, and as its comment the notice."""
    newsroom = Newsroom.objects.first()
    paper = newsroom.name if newsroom else ""
    published = story.published_at
    return Tags(
        title=story.headline,
        artist=story.author_names or paper,
        album=paper,
        date=timezone.localtime(published).date().isoformat() if published else "",
        comment=notice,
        language=story.language,
    )
