from __future__ import annotations

from django.urls import path, re_path

from broadsheet.news.views import lists, search

app_name = "news"

# What a slug is made of, in any script. Nothing else, such as a null character, ever reaches the database.
_SLUG = r"(?P<slug>[-\w]{1,120})"

urlpatterns = [
    re_path(rf"^author/{_SLUG}/$", lists.author, name="author"),
    re_path(rf"^topic/{_SLUG}/$", lists.topic, name="topic"),
    path("corrections/", lists.corrections, name="corrections"),
    path("search/", search.search, name="search"),
]
