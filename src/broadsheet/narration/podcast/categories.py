"""Where podcast directories file a podcast: those of Apple's categories that a newspaper may want."""

from __future__ import annotations

from django.db import models


class Category(models.TextChoices):
    """A category, and after a slash the one within it, in the words that Apple prescribes."""

    DAILY_NEWS = "News/Daily News", "News: daily news"
    NEWS = "News", "News"
    BUSINESS_NEWS = "News/Business News", "News: business"
    ENTERTAINMENT_NEWS = "News/Entertainment News", "News: entertainment"
    COMMENTARY = "News/News Commentary", "News: commentary"
    POLITICS = "News/Politics", "News: politics"
    SPORTS_NEWS = "News/Sports News", "News: sports"
    TECH_NEWS = "News/Tech News", "News: technology"
    ARTS = "Arts", "Arts"
    BUSINESS = "Business", "Business"
    GOVERNMENT = "Government", "Government"
    HISTORY = "History", "History"
    SCIENCE = "Science", "Science"
    DOCUMENTARY = "Society & Culture/Documentary", "Society and culture: documentary"
    PLACES = "Society & Culture/Places & Travel", "Society and culture: places and travel"
    SOCIETY = "Society & Culture", "Society and culture"
    SPORTS = "Sports", "Sports"
    TECHNOLOGY = "Technology", "Technology"
