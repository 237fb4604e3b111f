"""Each rule of the validator can fail, and a feed that is right breaks none."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.narration.podcast.validator import EVERY, broken_rules

SITE = "https://ledger.test"
FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
  <title>The Harbour Ledger</title>
  <link>{SITE}/</link>
  <description>Stories, read aloud.</description>
  <atom:link href="{SITE}/podcast.xml" rel="self"/>
  <language>en-gb</language>
  <lastBuildDate>Sun, 29 Nov 2026 20:03:49 +0000</lastBuildDate>
  <ttl>15</ttl>
  <itunes:author>The Harbour Ledger</itunes:author>
  <itunes:type>episodic</itunes:type>
  <itunes:explicit>false</itunes:explicit>
  <itunes:image href="{SITE}/cover.png"/>
  <itunes:category text="News"><itunes:category text="Daily News"/></itunes:category>
  <itunes:owner><itunes:name>The Ledger</itunes:name><itunes:email>desk@ledger.test</itunes:email></itunes:owner>
  <podcast:locked owner="desk@ledger.test">yes</podcast:locked>
  <podcast:guid>b1f3cfe1-4bf6-5c76-a51f-3104d65cc9be</podcast:guid>
  <podcast:medium>podcast</podcast:medium>
  <item>
    <title>Ferry returns</title>
    <link>{SITE}/harbour/ferry/</link>
    <description>It is back.</description>
    <pubDate>Sun, 29 Nov 2026 20:03:49 +0000</pubDate>
    <guid isPermaLink="false">urn:uuid:1</guid>
    <enclosure url="{SITE}/ferry.m4a" length="12" type="audio/x-m4a"/>
    <content:encoded>It is back.</content:encoded>
    <itunes:duration>185</itunes:duration>
    <itunes:episodeType>full</itunes:episodeType>
    <itunes:explicit>false</itunes:explicit>
    <podcast:person role="author" group="writing" href="{SITE}/author/ada/">Ada Quill</podcast:person>
    <podcast:transcript url="{SITE}/ferry.vtt" type="text/vtt" language="en"/>
    <podcast:alternateEnclosure type="audio/ogg" length="12" lang="en"><podcast:source uri="{SITE}/ferry.opus"/>
    </podcast:alternateEnclosure>
  </item>
  <item>
    <title>Fog closes the port</title>
    <link>{SITE}/harbour/fog/</link>
    <description>Nothing moves.</description>
    <pubDate>Sun, 29 Nov 2026 19:03:49 +0000</pubDate>
    <guid isPermaLink="false">urn:uuid:2</guid>
    <enclosure url="{SITE}/fog.m4a" length="12" type="audio/x-m4a"/>
    <content:encoded>Nothing moves.</content:encoded>
    <itunes:duration>3:05</itunes:duration>
    <itunes:episodeType>full</itunes:episodeType>
    <itunes:explicit>false</itunes:explicit>
  </item>
</channel>
</rss>
"""

