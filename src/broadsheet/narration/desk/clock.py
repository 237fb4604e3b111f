"""Lengths as a listener reads them."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """“4:05”, “1:02:03”."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def minutes(seconds: float) -> str:
    """“0.4 minutes”, “1 minute”, “1,204 minutes”: no more exactly than anybody needs."""
    whole = seconds / 60
    shown = f"{whole:,.0f}" if whole >= 10 else f"{whole:.1f}".removesuffix(".0")
    return f"{shown} minute{'' if shown == '1' else 's'}"
