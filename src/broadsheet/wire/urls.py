from __future__ import annotations

from django.urls import path, re_path

from broadsheet.wire.views import days, filters, items, machines

app_name = "wire"

# As the sections' own: words in any script.
_IN = r"^wire/in/(?P<slug>[-\w]{1,120})/"
_DAY = r"^wire/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/$"

urlpatterns = [
    path("wire/", days.today, name="today"),
    re_path(_DAY, days.day, name="day"),
    path("wire/key/", filters.key, name="key"),
    re_path(f"{_IN}$", filters.section, name="section"),
    re_path(f"{_IN}key/$", filters.section, {"key_only": True}, name="section_key"),
    path("wire/items/<int:pk>/", items.item, name="item"),
    path("wire/feed.xml", machines.rss, name="feed"),
    path("wire/feed.json", machines.json_feed, name="json_feed"),
    path("wire/latest.json", machines.latest, name="latest"),
]
