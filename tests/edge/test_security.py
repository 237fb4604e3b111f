"""Every answer tells browsers what to refuse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

import broadsheet.pages
from broadsheet.delivery.desk.outbox.views import OF_A_LETTER
from broadsheet.edge.middleware import SecurityHeadersMiddleware
from broadsheet.edge.security import PLAYERS, Kind, headers_for, kind_of
from broadsheet.news.models import Story
from tests.factories import Paper, sign_in

ALWAYS = {
    "Content-Security-Policy",
    "X-Frame-Options",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
}
PUBLIC = [
    ("/", 200),
    ("/harbour/", 200),
    ("/harbour/ferry-returns-to-the-north-quay/", 200),
    ("/search/?q=ferry", 200),
    ("/feed.xml", 200),
    ("/sitemap.xml", 200),
    ("/robots.txt", 200),
    ("/healthz", 200),
    ("/_util/login/", 200),
    ("/nowhere/", 404),
    ("/static/nothing.css", 404),
    ("/media/nothing.jpg", 404),
    ("/documents/9/nothing.pdf", 404),
    ("/harbour", 301),
    ("/desk", 301),
]


def policy_of(answer: HttpResponse) -> dict[str, str]:
    """The Content-Security-Policy by directive."""
    parts = answer["Content-Security-Policy"].split("; ")
    return {name: sources for name, _, sources in (part.partition(" ") for part in parts)}


@pytest.fixture
def document(paper: Paper) -> Document:
    """An upload that would run a script."""
    file = ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "map.svg")
    return Document.objects.create(title="Map", file=file, file_hash="abc")


@pytest.mark.parametrize(("address", "status"), PUBLIC)
def test_a_readers_answer_allows_the_papers_own_files_alone(
    cleo: Client, story: Story, address: str, status: int
) -> None:
    answer = cleo.get(address)
    policy = policy_of(answer)
    assert answer.status_code == status
    assert set(answer.headers) >= ALWAYS
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["img-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_an_answer_that_failed_carries_them_too(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Story, "get_context", lambda *args, **options: 1 / 0)
    answer = Client(raise_request_exception=False).get(story.url)
    assert answer.status_code == 500
    assert set(answer.headers) >= ALWAYS
    assert policy_of(answer)["script-src"] == "'self'"


def test_a_stranger_who_asks_for_another_paper_gets_them_too(cleo: Client, paper: Paper) -> None:
    answer = cleo.get("/", headers={"host": "elsewhere.test"})
    assert answer.status_code == 400
    assert set(answer.headers) >= ALWAYS


def test_a_form_for_a_password_may_be_sent_to_the_paper_alone(cleo: Client, story: Story) -> None:
    lock = PageViewRestriction.PASSWORD
    PageViewRestriction.objects.create(page=story, restriction_type=lock, password="tide")
    answer = cleo.get(story.url)
    assert "password" in answer.content.decode()
    assert policy_of(answer)["form-action"] == "'self'"


def test_what_is_made_to_be_shown_elsewhere_may_be(cleo: Client, story: Story) -> None:
    for address in ("/feed.xml", "/media/images/ferry.jpg"):
        assert headers_for(address, https=True)["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert cleo.get("/feed.xml")["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_desk_runs_its_own_scripts_in_nobody_elses_frame(ben: User, story: Story) -> None:
    answer = sign_in(ben).get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    policy = policy_of(answer)
    assert answer.status_code == 200
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'self'"
    assert policy["object-src"] == policy["script-src-attr"] == "'none'"
    assert "unsafe-eval" not in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Referrer-Policy"] == answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_desks_door_runs_nothing_that_stands_in_the_page(cleo: Client, paper: Paper) -> None:
    for name in ("wagtailadmin_login", "wagtailadmin_password_reset"):
        answer = cleo.get(reverse(name))
        assert answer.status_code == 200
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


def test_a_preview_may_stand_in_the_desks_frame(ben: User, story: Story) -> None:
    answer = sign_in(ben).get(reverse("wagtailadmin_pages:view_draft", args=[story.pk]))
    assert story.headline in answer.content.decode()
    assert policy_of(answer)["frame-ancestors"] == "'self'"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_a_static_file_is_locked_in(tmp_path: Path, settings: LazySettings) -> None:
    (tmp_path / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings.STATIC_ROOT = tmp_path
    answer = Client().get("/static/icon.svg")
    assert answer.status_code == 200
    assert set(answer.headers) >= ALWAYS
    assert "sandbox" in policy_of(answer)
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_an_uploaded_document_can_do_nothing(cleo: Client, document: Document) -> None:
    answer = cleo.get(document.url)
    assert answer.status_code == 200
    assert policy_of(answer) == {"default-src": "'none'", "frame-ancestors": "'none'", "sandbox": ""}
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_document_that_the_browser_has_already_stays_locked_in(cleo: Client, document: Document) -> None:
    answer = cleo.get(document.url, headers={"if-none-match": '"abc"'})
    assert answer.status_code == 304
    assert "sandbox" in policy_of(answer)


def test_an_uploaded_page_is_a_document_and_not_the_papers(cleo: Client, paper: Paper) -> None:
    upload = Document.objects.create(title="Page", file=ContentFile(b"<p>Tide</p>", "page.html"))
    answer = cleo.get(upload.url)
    assert answer["Content-Type"].startswith("text/html")
    assert "sandbox" in policy_of(answer)


def test_the_password_of_a_document_can_be_typed(cleo: Client, document: Document) -> None:
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="tide"
    )
    answer = cleo.get(document.url)
    assert "password" in answer.content.decode()
    assert policy_of(answer)["form-action"] == "'self'"
    assert "sandbox" not in policy_of(answer)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", Kind.PAGE),
        ("", Kind.PAGE),
        ("/desk", Kind.PAGE),
        ("/desks/", Kind.PAGE),
        ("/harbour/desk/", Kind.PAGE),
        ("//desk/", Kind.PAGE),
        ("/documents-of-the-week/", Kind.PAGE),
        ("/desk/pages/3/edit/", Kind.DESK),
        ("/desk/login/", Kind.DOOR),
        ("/static/pages/icon.svg", Kind.FILE),
        ("/media/images/ferry.jpg", Kind.FILE),
        ("/documents/3/map.pdf", Kind.DOCUMENT),
    ],
)
def test_an_address_is_known_by_its_first_word(path: str, kind: Kind) -> None:
    assert kind_of(path) is kind


def answer_of(request: HttpRequest, **headers: str) -> HttpResponse:
    """What the middleware makes of an answer with those headers."""
    return SecurityHeadersMiddleware(lambda _: HttpResponse(headers=headers))(request)


def test_what_a_view_says_on_purpose_stays(rf: RequestFactory) -> None:
    answer = answer_of(rf.get("/"), **{"Referrer-Policy": "no-referrer"})
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("public_url", "secure", "promised"),
    [
        ("https://paper.test", True, True),
        ("https://paper.test", False, False),
        ("http://paper.test", False, False),
        ("http://paper.test", True, False),
    ],
)
def test_only_a_paper_on_https_promises_to_stay_there(
    rf: RequestFactory, settings: LazySettings, public_url: str, secure: bool, promised: bool
) -> None:
    settings.PUBLIC_URL = public_url
    answer = answer_of(rf.get("/", secure=secure))
    assert answer.get("Strict-Transport-Security") == ("max-age=31536000" if promised else None)
    assert ("upgrade-insecure-requests" in policy_of(answer)) is promised


def test_a_developer_sees_djangos_own_error_with_its_styles(
    rf: RequestFactory, settings: LazySettings
) -> None:
    settings.DEBUG = True
    answer = SecurityHeadersMiddleware(lambda _: HttpResponse(status=500))(rf.get("/"))
    assert not answer.has_header("Content-Security-Policy")
    assert answer.has_header("X-Content-Type-Options")


def test_nothing_is_answered_outside_the_headers(settings: LazySettings) -> None:
    assert settings.MIDDLEWARE[0] == "broadsheet.edge.middleware.SecurityHeadersMiddleware"


def test_the_players_that_a_page_may_load_are_those_that_it_can_load() -> None:
    script = Path(broadsheet.pages.__file__).with_name("static") / "pages/js/embed.js"
    loaded = re.findall(r"`(https://[\w.-]+)/", script.read_text(encoding="utf-8"))
    assert set(loaded) == set(PLAYERS)


def test_who_changes_the_headers_of_one_answer_changes_no_other() -> None:
    headers_for("/", https=False).clear()
    assert set(headers_for("/", https=False)) == ALWAYS


def test_the_policies_that_are_documented_are_those_that_are_sent() -> None:
    reference = Path(__file__).parents[2] / "docs/reference/security-headers.md"
    documented = re.findall(r"^```\n(.*)\n```$", reference.read_text(encoding="utf-8"), re.MULTILINE)
    pages, desk, files, documents = (
        headers_for(address, https=False)["Content-Security-Policy"]
        for address in ("/", "/desk/", "/media/audio/ab/abcd.opus", "/documents/3/map.svg")
    )
    assert documented == [pages, desk, OF_A_LETTER.format(paper="BROADSHEET_URL"), files, documents]
