from __future__ import annotations

from django.urls import path, re_path

from broadsheet.narration.podcast import views as podcast

app_name = "narration"

urlpatterns = [
    path("podcast.xml", podcast.paper, name="podcast"),
    re_path(r"^(?P<path>(?:[\w\-]+/){1,2})podcast\.xml$", podcast.section, name="section_podcast"),
]
