"""Start a newsroom in an empty database: its paper, and the first person who may do everything."""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.management.base import CommandError
from django.db import transaction

from broadsheet.news.actions.found import found_paper
from broadsheet.news.models import FrontPage

PUBLISHERS = "Publishers"


@transaction.atomic
def start_newsroom(name: str, *, editor: str, email: str, password: str) -> User:
    """Found the paper `name` and hire its first editor.

    The first editor is a Publisher, as those who run a paper are, and a superuser, so that somebody can
    repair what permissions have broken. Raises `CommandError` where there is a newsroom already,
    `ValidationError` for a password that is too easily guessed.
    """
    if FrontPage.objects.exists():
        raise CommandError("The database holds a newsroom already: name an empty one with --database-url.")
    validate_password(password, User(username=editor, email=email))
    found_paper(name=name)
    user: User = User.objects.create_superuser(editor, email=email, password=password)
    user.groups.add(*Group.objects.filter(name=PUBLISHERS))
    return user
