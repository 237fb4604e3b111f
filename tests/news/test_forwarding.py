"""Authors and topics that get another address are found at the old one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from broadsheet.news.actions.forward_address import forward_address
from broadsheet.news.models import Author, Topic
from tests.factories import Paper, make_author, make_topic

KINDS = [(make_author, "/author/"), (make_topic, "/topic/")]


def rename(thing: Author | Topic, slug: str) -> None:
    fresh = type(thing).objects.get(pk=thing.pk)
    fresh.slug = slug
    fresh.save()


@pytest.mark.parametrize(("make", "where"), KINDS, ids=["author", "topic"])
def test_the_old_address_leads_to_the_new_one_for_good(
    cleo: Client, paper: Paper, make: Callable[[str], Author | Topic], where: str
) -> None:
    rename(make("First"), "second")
    response = cleo.get(f"{where}first/")
    assert (response.status_code, response["Location"]) == (301, f"{where}second/")


@pytest.mark.parametrize(("make", "where"), KINDS, ids=["author", "topic"])
def test_two_renamings_take_one_step(
    cleo: Client, paper: Paper, make: Callable[[str], Author | Topic], where: str
) -> None:
    thing = make("First")
    rename(thing, "second")
    rename(thing, "third")
    assert cleo.get(f"{where}first/")["Location"] == f"{where}third/"
    assert cleo.get(f"{where}second/")["Location"] == f"{where}third/"


@pytest.mark.parametrize(("make", "where"), KINDS, ids=["author", "topic"])
def test_an_address_given_back_is_forwarded_no_more(
    cleo: Client, paper: Paper, make: Callable[[str], Author | Topic], where: str
) -> None:
    thing = make("First")
    rename(thing, "second")
    rename(thing, "first")
    assert cleo.get(f"{where}first/").status_code == 200
    assert cleo.get(f"{where}second/")["Location"] == f"{where}first/"
    assert Redirect.objects.count() == 1


def test_a_second_page_of_the_list_leads_on_too(cleo: Client, paper: Paper) -> None:
    rename(make_author("First"), "second")
    assert cleo.get("/author/first/?page=2")["Location"] == "/author/second/"


def test_addresses_of_any_script_are_forwarded(cleo: Client, paper: Paper) -> None:
    author = make_author("Ольга Клен")
    before = author.get_absolute_url()
    rename(author, "olha")
    assert cleo.get(before)["Location"] == "/author/olha/"


def test_saving_without_another_address_forwards_nothing(db: None) -> None:
    author = make_author("First")
    author.name = "Second"
    author.save()
    assert not Redirect.objects.exists()


def test_forwarding_an_address_to_itself_does_nothing(db: None) -> None:
    forward_address("/author/first/", new="/author/first")
    assert not Redirect.objects.exists()
