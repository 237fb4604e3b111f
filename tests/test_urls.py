"""The order in which addresses are asked."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Story


def test_a_restricted_story_opens_with_its_password(cleo: Client, story: Story) -> None:
    lock = PageViewRestriction.objects.create(
        page=story, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )
    address = reverse("wagtailcore_authenticate_with_password", args=[lock.pk, story.pk])

    answer = cleo.post(address, {"password": "slack water", "return_url": story.url})

    assert answer.status_code == 302
    assert story.headline in cleo.get(story.url).content.decode()


def test_a_story_for_staff_leads_to_a_sign_in_that_answers(cleo: Client, story: Story) -> None:
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)

    answer = cleo.get(story.url, follow=True)

    assert answer.redirect_chain[0][0] == f"{reverse('wagtailcore_login')}?next={story.url}"
    assert answer.status_code == 200
