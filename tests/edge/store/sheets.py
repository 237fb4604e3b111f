"""Pages for a store without a newsroom: their words name the tag that they show."""

from __future__ import annotations

import gzip
import multiprocessing
from collections.abc import Callable, Collection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no types

from broadsheet.edge.addresses import Address
from broadsheet.edge.store.sheet import Sheet
from broadsheet.edge.store.store import Store

HOST = "paper.example"
FERRY = Address(HOST, "/harbour/ferry/")


def sheet(words: str, *tags: str, loose: Collection[str] = (), until: float | None = None) -> Sheet:
    """A page that says `words`."""
    headers = (("content-type", "text/html; charset=utf-8"),)
    shown = {"tags": frozenset(tags), "loose": frozenset(loose)}
    return Sheet.of(words.encode(), status=200, headers=headers, until=until, **shown)


def keep(
    store: Store,
    words: str,
    *tags: str,
    at: Address = FERRY,
    loose: Collection[str] = (),
    until: float | None = None,
) -> bool:
    """Keep it as the press does, in place of whatever stands."""
    since, before = store.index.number(), store.standing(at)
    return store.keep(at, sheet(words, *tags, loose=loose, until=until), since=since, before=before)


def words_of(found: Sheet | None) -> str | None:
    """What the page says, in every encoding; None where there is none."""
    if found is None:
        return None
    plain = found.bodies["identity"]
    assert gzip.decompress(found.bodies["gzip"]) == brotli.decompress(found.bodies["br"]) == plain
    return plain.decode()


def files_of(store: Store) -> list[Path]:
    """Every file of every page, also what was only begun."""
    return [
        path
        for path in store.folder.rglob("*")
        if path.is_file() and path.relative_to(store.folder).parts[0] != ".index"
    ]


def fork(target: Callable[..., object], *args: Any) -> BaseProcess:
    """Another process on the same store."""
    process = multiprocessing.get_context("fork").Process(target=target, args=args)
    process.start()
    return process


def ended(process: BaseProcess) -> int | None:
    """How it ended; one that does not is ended."""
    process.join(60)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode
