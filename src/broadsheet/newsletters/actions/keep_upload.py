"""Keep a file of subscribers until its columns are confirmed."""

from __future__ import annotations

from typing import BinaryIO, cast

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from broadsheet.newsletters.importing.opening import recognised
from broadsheet.newsletters.importing.uploads import keep, tidy_up
from broadsheet.newsletters.models import Intake, Newsletter


def keep_upload(upload: UploadedFile[bytes], *, newsletter: Newsletter, by: User | None) -> Intake:
    """An import that waits. Raises `FileRefusedError`, and keeps nothing, for a file that is no table."""
    tidy_up()
    name = (upload.name or "upload.csv")[-200:]
    table, columns = recognised(cast(BinaryIO, upload.file), file_name=name)
    upload.seek(0)
    return Intake.objects.create(
        newsletter=newsletter,
        by=by,
        file_name=name,
        kept_as=keep(upload),
        columns=columns.as_json(),
        notices=table.notices,
    )
