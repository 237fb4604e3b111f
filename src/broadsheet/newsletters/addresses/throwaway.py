"""Domains whose addresses are made to be thrown away."""

from __future__ import annotations


def is_throwaway(domain: str) -> bool:
    """Whether the domain, or one that it lies in, is on the list."""
    # Loaded when it is first needed: most newsrooms refuse nobody.
    from disposable_email_domains import blocklist

    labels = domain.lower().split(".")
    return any(".".join(labels[start:]) in blocklist for start in range(len(labels) - 1))
