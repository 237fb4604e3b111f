"""Production records, asked for in all ways by code and in fewer by templates.

A template may be given productions, never their bare columns: among these are the names of the files.
"""

from __future__ import annotations

from typing import Any

from django.db import models


class ProductionQuerySet(models.QuerySet[Any]):
    """Productions that were asked for."""

    def values(self, *fields: Any, **expressions: Any) -> Any:
        """As Django has it, for code."""
        return super().values(*fields, **expressions)

    def values_list(self, *fields: Any, **options: Any) -> Any:
        """As Django has it, for code."""
        return super().values_list(*fields, **options)


class ProductionManager(models.Manager.from_queryset(ProductionQuerySet)):  # type: ignore[misc]  # made by a call
    """Productions, before anything is asked. Django gives a manager its own `values`."""

    def values(self, *fields: Any, **expressions: Any) -> Any:
        """As Django has it, for code."""
        return self.get_queryset().values(*fields, **expressions)

    def values_list(self, *fields: Any, **options: Any) -> Any:
        """As Django has it, for code."""
        return self.get_queryset().values_list(*fields, **options)


# What alters data no template calls (docs.djangoproject.com, “Variables and lookups”).
_WAYS: tuple[Any, ...] = (
    *(ProductionQuerySet.values, ProductionQuerySet.values_list),
    *(ProductionManager.values, ProductionManager.values_list),
)
for _way in _WAYS:
    _way.alters_data = True
