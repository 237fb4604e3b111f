"""Which provider `EMAIL_URL` names, and with which key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from broadsheet.delivery.transports.contract import TransportDownError
from broadsheet.delivery.transports.provider.catalogue import PROVIDERS, Provider

_FORMS = {
    "amazon-ses": "amazon-ses://KEY:SECRET@REGION",
    "brevo": "brevo://KEY",
    "mailgun": "mailgun://KEY@DOMAIN",
    "postmark": "postmark://TOKEN",
    "resend": "resend://KEY",
}
_OWN_MACHINE = ("127.0.0.1", "::1", "localhost")
PATIENCE = 30.0  # seconds for an answer


@dataclass(frozen=True, slots=True)
class Account:
    """A key with a provider."""

    scheme: str
    provider: Provider
    options: dict[str, Any] = field(repr=False)  # for Anymail's backend; they hold the key
    where: str  # for people: without the key
    stream: str = ""  # Postmark's, for mail to lists
    together: int = 1  # messages in one call

    @property
    def form(self) -> str:
        """How its address is written."""
        return _FORMS[self.scheme]


def account_at(url: str) -> Account:
    """Read the address. Raises `TransportDownError`, which repeats no key."""
    parts = urlsplit(url)
    provider = PROVIDERS.get(parts.scheme)
    if provider is None:
        raise TransportDownError(
            f"EMAIL_URL begins with {parts.scheme}://, which is no way out that is known."
        )
    query = _query(parts.query, parts.scheme)
    together = _together(query.get("batch", "1"), provider)
    # A region or a domain stands behind the “@”; without one, all is key, and for Amazon all is region.
    key, at, place = parts.netloc.rpartition("@")
    raw_key, raw_place = (key, place) if at or parts.scheme == "amazon-ses" else (place, "")
    words = [unquote(raw_key), unquote(raw_place)]
    is_whole = all(word.isascii() and word.isprintable() for word in words) and not parts.path.strip("/")
    if not is_whole or not (words[0] or words[1]):
        raise _unlike(parts.scheme)
    options = _options(parts.scheme, *words, raw_key=raw_key, api_url=query.get("api_url", ""))
    where = f"{provider.title}{f', {words[1]}' if words[1] else ''}"
    return Account(parts.scheme, provider, options, where, query.get("stream", ""), together)


def _options(scheme: str, key: str, place: str, *, raw_key: str, api_url: str) -> dict[str, Any]:
    if scheme == "amazon-ses":
        return {"client_params": _amazon(raw_key, place, api_url)}
    if bool(place) is not (scheme == "mailgun") or not key:
        raise _unlike(scheme)
    name = "server_token" if scheme == "postmark" else "api_key"
    options = {name: key, "timeout": PATIENCE}
    if place:
        options["sender_domain"] = place
    return options | ({"api_url": api_url} if api_url else {})


def _amazon(key: str, region: str, api_url: str) -> dict[str, Any]:
    """Without a key, Amazon's own library looks for one: of the machine's role, of its environment."""
    name, colon, secret = (unquote(word) for word in key.partition(":"))
    if not region or bool(name) is not bool(secret) or not region.replace("-", "").isalnum():
        raise _unlike("amazon-ses")
    params: dict[str, Any] = {"region_name": region}
    if colon:
        params |= {"aws_access_key_id": name, "aws_secret_access_key": secret}
    if api_url:
        params["endpoint_url"] = api_url
    # It would try again by itself after a broken connection, and a reader would get two.
    params["config"] = {
        "retries": {"total_max_attempts": 1},
        "connect_timeout": PATIENCE,
        "read_timeout": PATIENCE,
    }
    return params


def _query(query: str, scheme: str) -> dict[str, str]:
    found = dict(parse_qsl(query, keep_blank_values=True))
    known = {"api_url"} | ({"stream"} if scheme == "postmark" else set())
    known |= {"batch"} if PROVIDERS[scheme].most_together > 1 else set()
    if unknown := sorted(found.keys() - known):
        raise TransportDownError(f"EMAIL_URL: {scheme}:// knows no “{unknown[0]}”.")
    if url := found.get("api_url"):
        api = urlsplit(url)
        is_safe = api.scheme == "https" or (api.scheme == "http" and api.hostname in _OWN_MACHINE)
        if not is_safe or not api.hostname:
            raise TransportDownError("EMAIL_URL: api_url must begin with https://, or the key could be read.")
    return found


def _together(words: str, provider: Provider) -> int:
    most = provider.most_together
    if not (words.isascii() and words.isdigit() and 1 <= int(words[:9]) <= most):
        raise TransportDownError(f"EMAIL_URL: batch must be a number from 1 to {most}.")
    return int(words)


def _unlike(scheme: str) -> TransportDownError:
    form = (
        f"EMAIL_URL must be of the form {_FORMS[scheme]}, with “@”, “:” and “/” in a key as %40, %3A and %2F."
    )
    return TransportDownError(form)
