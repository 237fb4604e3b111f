from __future__ import annotations

from django.urls import path, re_path

from broadsheet.syndication.feeds import views as feeds
from broadsheet.syndication.sitemaps import views as sitemaps

app_name = "syndication"

urlpatterns = [
    path("feed.xml", feeds.paper, name="feed"),
    path("author/<str:slug>/feed.xml", feeds.author, name="author_feed"),
    re_path(r"^(?P<path>(?:[\w\-]+/){1,2})feed\.xml$", feeds.section, name="section_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<str:part>.xml", sitemaps.part, name="sitemap_part"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
]
