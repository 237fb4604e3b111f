"""Delete files of audio that nobody may or need hear any more."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.files.storage import default_storage
from django.db.models import Q

from broadsheet.narration.models import Production


def discard(made: Production) -> None:
    """Take away the files of a production that was never saved, or is saved no more."""
    forget_files(made.file_names())


def forget_files(names: Iterable[str]) -> None:
    """Delete these, unless another production holds them, too: the same content has the same name."""
    for name in names:
        if not Production.objects.filter(Q(_m4a=name) | Q(_opus=name) | Q(_captions=name)).exists():
            default_storage.delete(name)
