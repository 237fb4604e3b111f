"""The hour at which an edition goes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from broadsheet.newsletters.models import Edition
from broadsheet.wire.newsroom_time import newsroom_time

FURTHEST = timedelta(days=366)


class ScheduleForm(forms.Form):
    """A day and a time of day, by the newsroom's clock, wherever the editor is."""

    day = forms.DateField(label="Day", widget=AdminDateInput)
    hour = forms.TimeField(label="Time", widget=AdminTimeInput)

    @classmethod
    def of(cls, edition: Edition) -> ScheduleForm:
        """With the hour that it has; tomorrow at seven where it has none."""
        if edition.send_at:
            at = newsroom_time(edition.send_at)
            return cls(initial={"day": at.date(), "hour": at.time()})
        tomorrow = newsroom_time().date() + timedelta(days=1)
        return cls(initial={"day": tomorrow, "hour": time(7)})

    @property
    def zone(self) -> str:
        """The newsroom's, by name."""
        return timezone.get_default_timezone_name()

    def clean(self) -> dict[str, Any]:
        """Both are one moment, `at`: one that there is, and that is not over."""
        given = super().clean() or {}
        if given.get("day") and given.get("hour"):
            given["at"] = self._moment(given["day"], given["hour"])
        return given

    def _moment(self, day: date, hour: time) -> datetime | None:
        zone = timezone.get_default_timezone()
        wanted = datetime.combine(day, hour)
        try:
            at = wanted.replace(tzinfo=zone)
            exists = at.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wanted
            now = timezone.now()
            if not exists:
                self.add_error("hour", "There is no such hour on that day: the clocks go forward.")
            elif at <= now:
                self.add_error("hour", "This hour has passed.")
            elif at > now + FURTHEST:
                self.add_error("day", "This is more than a year from now.")
        except OverflowError:
            self.add_error("day", "There is no such day.")
            return None
        return at
