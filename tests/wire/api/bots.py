"""A machine with a token, as it would call."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import APIToken

ITEMS = "/api/wire/items"


class Bot:
    """Calls the API for a user; without one it has no token."""

    def __init__(self, user: User | None = None) -> None:
        self.user = user
        self.client = Client(enforce_csrf_checks=True)
        self.headers: dict[str, str] = {}
        if user is not None:
            self.token, secret = APIToken.create_token(user=user, name="bot")
            self.headers["Authorization"] = f"Bearer {secret}"

    def call(
        self,
        method: str,
        path: str = "",
        given: Any = None,
        *,
        kind: str = "application/json",
        **headers: str,
    ) -> Any:
        """Ask; `given` is sent as JSON, or as it is when it is bytes."""
        body = given if isinstance(given, bytes) else json.dumps(given) if given is not None else b""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        where = path if path.startswith("/api") else ITEMS + path
        return self.client.generic(method, where, body, content_type=kind, headers=self.headers | named)

    def get(self, path: str = "") -> Any:
        return self.call("GET", path)

    def post(self, path: str = "", given: Any = None, **headers: str) -> Any:
        return self.call("POST", path, given, **headers)

    def file(self, headline: str = "Ferry to Hesk cancelled", **fields: Any) -> Any:
        return self.post(given={"headline": headline, **fields})


def errors_of(response: Any) -> dict[str, list[str]]:
    """What is wrong by field; its detail is one line."""
    said = response.json()
    assert "\n" not in said["detail"]
    return said.get("errors", {})
