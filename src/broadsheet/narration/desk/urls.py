"""Addresses below `/desk/narration/`."""

from __future__ import annotations

from django.urls import URLPattern, path

from broadsheet.narration.desk.audio import deeds
from broadsheet.narration.desk.audio.views import Audio, Progress, StandingPart
from broadsheet.narration.desk.hearing.sentence import Play
from broadsheet.narration.desk.recording.views import Recording
from broadsheet.narration.desk.script import views as script

app_name = "narration_desk"

urlpatterns: list[URLPattern] = [
    path("<int:story>/", Audio.as_view(), name="audio"),
    path("<int:story>/standing/", StandingPart.as_view(), name="standing"),
    path("<int:story>/progress.json", Progress.as_view(), name="progress"),
    path("<int:story>/again/", deeds.Again.as_view(), name="again"),
    path("<int:story>/approve/", deeds.Approve.as_view(), name="approve"),
    path("<int:story>/wanted/", deeds.Wanted.as_view(), name="wanted"),
    path("<int:story>/recording/", Recording.as_view(), name="recording"),
    path("<int:story>/recording/drop/", deeds.Drop.as_view(), name="drop"),
    path("<int:story>/script/", script.Script.as_view(), name="script"),
    path("<int:story>/script/keep-out/", script.KeepOut.as_view(), name="keep_out"),
    path("<int:story>/script/say/", script.Say.as_view(), name="say"),
    path("<int:story>/script/take-over/<int:hearing>/", script.TakeOver.as_view(), name="take_over"),
    path("<int:story>/script/play/", Play.as_view(), name="play"),
]
