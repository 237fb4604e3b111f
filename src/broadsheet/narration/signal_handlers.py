"""What happens at the desk is voiced, and files go with their rows."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published

from broadsheet.narration.actions.ask import AT_ONCE, ask_for_audio
from broadsheet.narration.actions.forget_files import forget_files
from broadsheet.narration.actions.lexicon import voice_those_that_hold
from broadsheet.narration.models import Narration, Production, Segment, Term
from broadsheet.narration.voices.opening import languages
from broadsheet.news.models import Story

YOUNG = timedelta(days=30)  # older stories, an archive that is brought in, are voiced when somebody asks


def published(instance: Page, **_: Any) -> None:
    """A story is voiced when it is published, and whenever it was edited."""
    story = instance.specific
    if not isinstance(story, Story):
        return
    if (_is_young(story) and languages()) or Narration.objects.filter(story=story).exists():
        ask_for_audio(story, priority=AT_ONCE)


def term_saved(instance: Term, raw: bool = False, **_: Any) -> None:
    """How a name is said has changed."""
    if not raw:
        transaction.on_commit(partial(voice_those_that_hold, instance.term, instance.language))


def files_gone(sender: type[Model], instance: Any, **_: Any) -> None:
    """No file stays behind without its row."""
    if sender is Production:
        transaction.on_commit(partial(forget_files, instance.file_names()))
    elif sender is Segment:
        transaction.on_commit(partial(instance.file.storage.delete, instance.file.name))
    elif sender is Narration and instance.recording:
        transaction.on_commit(partial(instance.recording.storage.delete, instance.recording.name))


def _is_young(story: Story) -> bool:
    return bool(story.published_at and story.published_at > timezone.now() - YOUNG)


def connect() -> None:
    """Called once, when the app is ready."""
    page_published.connect(published, dispatch_uid="narration_published")
    post_save.connect(term_saved, sender=Term, dispatch_uid="narration_term_saved")
    post_delete.connect(term_saved, sender=Term, dispatch_uid="narration_term_deleted")
    for model in (Production, Segment, Narration):
        post_delete.connect(files_gone, sender=model, dispatch_uid=f"narration_files_{model.__name__}")
