"""The paper and its desk under their own Content-Security-Policy."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.urls import reverse
from playwright.sync_api import Page, Route, expect
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from broadsheet.edge.security import PLAYERS
from broadsheet.news.models import Story
from tests.browser.test_desk import sign_in
from tests.factories import Paper, every_block, make_author, make_picture, make_story
from tests.plugins.browser import PageAt

REFUSALS = "document.addEventListener('securitypolicyviolation', e => refused(e.violatedDirective))"
INJECTED = "<script>document.documentElement.className = 'owned'</script>"
INJECTED += (
    '<img src="x" onerror="document.documentElement.className = \'owned\'"><p style="color: red">Tide</p>'
)


@pytest.fixture
def everything(story: Story) -> Story:
    """A published story with every block and a lead picture."""
    body = every_block(make_picture(), story=story)
    return make_story("Everything", body=body, lead_picture=make_picture(), authors=[make_author("Eve Moor")])


def listen(page: Page) -> list[str]:
    """What the page's policies refuse, and every error and warning about them, from now on."""
    refused: list[str] = []
    page.expose_function("refused", lambda directive: refused.append(directive))
    page.add_init_script(REFUSALS)
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    return refused


def test_nothing_that_readers_get_is_refused(page_at: PageAt, everything: Story) -> None:
    page = page_at()
    refused = listen(page)
    for address in ("/", "/harbour/", everything.url, "/search/?q=words", "/_util/login/", "/nowhere/"):
        page.goto(address, wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Broadsheet')
        assert page.evaluate("document.fonts.check('16px \"Broadsheet Serif\"')"), address
    assert refused == []


def test_pictures_and_structured_data_are_there(page_at: PageAt, everything: Story) -> None:
    page = page_at()
    page.goto(everything.url, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('img').forEach(picture => picture.loading = 'eager')")
    page.wait_for_function("[...document.images].every(picture => picture.naturalWidth > 0)")
    data = page.locator("script[type='application/ld+json']").first.text_content()
    assert data is not None
    assert everything.headline in data


def test_a_reader_may_load_a_player_and_no_other_frame(page_at: PageAt, everything: Story) -> None:
    page = page_at()
    refused = listen(page)
    player = "<p>Player</p>"
    page.route(
        f"{PLAYERS[0]}/**", lambda route: route.fulfill(body=player, headers={"Content-Type": "text/html"})
    )
    page.goto(everything.url)
    page.get_by_role("button", name="Load the video from words").click()
    expect(page.frame_locator("iframe").locator("p")).to_have_text("Player")
    assert refused == []
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://elsewhere.test/'}))"
    )
    page.wait_for_timeout(200)
    assert "frame-src" in refused


def test_what_is_injected_into_a_page_does_not_run(page_at: PageAt, story: Story) -> None:
    page = page_at()
    refused = listen(page)

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{INJECTED}</main>"))

    page.route(f"**{story.url}", inject)
    page.goto(story.url, wait_until="networkidle")
    assert page.locator("p", has_text="Tide").count() == 1
    assert page.evaluate("document.documentElement.className") == ""
    assert {"script-src-elem", "script-src-attr", "style-src-attr"} <= set(refused)


def test_a_page_for_invited_readers_opens_with_its_password(page_at: PageAt, story: Story) -> None:
    PageViewRestriction.objects.create(page=story, restriction_type="password", password="tide")
    page = page_at()
    refused = listen(page)
    page.goto(story.url)
    page.get_by_label("Password").fill("tide")
    page.get_by_role("button", name="Open the page").click()
    expect(page.get_by_text("The ferry came back on Tuesday.")).to_be_visible()
    assert refused == []


def test_a_page_for_staff_opens_after_signing_in(page_at: PageAt, story: Story, ben: User) -> None:
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    page = page_at()
    refused = listen(page)
    page.goto(story.url)
    page.get_by_label("Username").fill("ben")
    page.get_by_label("Password").fill("password")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("The ferry came back on Tuesday.")).to_be_visible()
    assert refused == []


def test_nobody_else_can_put_the_paper_into_a_frame(page_at: PageAt, story: Story) -> None:
    page = page_at()
    page.goto("/robots.txt")
    for address in (story.url, reverse("wagtailadmin_login")):
        page.evaluate(
            "address => document.documentElement.append("
            "Object.assign(document.createElement('iframe'), {src: address}))",
            address,
        )
    page.wait_for_timeout(500)
    assert all(frame.url.startswith("chrome-error:") for frame in page.frames[1:])


@pytest.mark.parametrize(("without", "outcome"), [("", ""), ("content-security-policy", "owned")])
def test_an_uploaded_drawing_runs_no_script_because_of_its_policy(
    page_at: PageAt, paper: Paper, without: str, outcome: str
) -> None:
    script = '<script>document.documentElement.id = "owned"</script>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{script}</svg>'
    upload = Document.objects.create(title="Map", file=ContentFile(drawing.encode(), "map.svg"))

    def show(route: Route) -> None:
        # As if it were not offered for download, which alone keeps it from being opened.
        answer = route.fetch()
        dropped = {"content-disposition", "content-encoding", without}
        headers = {name: value for name, value in answer.headers.items() if name not in dropped}
        route.fulfill(body=answer.body(), headers=headers)

    page = page_at()
    page.route(f"**{upload.url}", show)
    page.goto(upload.url)
    assert page.evaluate("document.documentElement.id") == outcome


def test_the_desk_edits_and_previews_with_nothing_refused(
    page_at: PageAt, everything: Story, ben: User
) -> None:
    make_author("Sam Reed")
    page = page_at()
    refused = listen(page)
    sign_in(page, ben)
    page.goto(f"/desk/pages/{everything.pk}/edit/", wait_until="networkidle")
    page.get_by_role("button", name="Add author").click()
    page.get_by_role("button", name="Choose author").last.click()
    page.get_by_role("dialog").get_by_role("link", name="Sam Reed").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe[title=Preview]").first
    expect(preview.get_by_role("heading", level=1)).to_have_text("Everything")
    expect(preview.get_by_text("Sam Reed").first).to_be_visible()
    assert refused == []


@pytest.mark.parametrize(
    "address",
    ["", "images/multiple/add/", "documents/multiple/add/", "snippets/news/author/", "reports/site-history/"],
)
def test_the_rest_of_the_desk_works_too(page_at: PageAt, paper: Paper, paula: User, address: str) -> None:
    page = page_at()
    refused = listen(page)
    sign_in(page, paula)
    page.goto(f"/desk/{address}", wait_until="networkidle")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert refused == []
