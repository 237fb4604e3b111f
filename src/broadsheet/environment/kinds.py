"""Kinds of settings: how an operator's words become a value, and what to say when they cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf.global_settings import LANGUAGES

YES = frozenset({"1", "on", "true", "y", "yes"})
NO = frozenset({"", "0", "off", "false", "n", "no"})
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a setting may be, in words, and its reader, which raises `ValueError` for anything else.

    The value of a `private` kind may hold a password and is never repeated in an error.
    """

    words: str
    read: Callable[[str], Any]
    private: bool = False


def _yes_or_no(text: str) -> bool:
    word = text.strip().lower()
    if word not in YES | NO:
        raise ValueError(text)
    return word in YES


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _rate(text: str) -> float | None:
    if not text.strip():
        return None
    number = float(text)
    if not 0 < number < 1_000_000:
        raise ValueError(text)
    return number


def _rates(text: str) -> dict[str, float]:
    pairs = [part.partition("=") for part in _names(text)]
    if not all(domain.strip() and rate.strip() for domain, _, rate in pairs):
        raise ValueError(text)
    return {domain.strip().lower(): _rate(rate) or 0.0 for domain, _, rate in pairs}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _voices(text: str) -> dict[str, str] | None:
    if text.strip().lower() == "none":
        return None
    pairs = [part.partition("=") for part in _names(text)]
    return {language.strip().lower(): _voice(language.strip(), voice.strip()) for language, _, voice in pairs}


def _voice(language: str, address: str) -> str:
    kind, _, where = address.partition(":")
    parts = urlsplit(where)
    known = kind in ("piper", "memory") or (
        kind == "openai" and parts.scheme in ("http", "https") and bool(parts.hostname) and where.isascii()
    )
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", language) or not known or ":" not in address:
        raise ValueError(address)
    _ = parts.port
    return address


def _time_zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(text) from error


def _language(text: str) -> str:
    known = {code for code, _ in LANGUAGES}
    if text.lower() not in known and text.lower().split("-")[0] not in known:
        raise ValueError(text)
    return text


def _level(text: str) -> str:
    if text.upper() not in LEVELS:
        raise ValueError(text)
    return text.upper()


def _site(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError(text)
    _ = parts.port  # raises ValueError when it is no port
    return text.rstrip("/")


def _address(schemes: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        parts = urlsplit(text)
        if text and (parts.scheme not in schemes or "://" not in text):
            raise ValueError(text)
        _ = parts.port
        return text

    return read


def _each(read: Callable[[str], str]) -> Callable[[str], list[str]]:
    return lambda text: [read(part) for part in _names(text)]


def address(*schemes: str) -> Kind:
    """A connection address in one of these schemes, or nothing."""
    starts = [f"{scheme}://" for scheme in schemes]
    words = " or ".join([", ".join(starts[:-1]), starts[-1]] if len(starts) > 1 else starts)
    return Kind(f"an address that begins with {words}", _address(schemes), private=True)


def addresses(*schemes: str) -> Kind:
    """Any number of such addresses."""
    one = address(*schemes)
    return Kind(f"{one.words}; several are separated by commas", _each(one.read), private=True)


TEXT = Kind("text", str)
SECRET = Kind("text", str, private=True)
YES_OR_NO = Kind("yes or no", _yes_or_no)
COUNT = Kind("a whole number, 1 or more", _count)
RATE = Kind("a number of messages a second, or nothing", _rate)
RATES = Kind("domains with their numbers, such as gmail.com=20, separated by commas", _rates)
NAMES = Kind("names separated by commas", _names)
VOICES = Kind(
    "voices by language, such as en=piper:, separated by commas, or none",
    _voices,
    private=True,
)
TIME_ZONE = Kind("the name of a time zone such as Europe/Kyiv", _time_zone)
LANGUAGE = Kind("the code of a language such as en-gb or uk", _language)
LEVEL = Kind("DEBUG, INFO, WARNING, ERROR or CRITICAL", _level)
SITE = Kind("an address like https://paper.example, without a path", _site)
