"""Whether the styles that pages lead to are known to a process that serves none."""

from __future__ import annotations

from typing import Any

from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage


def styles_are_known() -> bool:
    """Whether pages made here lead to styles that are there.

    A worker may have begun before the web server collected them, and would remember names of last time.
    """
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        return True
    storage: Any = staticfiles_storage
    storage.hashed_files, storage.manifest_hash = storage.load_manifest()
    return bool(storage.hashed_files)
