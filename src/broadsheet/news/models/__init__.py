"""What a newsroom publishes: stories in sections, by authors, about topics, and the front page."""

from broadsheet.news.models.author import Author, AuthorLink
from broadsheet.news.models.correction import Correction
from broadsheet.news.models.front_page import EditorsPick, FrontPage, SecondaryStory, SectionStrip
from broadsheet.news.models.section import Section
from broadsheet.news.models.story import Byline, Story
from broadsheet.news.models.topic import Topic

__all__ = [
    "Author",
    "AuthorLink",
    "Byline",
    "Correction",
    "EditorsPick",
    "FrontPage",
    "SecondaryStory",
    "Section",
    "SectionStrip",
    "Story",
    "Topic",
]
