from __future__ import annotations

from django.urls import path

from broadsheet.wire.views import feed

app_name = "wire"

urlpatterns = [
    path("wire/items/<int:pk>/", feed.item, name="item"),
]
