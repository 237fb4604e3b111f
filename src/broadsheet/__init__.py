"""Broadsheet, the publishing platform for an independent newsroom."""

__version__ = "0.1.0"
