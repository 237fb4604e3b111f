"""Old addresses lead to the new pages."""

from __future__ import annotations

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from tests.factories import make_paper
from tests.imports.conftest import EXPORTS
from tests.imports.newsroom import PAGE, STORY, bring_in, ours

LEADS_ON = {
    "/2019/03/04/the-ferry-was-late/": "/news/ferries/the-ferry-was-late/",
    "/2019/03/04/the-ferry-was-late/?utm_source=x": "/news/ferries/the-ferry-was-late/",
    "/category/news/ferries/": "/news/ferries/",
    "/category/ferries/": "/news/ferries/",
    "/category/news/ferries/feed/": "/news/ferries/feed.xml",
    "/category/opinion/": "/topic/opinion/",
    "/tag/fog/": "/topic/fog/",
    "/feed/": "/feed.xml",
}
STAYS = ("/search/", "/author/ada/", "/about-us/", "/about-us/boats/")
WINTER_HARBOUR = "/2019/03/04/%d0%b7%d0%b8%d0%bc%d0%be%d0%b2%d0%b0-%d0%b3%d0%b0%d0%b2%d0%b0%d0%bd%d1%8c/"


class OldAddressTests(TestCase):
    """One import, whose old addresses are asked for."""

    @classmethod
    def setUpTestData(cls) -> None:
        make_paper()
        bring_in(EXPORTS / "old_quay.xml")

    def test_an_old_address_leads_to_the_new_one_for_good(self) -> None:
        for old, new in LEADS_ON.items():
            with self.subTest(old=old):
                answer = self.client.get(old)
                assert (answer.status_code, answer["Location"].removeprefix("http://testserver")) == (
                    301,
                    new,
                )

    def test_an_address_that_stays_the_same_is_not_redirected(self) -> None:
        for path in STAYS:
            with self.subTest(path=path):
                assert self.client.get(path).status_code == 200

    def test_an_old_address_without_its_last_slash_leads_on_too(self) -> None:
        assert self.client.get("/2019/03/04/the-ferry-was-late", follow=True).status_code == 200

    def test_an_address_in_other_letters_leads_on(self) -> None:
        assert self.client.get(WINTER_HARBOUR, follow=True).status_code == 200

    def test_a_short_address_leads_to_its_page(self) -> None:
        for query, page in (("p=10", ours(STORY, 10)), ("page_id=30", ours(PAGE, 30))):
            with self.subTest(query=query):
                answer = self.client.get(f"/?{query}")
                assert (answer.status_code, answer["Location"]) == (301, page.get_url())

    def test_any_other_question_shows_the_front_page(self) -> None:
        for query in ("p=22", "p=9999999", "p=", "p=²", "p=1%00", "p=" + "9" * 40, "q=10"):
            with self.subTest(query=query):
                assert self.client.get(f"/?{query}").status_code == 200

    def test_a_redirect_that_an_editor_made_is_left_alone(self) -> None:
        redirect = Redirect.objects.get(old_path="/2019/03/04/the-ferry-was-late")
        redirect.redirect_page, redirect.redirect_link = None, "/elsewhere/"
        redirect.save()
        bring_in(EXPORTS / "old_quay.xml")
        redirect.refresh_from_db()
        assert redirect.redirect_link == "/elsewhere/"

    def test_a_link_from_post_to_post_needs_no_old_host(self) -> None:
        assert '<a href="/2019/03/04/tides/">' in ours(STORY, 10).body.raw_data[3]["value"]
