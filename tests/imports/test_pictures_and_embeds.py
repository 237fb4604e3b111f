"""Pictures, galleries, players and embeds within a post."""

from __future__ import annotations

import pytest

from tests.imports.conversion import UPLOADS, attachment, blocks, converted

BOAT = f'<img class="wp-image-50" src="{UPLOADS}/boat-300x200.jpg" alt="A boat">'
LOST = f'<img src="{UPLOADS}/lost.jpg" alt="The lost ledger">'


def test_a_picture_in_a_paragraph_comes_before_its_words() -> None:
    picture = {"picture": 7, "alt": "A boat", "caption": ""}
    assert blocks(f"{BOAT}The boat.") == [("picture", picture), ("text", "<p>The boat.</p>")]


def test_words_that_the_picture_carries_itself_are_not_repeated() -> None:
    content = (
        '<figure><img src="/boat.jpg" alt="Its own alt"><figcaption>Its own caption</figcaption></figure>'
    )
    assert blocks(content) == [("picture", {"picture": 7, "alt": "", "caption": ""})]


@pytest.mark.parametrize(
    "content",
    [
        f'[caption width="300"]{BOAT} At <em>berth</em>[/caption]',
        f'[caption width="300" caption="At berth"]{BOAT}[/caption]',
        f"<!-- wp:image --><figure>{BOAT}<figcaption>At berth</figcaption></figure><!-- /wp:image -->",
        f'<div class="wp-caption">{BOAT}<p class="wp-caption-text">At berth</p></div>',
    ],
)
def test_captions_old_and_new_go_with_their_picture(content: str) -> None:
    assert blocks(content) == [("picture", {"picture": 7, "alt": "A boat", "caption": "At berth"})]


def test_a_caption_with_a_link_stands_under_the_picture_with_it() -> None:
    content = f'<figure>{BOAT}<figcaption>By <a href="https://a.example">Ada</a></figcaption></figure>'
    assert blocks(content)[1] == ("text", '<p><i>By <a href="https://a.example">Ada</a></i></p>')


def test_a_long_caption_loses_no_word() -> None:
    long = "word " * 80 + "end"
    assert blocks(f"<figure>{BOAT}<figcaption>{long}</figcaption></figure>")[1] == (
        "text",
        f"<p><i>{long}</i></p>",
    )


def test_a_missing_picture_leaves_its_words_and_its_address() -> None:
    [(kind, value)] = blocks(f"<figure>{LOST}<figcaption>In 1901</figcaption></figure>")
    assert kind == "html"
    assert f'<a href="{UPLOADS}/lost.jpg">The lost ledger</a>' in value
    assert "<figcaption>In 1901</figcaption>" in value


def test_a_picture_that_links_elsewhere_keeps_the_link() -> None:
    assert blocks(f'<a href="https://a.example/">{BOAT}</a>')[1] == (
        "text",
        '<p><a href="https://a.example/">A boat</a></p>',
    )


@pytest.mark.parametrize("link", [f"{UPLOADS}/boat.jpg", "https://oldquay.example/?attachment_id=50"])
def test_a_picture_that_links_to_itself_does_not(link: str) -> None:
    assert [kind for kind, _ in blocks(f'<a href="{link}">{BOAT}</a>')] == ["picture"]


def test_an_emoji_picture_becomes_its_character() -> None:
    assert blocks('Ship <img class="emoji" src="https://s.w.org/x.png" alt="🚢"> ahoy') == [
        ("text", "<p>Ship 🚢 ahoy</p>")
    ]


def test_a_picture_in_a_list_follows_the_list() -> None:
    assert [kind for kind, _ in blocks(f"<ul><li>One {BOAT}</li></ul>")] == ["text", "picture"]


def test_the_picture_behind_a_cover_stands_before_its_words() -> None:
    content = (
        f'<div class="wp-block-cover" style="background-image:url({UPLOADS}/boat.jpg)"><p>Words.</p></div>'
    )
    assert [kind for kind, _ in blocks(content)] == ["picture", "text"]


