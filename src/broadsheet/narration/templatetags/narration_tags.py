"""`{% story_player page %}`: what can be listened to, in a story's page."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from broadsheet.narration.listening import listening_for
from broadsheet.news.models import Story

register = template.Library()


@register.simple_tag
def story_player(page: Story) -> SafeString:
    """The player of the story's audio with its notice; nothing while there is none."""
    listening = listening_for(page)
    return listening.__html__() if listening else SafeString()
