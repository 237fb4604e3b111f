"""Staff, authors, and how they sign in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils.text import slugify

from broadsheet.news.models import Author


def make_staff(first_name: str, *, group: str) -> User:
    """A member of the staff in one of the desk's groups: Reporters, Editors, Publishers."""
    user = make_outsider(first_name)
    user.groups.add(Group.objects.get(name=group))
    return user


def make_outsider(first_name: str) -> User:
    """Somebody with an account, the password `password`, and no rights."""
    username = first_name.lower()
    return User.objects.create_user(username, f"{username}@ledger.test", "password", first_name=first_name)


def make_author(name: str = "Ada Quill", **fields: Any) -> Author:
    """A byline."""
    return Author.objects.create(**{"name": name, "slug": slugify(name, allow_unicode=True)} | fields)


def sign_in(user: User) -> Client:
    """A browser in which `user` is signed in."""
    client = Client()
    client.force_login(user)
    return client
