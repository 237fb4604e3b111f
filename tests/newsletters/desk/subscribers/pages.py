"""Where the pages about readers are, and what they say."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.urls import reverse


def at(name: str, *args: object) -> str:
    return reverse(f"subscribers_desk:{name}", args=args)


def words_of(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())