# What is written instead of what, and the one rule that it breaks.
BROKEN = [
    ("it_is_one_channel_of_version_2_0", 'version="2.0"', 'version="0.92"'),
    ("the_channel_has_one_title", "<title>The Harbour Ledger</title>", ""),
    ("the_channel_has_one_link", f"<link>{SITE}/</link>", "<link>/</link>"),
    ("the_channel_has_one_description", "Stories, read aloud.", ""),
    ("the_language_is_a_code", ">en-gb<", ">English<"),
    ("dates_are_as_in_mail", "Sun, 29 Nov 2026 19:03:49 +0000", "2026-11-29T19:03:49Z"),
    ("the_time_to_live_is_in_minutes", ">15<", ">a quarter<"),
    ("the_feed_says_where_it_stands", 'rel="self"', 'rel="next"'),
    ("an_item_has_each_element_once", "<content:encoded>Nothing moves.</content:encoded>", ""),
    ("an_item_links_to_a_page", f"{SITE}/harbour/fog/", "harbour/fog/"),
    ("no_two_items_have_the_same_id", "urn:uuid:2", "urn:uuid:1"),
    ("an_id_that_is_no_address_says_so", '<guid isPermaLink="false">urn:uuid:2', "<guid>urn:uuid:2"),
    ("an_enclosure_has_an_address_a_length_and_a_type", 'fog.m4a" length="12"', 'fog.m4a" length="0"'),
    ("the_show_has_a_cover", f'<itunes:image href="{SITE}/cover.png"/>', ""),
    ("the_category_is_one_of_apples", '"Daily News"', '"Local News"'),
    ("show_and_episodes_say_whether_they_are_explicit", "<itunes:explicit>false", "<itunes:explicit>clean"),
    ("the_show_says_who_makes_it", "<itunes:author>The Harbour Ledger", "<itunes:author>"),
    ("the_order_of_episodes_is_told", ">episodic<", ">daily<"),
    ("an_owner_can_be_reached", "<itunes:email>desk@ledger.test", "<itunes:email>the desk"),
    ("descriptions_are_not_too_long", "<description>Nothing moves.", f"<description>{'é' * 2_001}"),
    ("titles_have_no_space_around_them", "<title>Fog closes the port", "<title> Fog closes the port"),
    ("an_episode_lasts_some_seconds", ">185<", ">185.5<"),
    ("an_episode_lasts_some_seconds", ">185<", ">0<"),
    ("an_episode_is_whole_a_trailer_or_a_bonus", ">full<", ">part<"),
    ("an_enclosure_is_what_its_name_ends_in", 'type="audio/x-m4a"', 'type="audio/mp4"'),
    ("no_two_episodes_have_the_same_enclosure", "fog.m4a", "ferry.m4a"),
    ("the_show_has_a_guid", "b1f3cfe1-4bf6-5c76", "b1f3cfe1-4bf6-4c76"),
    ("a_lock_is_open_or_shut", ">yes<", ">true<"),
    ("the_owner_of_a_lock_has_an_address", 'owner="desk@ledger.test"', 'owner="the desk"'),
    ("the_medium_is_known", ">podcast<", ">newspaper<"),
    ("a_transcript_has_an_address_and_a_type", 'type="text/vtt"', 'type="text/webvtt"'),
    ("a_language_is_a_code", 'language="en"', 'language="English language"'),
    ("a_person_has_a_name_that_is_not_too_long", "Ada Quill", "Ada" * 50),
    ("a_person_is_found_at_an_address", f'href="{SITE}/author/ada/"', 'href="/author/ada/"'),
    ("an_alternate_enclosure_has_a_source", f'<podcast:source uri="{SITE}/ferry.opus"/>', ""),
    ("an_alternate_enclosure_says_its_type_and_length", 'type="audio/ogg"', 'type="audio/ogg; codecs=opus"'),
]  # fmt: skip


def cover(side: int, mode: str = "RGB", kind: str = "PNG") -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new(mode, (side, side)).save(file, kind)
    return file.getvalue()


FILES = {
    f"{SITE}/cover.png": cover(1_400),
    f"{SITE}/ferry.m4a": b"\0\0\0\x1cftypM4A ",
    f"{SITE}/fog.m4a": b"\0\0\0\x1cftypM4A ",
    f"{SITE}/ferry.opus": b"OggSOpusHead",
    f"{SITE}/ferry.vtt": b"WEBVTT\n",
}
# The file that is another, what it holds instead, and the rule.
WRONG_FILES = [
    ("the_cover_is_a_square_of_1400_to_3000_pixels", "cover.png", cover(1_399)),
    ("the_cover_is_a_square_of_1400_to_3000_pixels", "cover.png", cover(1_400, "L")),
    ("the_cover_is_a_square_of_1400_to_3000_pixels", "cover.png", cover(1_400, kind="GIF")),
    ("the_cover_is_a_square_of_1400_to_3000_pixels", "cover.png", b"<svg/>"),
    ("an_enclosure_is_as_long_as_it_says", "ferry.m4a", b"\0\0\0\x1cftypM4A B"),
    ("an_alternate_enclosure_is_as_long_as_it_says", "ferry.opus", b"OggSOpusHead\x01"),
    ("an_enclosure_holds_an_m4a", "ferry.m4a", b"ID3\x03\0\0\0\0\0\0\0\0"),
    ("an_alternate_enclosure_holds_opus", "ferry.opus", b"OggS\x01vorbis "),
    ("a_transcript_is_a_webvtt", "ferry.vtt", b"1\n00:00:01,000"),
]


def test_a_feed_that_is_right_breaks_no_rule() -> None:
    assert broken_rules(FEED.encode(), FILES.__getitem__) == set()


@pytest.mark.parametrize(("rule", "right", "wrong"), BROKEN)
def test_a_feed_that_is_wrong_breaks_the_rule(rule: str, right: str, wrong: str) -> None:
    assert right in FEED
    assert broken_rules(FEED.replace(right, wrong).encode()) == {rule}


@pytest.mark.parametrize(("rule", "name", "content"), WRONG_FILES)
def test_a_file_that_is_wrong_breaks_the_rule(rule: str, name: str, content: bytes) -> None:
    files = FILES | {f"{SITE}/{name}": content}
    assert broken_rules(FEED.encode(), files.__getitem__) == {rule}


def test_every_rule_is_seen_to_fail() -> None:
    assert {rule for rule, *_ in [*BROKEN, *WRONG_FILES]} == EVERY
