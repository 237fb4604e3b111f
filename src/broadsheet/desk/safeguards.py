"""What the desk does not let pass, whichever way it is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from broadsheet.news.checks import is_described
from broadsheet.news.models import Story


@hooks.register("before_create_user")
@hooks.register("before_edit_user")
def keep_rank(request: HttpRequest, user: User | None = None) -> None:
    """Only those who may do everything touch an account that may do everything, or make one.

    A publisher looks after staff; a publisher who could set its password would own such an account.
    """
    touched = user is not None and user.is_superuser
    if (touched or request.POST.get("is_superuser")) and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_bulk_action")
def keep_rank_in_bulk(request: HttpRequest, action: str, accounts: Iterable[Any], view: Any) -> None:
    """Nor do many at once make a way round it; deleting one by one is refused by Wagtail itself."""
    for account in accounts:
        if isinstance(account, User):
            keep_rank(request, account)


@hooks.register("before_bulk_action")
def hold_back(request: HttpRequest, action: str, pages: Iterable[Any], view: Any) -> HttpResponse | None:
    """Many stories are published at once only if each could be published by itself."""
    if action != "publish":
        return None
    below = view.cleaned_form.cleaned_data.get("include_descendants", False)
    undescribed = [story.title for story in _stories(pages, below=below) if not is_described(story)]
    if not undescribed:
        return None
    titles = ", ".join(f"“{title}”" for title in undescribed)
    messages.error(request, f"Nothing was published: say first what the pictures show in {titles}.")
    return redirect(view.next_url)


def _stories(pages: Iterable[Any], *, below: bool) -> Iterable[Story]:
    """The stories among `pages` as they would be published."""
    for page in pages:
        if not isinstance(page, Page):
            continue
        found = (
            Story.objects.descendant_of(page, inclusive=True) if below else Story.objects.filter(pk=page.pk)
        )
        yield from (story.get_latest_revision_as_object() for story in found)
