"""Publish or take down what editors scheduled, each claimed and done in one transaction of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision


@dataclass(frozen=True, slots=True)
class Appointment:
    """A revision to publish, or something live to take down, whose time has come."""

    model: type[Any]  # Revision, Page or a snippet; Wagtail has no types
    pk: int

    @property
    def verb(self) -> str:
        return "publish" if self.model is Revision else "unpublish"

    def __str__(self) -> str:
        return f"{self.verb} {self.model._meta.verbose_name} {self.pk}"


def appointments_due(now: datetime) -> list[Appointment]:
    """What is due at `now`: first what must go, then what must come, the oldest first."""
    expired = [
        Appointment(model, pk)
        for model in _expiring_models()
        for pk in model._default_manager.filter(live=True, expire_at__lte=now)
        .order_by("expire_at")
        .values_list("pk", flat=True)
    ]
    approved = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    return expired + [Appointment(Revision, pk) for pk in approved.values_list("pk", flat=True)]


@transaction.atomic
def keep_appointment(appointment: Appointment, *, now: datetime) -> bool:
    """Do what was arranged; False when another worker did, or an editor changed the time meanwhile."""
    # The row stays locked until commit (SQLite: the whole database), so that a second worker finds it done.
    rows = appointment.model._default_manager.select_for_update().filter(pk=appointment.pk)
    if appointment.model is Revision:
        revision = rows.filter(approved_go_live_at__lte=now).first()
        if revision is not None:
            revision.publish(log_action="wagtail.publish.scheduled")
        return revision is not None
    expired = rows.filter(live=True, expire_at__lte=now).first()
    if expired is not None:
        expired.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return expired is not None


def _expiring_models() -> list[type[Any]]:
    snippets = [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page) and not model._meta.abstract
    ]
    return [Page, *snippets]
