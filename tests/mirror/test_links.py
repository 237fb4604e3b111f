"""Links are read as a browser reads them, and written for a folder that may lie anywhere."""

from __future__ import annotations

import pytest

from broadsheet.mirror.rewriting.sets import candidates
from broadsheet.mirror.rewriting.styles import styles
from broadsheet.mirror.targets import Target, reference
from tests.mirror.conftest import Signs

NOWHERE = "../../404.html"


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("/", "../../index.html"),
        ("/harbour/", "../index.html"),
        ("/harbour", "../index.html"),
        ("/harbour/?page=2", "../page-2/index.html"),
        ("/harbour/page-2/", "../~page-2/index.html"),
        ("/harbour/?utm_source=mail", "../index.html"),
        ("/harbour/?page=2&utm_source=mail", "../page-2/index.html"),
        ("?page=3", "page-3/index.html"),
        ("../mole/", "../mole/index.html"),
        ("/harbour/mole/#quay", "../mole/index.html#quay"),
        ("https://ledger.test", "../../index.html"),
        ("HTTPS://Ledger.Test/harbour/", "../index.html"),
        ("http://ledger.test:80/harbour/", "../index.html"),
        ("//ledger.test/harbour/", "../index.html"),
        ("https://www.ledger.test/harbour/", "../index.html"),
        (" /harbour/\n", "../index.html"),
        ("/har\tbour/", "../index.html"),
        ("/гавань/пором/", "../../%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C/%D0%BF%D0%BE%D1%80%D0%BE%D0%BC/index.html"),
        ("/%D0%BF/", "../../%D0%BF/index.html"),
        ("/feed.xml", "../../feed.xml"),
        ("/search/?q=ferry", "../../search/index.html"),
        ("/documents/4/plan.pdf", "../../documents/4/plan.pdf"),
    ],
)  # fmt: skip
def test_a_link_of_ours_becomes_relative(signs: Signs, link: str, written: str) -> None:
    assert signs().link(link) == written


@pytest.mark.parametrize(
    "link",
    [
        "",
        "#notes",
        "mailto:ada@ledger.test",
        "tel:+441632960000",
        "data:image/png;base64,AAAA",
        "javascript:void(0)",
        "https://other.test/harbour/",
        "//other.test/harbour/",
        "https://ledger.test.other.test/",
        "https://ledger.test:8443/",
        "https://ledger.test@other.test/",
        "http://[broken",
        "http://127.0.0.1:9000/",
    ],
)
def test_other_links_stay(signs: Signs, link: str) -> None:
    assert signs().link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "/desk/",
        "/_util/login/?next=/harbour/",
        "/healthz",
        "/documents/5/secret.pdf",
        "/media/original_images/mole.jpg",
        "/media/images/%2e%2e/%2e%2e/db.sqlite3",
        "/harbour/%2e%2e%2f%2e%2e%2fetc/",
        "/a//b/",
        "/old.php?id=4",
        "/harbour/;x=1/",
        "/\\other.test/",
        "/harbour/%00/",
    ],
)
def test_what_readers_cannot_have_leads_to_the_page_that_says_so(signs: Signs, link: str) -> None:
    assert signs().link(link) == NOWHERE


def test_a_link_that_climbs_out_of_the_paper_stays_in_it(signs: Signs) -> None:
    assert signs().link("../../../../harbour/") == "../index.html"


def test_what_leads_nowhere_is_noted(signs: Signs) -> None:
    signposts = signs()
    signposts.link("/documents/5/secret.pdf")
    signposts.link("/harbour/?page=2")
    assert list(signposts.missing) == ["/documents/5/secret.pdf"]
    assert list(signposts.found) == [Target("/harbour/", 2)]


def test_a_picture_that_is_missing_stays_missing(signs: Signs) -> None:
    assert signs().part("/media/images/gone.jpg") == "../../media/images/gone.jpg"


def test_a_further_page_of_a_list_lies_one_folder_deeper(signs: Signs) -> None:
    assert signs("/harbour/", page=2).link("?page=3") == "../page-3/index.html"


def test_whole_addresses_follow_the_mirror(signs: Signs) -> None:
    signposts = signs(url="https://mirror.test/paper/")
    assert signposts.whole("/harbour/#top") == "https://mirror.test/paper/harbour/index.html#top"
    assert signs().whole("/harbour/") == ""


@pytest.mark.parametrize("name", ["page-12", "con", "AUX", "nul.txt"])
def test_a_name_that_would_be_taken_for_something_else_gets_another(name: str) -> None:
    assert Target(f"/harbour/{name}/").place == f"harbour/~{name}/index.html"


def test_no_name_is_longer_than_a_file_system_takes() -> None:
    long, other = Target(f"/{'п' * 255}/").place, Target(f"/{'п' * 254}/").place
    assert long != other
    assert all(len(part.encode()) <= 200 for part in long.split("/"))


def test_a_reference_with_a_colon_is_no_scheme() -> None:
    assert reference("media/images/a:b c.jpg", at="media/images/x.css") == "a%3Ab%20c.jpg"


def test_a_set_may_hold_commas_in_its_addresses() -> None:
    found = candidates("/a,b.jpg 1x,/c.jpg 800w, /d.jpg,\n /e.jpg (max-width: 3em, x) 2x,")
    assert [address for address, _ in found] == ["/a,b.jpg", "/c.jpg", "/d.jpg", "/e.jpg"]


def test_the_links_of_styles_are_found() -> None:
    css = """/* url(/no.png) */ @import "/a.css"; @import url('/b.css') print;
    p { background: url(/c.png), url( "/d.png" ), url("data:image/svg+xml,%3Csvg xmlns='x'/%3E") }"""
    found: list[str] = []

    def part(link: str) -> str:
        found.append(link)
        return f"..{link}"

    written = styles(css, part)
    assert found == ["/a.css", "/b.css", "/c.png", "/d.png"]
    assert "/* url(/no.png) */" in written
    assert 'url("../c.png")' in written
    assert "%3Csvg xmlns='x'/%3E" in written
