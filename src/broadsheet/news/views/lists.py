"""Lists of stories: an author's, a topic's, and every correction."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from broadsheet.edge.recording import note
from broadsheet.edge.tags import list_tag
from broadsheet.news.lists import STORIES_A_PAGE, page_of
from broadsheet.news.models import Author, Correction, Story, Topic
from broadsheet.pages.staff import signed_in


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """An author and their stories."""
    person = get_object_or_404(Author.objects.select_related("portrait").prefetch_related("links"), slug=slug)
    stories = Story.objects.by_author(person).published().newest().for_cards()
    context = {
        "author": person,
        "hosts": [person],  # of newsletters
        "stories": page_of(Paginator(stories, STORIES_A_PAGE), request),
        "edit_url": _edit_url(request, person),
    }
    return render(request, "news/author.html", context)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic and the stories about it."""
    subject = get_object_or_404(Topic, slug=slug)
    stories = Story.objects.about(subject).published().newest().for_cards()
    context = {
        "topic": subject,
        "stories": page_of(Paginator(stories, STORIES_A_PAGE), request),
        "edit_url": _edit_url(request, subject),
    }
    return render(request, "news/topic.html", context)


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction of a story that readers can read, newest first."""
    note(list_tag(Correction))
    readable = Story.objects.published().values("pk")
    found = Correction.objects.filter(story__in=readable).select_related("story__section")
    return render(
        request, "news/corrections.html", {"corrections": page_of(Paginator(found, STORIES_A_PAGE), request)}
    )


def _edit_url(request: HttpRequest, thing: Author | Topic) -> str:
    """The desk's address of `thing` for staff who may change it, else nothing."""
    name = thing._meta.model_name
    user = signed_in(request)
    if user is None or not user.has_perm(f"news.change_{name}"):
        return ""
    return reverse(f"wagtailsnippets_news_{name}:edit", args=[thing.pk])
