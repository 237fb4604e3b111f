"""The outermost layer: answers from the store, and asks Django only for what is not there."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from broadsheet.edge.addresses import FOR_DJANGO, PRIVATE, Address
from broadsheet.edge.answering.allowance import Allowance
from broadsheet.edge.answering.asking import Asking, Scope
from broadsheet.edge.answering.django_side import App, DjangoFailedError, Receive, Send, watched
from broadsheet.edge.answering.lifeboat import Lifeboat, last_good
from broadsheet.edge.answering.notices import moved_to, sorry
from broadsheet.edge.answering.printing import PATIENCE, BusyError, Printing
from broadsheet.edge.answering.ready import Ready
from broadsheet.edge.answering.renewals import Renewals
from broadsheet.edge.answering.shelf import Shelf
from broadsheet.edge.answering.statics import Static, Statics
from broadsheet.edge.press.press import Press, PrintError
from broadsheet.edge.store.sheet import Sheet

STRANGE_A_SECOND, STRANGE_AT_ONCE = 20.0, 40.0  # requests for what is neither stored nor the desk's
STAFF_AT_ONCE = 8  # requests with a session for public pages; a cookie is easily invented
TRIES = 3
HEALTH = "/healthz"


class Edge:
    """An ASGI application in front of Django's."""

    def __init__(self, django: App, press: Press) -> None:
        self._django = django
        self._store = press.store
        self._shelf = Shelf(press.store)
        self._printing = Printing(press)
        self._renewals = Renewals(press)
        self._lifeboat = Lifeboat()
        self._strange = Allowance(rate=STRANGE_A_SECOND, most=STRANGE_AT_ONCE)
        self._staff = asyncio.Semaphore(STAFF_AT_ONCE)
        self._https = urlsplit(settings.PUBLIC_URL).scheme == "https"
        self._statics = Statics(Path(settings.STATIC_ROOT), https=self._https)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._django(scope, receive, send)
            return
        asking = Asking(scope)
        address = asking.address
        if address is None:
            await self._hand_on(asking, scope, receive, send)
        elif self._https and not asking.is_secure(scope["scheme"]):
            await _send(moved_to(address.url), asking, send)
        elif asking.has_session:
            await self._for_staff(address, asking, scope, receive, send)
        else:
            ready = self._shelf.get(address) or await self._find(address)
            if ready is None:  # nobody else may be given what this reader gets
                await self._watched(address, asking, scope, receive, send)
            else:
                self._renewals.consider(address, ready)
                await _send(ready, asking, send)

    async def _find(self, address: Address) -> Ready | None:
        """The page from its files, from the press, or from the lifeboat; None where it is not for all alike."""
        sheet: Sheet | None = None
        for _ in range(TRIES):
            ready = self._shelf.load(address)
            if ready is not None:
                return ready
            if self._lifeboat.is_out and (last := self._store.last(address)):
                return last_good(last)
            joined = self._printing.is_making(address)
            try:
                sheet = await self._printing.page(address)
            except PrintError as error:
                self._lifeboat.note(error.failing)
                return self._last(address)
            except BusyError:
                return self._last(address, busy=True)
            self._lifeboat.recover()
            if not joined:
                break
            # Begun before this reader asked: what stands is right, but what does not may be old already.
        stands = self._shelf.load(address) if sheet and sheet.status == 200 else None
        return stands or (Ready(sheet) if sheet else None)

    def _last(self, address: Address, *, busy: bool = False) -> Ready:
        last = self._store.last(address)
        return last_good(last) if last else sorry(https=self._https, busy=busy)

    async def _for_staff(
        self, address: Address, asking: Asking, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """What Django shows to somebody with a session; under a flood of invented ones what all readers get."""
        if self._staff.locked() and (ready := self._shelf.get(address) or self._shelf.load(address)):
            await _send(ready, asking, send)
            return
        async with self._staff:
            await self._watched(address, asking, scope, receive, send, staff=True)

    async def _watched(
        self,
        address: Address,
        asking: Asking,
        scope: Scope,
        receive: Receive,
        send: Send,
        *,
        staff: bool = False,
    ) -> None:
        try:
            await watched(self._django, scope, receive, send, patience=PATIENCE)
        except DjangoFailedError as error:
            self._lifeboat.note(error.failing)
            last = self._store.last(address)
            if last is None:
                ready = sorry(https=self._https)
            else:
                ready = last_good(self._lifeboat.with_banner(last) if staff else last)
            await _send(ready, asking, send)

    async def _hand_on(self, asking: Asking, scope: Scope, receive: Receive, send: Send) -> None:
        """What is Django's business: the desk, forms, searches, and addresses that are spelled strangely."""
        path = scope["path"]
        first = path.split("/", 2)[1] if path.count("/") else ""
        static = self._statics.get(path) if asking.is_reading else None
        if static is not None:
            await _send(static, asking, send)
        elif path == HEALTH:
            await self._health(scope, receive, send)
        elif first in FOR_DJANGO or PRIVATE.match(path) or not asking.is_reading:
            await self._django(scope, receive, send)
        elif self._strange.take():
            await self._strange_one(asking, scope, receive, send)
        else:
            await _send(self._plain(asking, scope) or sorry(https=self._https, busy=True), asking, send)

    async def _strange_one(self, asking: Asking, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await watched(self._django, scope, receive, send, patience=PATIENCE)
        except DjangoFailedError as error:
            self._lifeboat.note(error.failing)
            await _send(self._plain(asking, scope) or sorry(https=self._https), asking, send)

    def _plain(self, asking: Asking, scope: Scope) -> Ready | None:
        """The page without the query that was asked for with it, if there is one."""
        plain = Asking({**scope, "query_string": b""}).address
        if plain is None or asking.has_session:
            return None
        last = self._store.last(plain)
        return self._shelf.get(plain) or self._shelf.load(plain) or (last_good(last) if last else None)

    async def _health(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Django's own answer; when it has none, that is the answer."""
        try:
            await watched(self._django, scope, receive, send, patience=PATIENCE, worst=599)
        except DjangoFailedError as error:
            body = json.dumps({"status": "degraded", "failing": [error.failing]}).encode()
            headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
            await send({"type": "http.response.start", "status": 503, "headers": headers})
            await send({"type": "http.response.body", "body": body})


async def _send(ready: Ready | Static, asking: Asking, send: Any) -> None:
    start, body = ready.answer(asking)
    await send(start)
    await send(body)
