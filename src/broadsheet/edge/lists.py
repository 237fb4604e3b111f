"""Which lists a thing stands in, told by the apps that make the lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model

Before = Mapping[str, Any] | None  # the row as readers knew it, by attribute; None for what is new
Namer = Callable[[Any, Before], Iterable[str]]

_namers: dict[type[Model], list[Namer]] = {}


def stands_in(model: type[Model]) -> Callable[[Namer], Namer]:
    """Registers a function that names the lists which change together with an instance of `model`."""

    def register(namer: Namer) -> Namer:
        _namers.setdefault(model, []).append(namer)
        return namer

    return register


def lists_of(instance: Model, before: Before = None) -> set[str]:
    """The lists that the instance stands in, or stood in before."""
    return {tag for namer in _namers.get(type(instance), ()) for tag in namer(instance, before)}
