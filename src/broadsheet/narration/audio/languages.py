"""Languages as MP4 writes them: three letters of ISO 639-2."""

from __future__ import annotations

_LETTERS = {
    "ar": "ara", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle", "hi": "hin", "hu": "hun",
    "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "lv": "lav", "ml": "mal",
    "nb": "nob", "ne": "nep", "nl": "nld", "nn": "nno", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sr": "srp", "sv": "swe", "sw": "swa", "te": "tel", "tr": "tur",
    "uk": "ukr", "vi": "vie", "zh": "zho",
}  # fmt: skip
UNKNOWN = "und"


def in_three_letters(language: str) -> str:
    """“eng” for “en” and “en-GB”; “und”, as the standard has it, for what is not listed here."""
    return _LETTERS.get(language.replace("_", "-").partition("-")[0].lower(), UNKNOWN)
