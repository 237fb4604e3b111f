"""What an operator writes is understood or refused, never guessed."""

from __future__ import annotations

import pytest

from broadsheet.environment import CDN, DATABASES, MAIL, kinds


@pytest.mark.parametrize("word", ["yes", "YES", "true", "on", "1", " y "])
def test_yes_has_many_spellings(word: str) -> None:
    assert kinds.YES_OR_NO.read(word) is True


@pytest.mark.parametrize("word", ["no", "False", "off", "0", "n", ""])
def test_no_has_many_spellings(word: str) -> None:
    assert kinds.YES_OR_NO.read(word) is False


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kinds.YES_OR_NO, "ja"),
        (kinds.YES_OR_NO, "2"),
        (kinds.COUNT, "0"),
        (kinds.COUNT, "-1"),
        (kinds.COUNT, "two"),
        (kinds.TIME_ZONE, "Mars/Olympus"),
        (kinds.TIME_ZONE, "Europe"),
        (kinds.TIME_ZONE, "../etc/passwd"),
        (kinds.LANGUAGE, "xx"),
        (kinds.LEVEL, "LOUD"),
        (kinds.SITE, "paper.example"),
        (kinds.SITE, "ftp://paper.example"),
        (kinds.SITE, "https://paper.example/news"),
        (kinds.SITE, "https://paper.example:port"),
        (kinds.SITE, "https://"),
        (DATABASES, "mysql://root@localhost/paper"),
        (DATABASES, "postgresql:paper"),
        (DATABASES, "postgresql://localhost:port/paper"),
        (MAIL, "smtps://mail.example"),
        (MAIL, "mail.example"),
        (kinds.VOICES, "piper:"),
        (kinds.VOICES, "en=piper"),
        (kinds.VOICES, "english=piper:"),
        (kinds.VOICES, "en=festival:"),
        (kinds.VOICES, "en=openai:speech.example/v1?model=a&voice=b"),
        (kinds.VOICES, "en=openai:https://speech.example:port/v1"),
        (kinds.VOICES, "en=piper:, none"),
        (CDN, "akamai://token@paper"),
        (CDN, "varnish://127.0.0.1:6081,127.0.0.1:6082"),
    ],
)
def test_what_cannot_be_meant_is_refused(kind: kinds.Kind, text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words for people are made where the name is known
        kind.read(text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (kinds.COUNT, "4", 4),
        (kinds.NAMES, "a.example, b.example,", ["a.example", "b.example"]),
        (kinds.NAMES, "", []),
        (kinds.TIME_ZONE, "Europe/Kyiv", "Europe/Kyiv"),
        (kinds.LANGUAGE, "uk", "uk"),
        (kinds.LANGUAGE, "de-at", "de-at"),
        (kinds.LEVEL, "warning", "WARNING"),
        (kinds.SITE, "https://paper.example/", "https://paper.example"),
        (kinds.SITE, "http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        (kinds.VOICES, "", {}),
        (kinds.VOICES, " None ", None),
        (
            kinds.VOICES,
            "EN=piper:, de=piper:/v/de.onnx,uk=openai:https://speech.example/v1?model=tts-1&voice=alloy",
            {
                "en": "piper:",
                "de": "piper:/v/de.onnx",
                "uk": "openai:https://speech.example/v1?model=tts-1&voice=alloy",
            },
        ),
        (DATABASES, "", ""),
        (CDN, "", []),
        (CDN, "fastly://t@s, varnish://127.0.0.1:6081", ["fastly://t@s", "varnish://127.0.0.1:6081"]),
        (DATABASES, "postgresql://u:p@db/paper", "postgresql://u:p@db/paper"),
    ],
)
def test_what_is_meant_is_understood(kind: kinds.Kind, text: str, value: object) -> None:
    assert kind.read(text) == value
