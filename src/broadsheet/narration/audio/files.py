"""All files of one sound."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from broadsheet.narration.audio.checking import check
from broadsheet.narration.audio.encoding import Form, Tags, encode
from broadsheet.narration.sound import Sound


def make_files(sound: Sound, folder: Path, *, tags: Tags) -> dict[Form, Path]:
    """Write the sound to the folder in every form, and look at what was written; or raise `SoundError`.

    Each form has a thread, since FFmpeg works outside of Python's lock: it takes as long as the slowest of them.
    """

    def make(form: Form) -> Path:
        path = folder / f"audio.{form.ending}"
        encode(sound, path, form=form, tags=tags)
        check(path, seconds=sound.seconds)
        return path

    with ThreadPoolExecutor(len(Form), thread_name_prefix="encoding") as threads:
        return dict(zip(Form, threads.map(make, Form), strict=True))
