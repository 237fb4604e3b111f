from __future__ import annotations

app_name = "syndication"
urlpatterns: list[object] = []
