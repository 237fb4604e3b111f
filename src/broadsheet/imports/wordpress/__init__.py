"""Reads WordPress exports (WXR files). Knows nothing of the database."""

from __future__ import annotations
