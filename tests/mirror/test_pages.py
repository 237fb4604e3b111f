"""A page as a file holds all that a reader needs, and nothing that needs a server."""

from __future__ import annotations

import json

from broadsheet.mirror.rewriting.machines import xml
from tests.mirror.conftest import Rewrite, Signs

MIRROR = "https://mirror.test/paper/"


def test_what_is_no_link_stays_as_it_is(rewrite: Rewrite) -> None:
    page = "<!DOCTYPE html>\n<p  class=x>A &amp; B &nbsp; <br/> <!-- <a href='/x/'> --> <b>&lt;/x/&gt;</b></P >\n<p"
    assert rewrite(page) == page


def test_a_tag_keeps_its_other_attributes(rewrite: Rewrite) -> None:
    page = '<a class="card &quot;x&quot;" href="/harbour/" hidden title="&lt;b&gt;">x</a>'
    assert rewrite(page) == (
        '<a class="card &quot;x&quot;" href="../index.html" hidden title="&lt;b&gt;">x</a>'
    )


def test_every_candidate_of_a_picture_is_relative(rewrite: Rewrite) -> None:
    page = '<source srcset="/media/images/mole.jpg 320w, /media/images/mole,%20west.jpg 640w">'
    assert rewrite(page) == (
        '<source srcset="../../media/images/mole.jpg 320w, ../../media/images/mole%2C%20west.jpg 640w">'
    )


def test_sound_and_film_are_relative(rewrite: Rewrite) -> None:
    page = '<audio src="/media/images/mole.jpg"></audio><video poster="/media/images/mole.jpg"></video>'
    assert rewrite(page).count('"../../media/images/mole.jpg"') == 2


def test_data_for_scripts_is_relative_where_it_is_an_address_of_ours(rewrite: Rewrite) -> None:
    page = '<p data-next="/harbour/" data-embed="https://youtu.be/abcdefghijk" data-title="a/b"></p>'
    written = rewrite(page)
    assert 'data-next="../index.html"' in written
    assert 'data-embed="https://youtu.be/abcdefghijk" data-title="a/b"' in written


def test_the_policy_stands_in_the_page(rewrite: Rewrite) -> None:
    written = rewrite('<meta charset="utf-8"><title>x</title>')
    assert "script-src 'self' file:" in written
    assert "frame-ancestors" not in written
    assert "upgrade-insecure-requests" not in written
    assert written.index("Content-Security-Policy") < written.index("<title>")


def test_the_search_is_a_list_instead_and_other_forms_go(rewrite: Rewrite) -> None:
    search = '<form action="/search/" method="get"><input name="q"></form>'
    other = '<form method="post" action="/newsletters/"><input></form>'
    assert rewrite(f"{search}{other}<p>End</p>") == (
        '<p><a href="../../search/index.html">All headlines</a></p><p>End</p>'
    )


def test_a_module_that_stands_alone_runs_from_a_disk(rewrite: Rewrite) -> None:
    assert rewrite('<script type="module" src="/static/alone.js"></script>') == (
        '<script src="../../static/alone.js" defer></script>'
    )


def test_a_script_that_needs_the_server_stays_with_it(rewrite: Rewrite) -> None:
    page = '<p>A</p><script type="module" src="/static/live.js" data-needs-server></script><p>B</p>'
    assert rewrite(page) == "<p>A</p><p>B</p>"


def test_nothing_is_asked_for_that_only_a_server_can_allow(rewrite: Rewrite) -> None:
    page = (
        '<link rel="preload" as="font" href="/static/f.woff2" crossorigin>'
        '<link rel="stylesheet" href="/static/pages/paper.css" integrity="sha256-x" crossorigin>'
    )
    assert rewrite(page) == '<link rel="stylesheet" href="../../static/pages/paper.css">'


HEAD = (
    '<link rel="canonical" href="https://ledger.test/harbour/ferry/">'
    '<meta property="og:url" content="https://ledger.test/harbour/ferry/">'
    '<meta property="og:image" content="https://ledger.test/media/images/mole.jpg">'
    '<meta property="og:image:width" content="1200">'
    '<script type="application/ld+json">{"url": "https://ledger.test/harbour/ferry/", '
    '"image": ["https://ledger.test/media/images/mole.jpg"], "name": "\\u003cb\\u003e", '
    '"potentialAction": {"target": "https://ledger.test/search/?q={words}"}}</script>'
    '<p class="story__address">https://ledger.test/harbour/ferry/</p>'
)


def test_without_an_address_nothing_names_the_old_host(rewrite: Rewrite) -> None:
    assert rewrite(HEAD) == '<p class="story__address">/harbour/ferry/</p>'


def test_with_an_address_whole_addresses_are_the_mirrors(rewrite: Rewrite) -> None:
    written = rewrite(HEAD, MIRROR)
    data = json.loads(written.partition('ld+json">')[2].partition("</script>")[0])
    assert "ledger.test" not in written
    assert f'<link rel="canonical" href="{MIRROR}harbour/ferry/index.html">' in written
    assert f'<meta property="og:image" content="{MIRROR}media/images/mole.jpg">' in written
    assert data == {
        "url": f"{MIRROR}harbour/ferry/index.html",
        "image": [f"{MIRROR}media/images/mole.jpg"],
        "name": "<b>",
    }
    assert "\\u003cb" in written


def test_a_canonical_address_at_another_paper_stays(rewrite: Rewrite) -> None:
    page = '<link rel="canonical" href="https://other.test/story/">'
    assert rewrite(page) == page


FEED = (
    '<link>https://ledger.test/harbour/</link><enclosure url="https://ledger.test/media/images/mole.jpg"/>'
    '<c>&lt;a href="https://ledger.test/harbour/?page=2&amp;amp;x=1"&gt;x&lt;/a&gt; ledger.test.example'
    " https://ledger.test.example/ https://other.test/</c>"
)


def test_a_feed_without_an_address_is_relative(signs: Signs) -> None:
    assert xml(FEED, signs("/harbour/feed.xml")) == (
        '<link>index.html</link><enclosure url="../media/images/mole.jpg"/>'
        '<c>&lt;a href="page-2/index.html"&gt;x&lt;/a&gt; ledger.test.example'
        " https://ledger.test.example/ https://other.test/</c>"
    )


def test_a_feed_with_an_address_is_whole(signs: Signs) -> None:
    written = xml(FEED, signs("/harbour/feed.xml", MIRROR))
    assert f"<link>{MIRROR}harbour/index.html</link>" in written
    assert f'url="{MIRROR}media/images/mole.jpg"' in written
