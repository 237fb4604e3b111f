"""Addresses below `/desk/subscribers/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from broadsheet.newsletters.desk.subscribers.views import acts, bringing, growth, intake
from broadsheet.newsletters.desk.subscribers.views.add import Add
from broadsheet.newsletters.desk.subscribers.views.export import Export
from broadsheet.newsletters.desk.subscribers.views.reader import Reader

urlpatterns: list[URLPattern] = [
    path("add/", Add.as_view(), name="add"),
    path("export/", Export.as_view(), name="export"),
    path("growth/", growth.of_first, name="growth_of_first"),
    path("growth/<int:pk>/", growth.GrowthPage.as_view(), name="growth"),
    path("import/", bringing.Bring.as_view(), name="import"),
    path("import/<int:pk>/", intake.IntakePage.as_view(), name="intake"),
    path("import/<int:pk>/start/", intake.Start.as_view(), name="start_intake"),
    path("import/<int:pk>/stop/", intake.Stop.as_view(), name="stop_intake"),
    path("import/<int:pk>/progress.json", intake.progress, name="intake_progress"),
    path("import/<int:pk>/refused.csv", intake.refused_rows, name="refused_rows"),
    path("<int:pk>/", Reader.as_view(), name="reader"),
    path("<int:pk>/erase/", acts.Erase.as_view(), name="erase"),
    path("<int:pk>/write-again/", acts.WriteAgain.as_view(), name="write_again"),
    path("<int:pk>/take-off/<int:subscription>/", acts.TakeOff.as_view(), name="take_off"),
]
