from __future__ import annotations

from django.urls import path

from broadsheet.news.views import lists, search

app_name = "news"

urlpatterns = [
    path("author/<str:slug>/", lists.author, name="author"),
    path("topic/<str:slug>/", lists.topic, name="topic"),
    path("corrections/", lists.corrections, name="corrections"),
    path("search/", search.search, name="search"),
]
