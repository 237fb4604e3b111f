"""Search in the database that the newsroom has already."""

from __future__ import annotations

# The languages whose endings PostgreSQL 14 and newer knows; other papers are searched by whole words.
_STEMMED = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def search_backend(language: str) -> dict[str, str]:
    """Wagtail's settings for a paper in `language`; SQLite has no use for SEARCH_CONFIG and ignores it."""
    config = _STEMMED.get(language.partition("-")[0].lower(), "simple")
    return {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": config}
