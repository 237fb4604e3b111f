"""Addresses below `/desk/newsletters/sending/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from broadsheet.newsletters.desk.sending.views import acts
from broadsheet.newsletters.desk.sending.views.edition import EditionPage
from broadsheet.newsletters.desk.sending.views.progress import progress
from broadsheet.newsletters.desk.sending.views.schedule import Schedule, Unschedule
from broadsheet.newsletters.desk.sending.views.send import Send

app_name = "newsletters_sending"

urlpatterns: list[URLPattern] = [
    path("<int:pk>/", EditionPage.as_view(), name="edition"),
    path("<int:pk>/progress.json", progress, name="progress"),
    path("<int:pk>/send/", Send.as_view(), name="send"),
    path("<int:pk>/schedule/", Schedule.as_view(), name="schedule"),
    path("<int:pk>/unschedule/", Unschedule.as_view(), name="unschedule"),
    path("<int:pk>/pause/", acts.Pause.as_view(), name="pause"),
    path("<int:pk>/resume/", acts.Resume.as_view(), name="resume"),
    path("<int:pk>/stop/", acts.Stop.as_view(), name="stop"),
    path("<int:pk>/archive/", acts.Archive.as_view(), name="archive"),
]
