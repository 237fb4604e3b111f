"""What is brought with a recording."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

ENDINGS = (".mp3", ".m4a", ".wav", ".ogg", ".oga", ".opus", ".flac")
MOST = 200 * 1024 * 1024  # bytes
MOST_TIMES = 2 * 1024 * 1024  # bytes of WebVTT: those of a hundred hours


class RecordingForm(forms.Form):
    """The sound, its times if they are known, and the word of whoever brings it that a person speaks."""

    sound = forms.FileField(
        label="Recording",
        help_text="MP3, M4A, WAV, OGG or FLAC, 200 MB and an hour at most. It is levelled like every other audio.",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
        error_messages={"required": "Choose a recording.", "empty": "This file is empty: choose another."},
    )
    times = forms.FileField(
        label="Times of the sentences",
        required=False,
        help_text="A WebVTT file (.vtt), if you have one: readers then see which sentence they hear.",
        widget=forms.ClearableFileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
    )
    by_a_person = forms.BooleanField(
        label="Recorded by a person",
        help_text="Readers are shown no notice of AI. Do not tick this for a synthetic voice.",
        error_messages={
            "required": "Only what a person has recorded may stand without its notice of AI: tick this."
        },
    )

    def clean_sound(self) -> UploadedFile[Any]:
        """Not too large; whether it is a sound is seen when it is read."""
        sound: UploadedFile[Any] = self.cleaned_data["sound"]
        if (sound.size or 0) > MOST:
            raise forms.ValidationError("This file is larger than 200 MB: send it as MP3 or M4A.")
        if not str(sound.name).lower().endswith(ENDINGS):
            raise forms.ValidationError(
                "This is no recording that we know: send it as MP3, M4A, WAV, OGG or FLAC."
            )
        return sound

    def clean_times(self) -> str:
        """As words; whether they are times is seen when they are read."""
        times = self.cleaned_data["times"]
        if not times:
            return ""
        if times.size > MOST_TIMES:
            raise forms.ValidationError("This is too large for times: 2 MB at most.")
        try:
            return str(times.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError("This file is no text in UTF-8: save it as WebVTT.") from None