def test_a_gallery_shortcode_shows_the_pictures_it_names() -> None:
    uploads = [attachment(50, "boat.jpg", caption="Our <b>boat</b>"), attachment(51, "quay.jpg")]
    [(kind, value)] = blocks('[gallery ids="51,50"]', *uploads)
    assert kind == "gallery"
    assert [item["value"]["caption"] for item in value["pictures"]] == ["", "Our boat"]


def test_a_gallery_shortcode_without_names_shows_what_was_uploaded_to_the_post() -> None:
    uploads = [attachment(50, "boat.jpg"), attachment(51, "quay.jpg"), attachment(52, "song.mp3")]
    [(_, value)] = blocks("[gallery]", *uploads)
    assert len(value["pictures"]) == 2


def test_a_gallery_tells_which_of_its_pictures_are_missing() -> None:
    kinds = blocks(
        f"<ul class='wp-block-gallery'><li><figure>{BOAT}</figure></li><li><figure>{LOST}</figure></li></ul>"
    )
    assert [kind for kind, _ in kinds] == ["picture", "html"]


def test_a_gallery_of_the_block_editor_keeps_each_caption() -> None:
    inner = f"<figure class='wp-block-image'>{BOAT}<figcaption>One</figcaption></figure>" * 2
    [(kind, value)] = blocks(f"<figure class='wp-block-gallery'>{inner}<figcaption>All</figcaption></figure>")
    assert kind == "gallery"
    assert value["title"] == "All"
    assert [item["value"]["caption"] for item in value["pictures"]] == ["One", "One"]


WATCH = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    ("content", "url", "provider"),
    [
        ("https://youtu.be/abcdefghijk", "https://youtu.be/abcdefghijk", "YouTube"),
        ("[embed]https://vimeo.com/1[/embed]", "https://vimeo.com/1", "Vimeo"),
        (f"[youtube={WATCH}&w=640]", f"{WATCH}&w=640", "YouTube"),
        ('<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0"></iframe>', WATCH, "YouTube"),
        ('<iframe src="https://player.vimeo.com/video/77"></iframe>', "https://vimeo.com/77", "Vimeo"),
        ('<iframe src="https://maps.example/x"></iframe>', "https://maps.example/x", "maps.example"),
        ('<object data="https://www.youtube.com/v/abcdefghijk"></object>', WATCH, "YouTube"),
        ('<!-- wp:embed {"url":"https://vimeo.com/2"} /-->', "https://vimeo.com/2", "Vimeo"),
    ],
)
def test_what_is_shown_from_elsewhere_becomes_an_embed(content: str, url: str, provider: str) -> None:
    assert blocks(content) == [("embed", {"url": url, "title": provider, "provider": provider})]


def test_an_embeds_caption_is_its_title() -> None:
    wrapper = '<div class="wp-block-embed__wrapper">\nhttps://vimeo.com/1\n</div>'
    [(_, value)] = blocks(
        f'<figure class="wp-block-embed">{wrapper}<figcaption>Low water</figcaption></figure>'
    )
    assert value["title"] == "Low water"


def test_an_address_alone_on_its_line_that_nobody_embeds_stays_text() -> None:
    assert blocks("See\n\nhttps://a.example/page") == [("text", "<p>See</p><p>https://a.example/page</p>")]


@pytest.mark.parametrize(
    "content",
    [
        f'[audio src="{UPLOADS}/song.mp3"]',
        f"[audio {UPLOADS}/song.mp3]",
        f'[audio mp3="{UPLOADS}/song.mp3"][/audio]',
        f'<figure class="wp-block-audio"><audio controls src="{UPLOADS}/song.mp3"></audio></figure>',
    ],
)
def test_a_recording_becomes_a_link(content: str) -> None:
    assert blocks(content) == [("text", f'<p><a href="{UPLOADS}/song.mp3">song.mp3</a></p>')]


def test_two_buttons_that_touch_do_not_run_together() -> None:
    [(_, value)] = blocks('<div><a href="/a">Paper</a><a href="/b">Download</a></div>')
    assert "</a> <a" in value


def test_a_frame_that_leads_nowhere_is_named_to_the_operator() -> None:
    assert converted('<iframe src="about:blank"></iframe>').notes == [
        "left out a frame whose address leads nowhere on the web"
    ]
