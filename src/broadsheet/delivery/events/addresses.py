"""Where a provider reports to."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from broadsheet.delivery.transports.provider.catalogue import PROVIDERS, Provider


def provider_in_use() -> tuple[str, Provider] | None:
    """The provider that mail leaves through, by the word that its address begins with."""
    scheme = urlsplit(settings.MAIL_URL).scheme
    return (scheme, PROVIDERS[scheme]) if scheme in PROVIDERS else None


def events_url(scheme: str) -> str:
    """The address to tell the provider."""
    return f"{settings.PUBLIC_URL}{reverse('delivery:events', args=[scheme])}"
