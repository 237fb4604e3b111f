"""The sound of a sentence as it is kept: without loss, in half the room."""

from __future__ import annotations

from io import BytesIO

import av

from broadsheet.narration.audio.decoding import decode
from broadsheet.narration.audio.filters import frames_of
from broadsheet.narration.sound import Sound, SoundError


def pack(sound: Sound) -> bytes:
    """As FLAC. A sound without a single sample cannot be packed."""
    if not sound.count:
        raise SoundError("There is no sound to keep: the voice has said nothing.")
    whole = BytesIO()
    with av.open(whole, "w", format="flac") as file:
        stream = file.add_stream("flac", rate=sound.rate, layout="mono")
        stream.codec_context.format = "s16"
        for frame in (*frames_of(sound), None):
            file.mux(stream.encode(frame))
    return whole.getvalue()


def unpack(data: bytes) -> Sound:
    """The very samples that were packed; `SoundError` for what is not whole."""
    return decode(data, only="flac")
