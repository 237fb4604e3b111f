"""Captions say what is heard when, and can be read back."""

from __future__ import annotations

import pytest

from broadsheet.narration.audio.captions import CaptionError, Cue, captions, read_captions

NASTY = "Marks & Sons: 5 < 6 --> “so”\nand\n\nmore"


def test_each_sentence_is_a_cue_with_its_number() -> None:
    assert captions([Cue(0, 2.5, "The mole is cracked."), Cue(2.9004, 3661.25, "It may go.")]) == (
        "WEBVTT\n\n"
        "1\n00:00:00.000 --> 00:00:02.500\nThe mole is cracked.\n\n"
        "2\n00:00:02.900 --> 01:01:01.250\nIt may go.\n"
    )


def test_no_words_can_break_out_of_their_cue() -> None:
    text = captions([Cue(0, 1, NASTY)])
    assert text.endswith("\nMarks &amp; Sons: 5 &lt; 6 --&gt; “so” and more\n")
    assert read_captions(text) == [Cue(0, 1, " ".join(NASTY.split()))]


def test_no_cue_comes_before_the_one_above_it_or_ends_before_it_starts() -> None:
    read = read_captions(captions([Cue(5, 6, "One."), Cue(4, 3, "Two.")]))
    assert [(cue.start, cue.end) for cue in read] == [(5, 6), (5, 5.001)]


def test_a_paper_without_cues_is_still_a_file() -> None:
    assert captions([]) == "WEBVTT\n"


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT - by hand\n\nNOTE no\ncue\n\n00:01.000 --> 00:02.000 align:start\n<v Ada>The <i>mole</i>\nmay go.",
        "\ufeffWEBVTT\r\n\r\nfirst\r\n00:00:01.000 --> 00:00:02.000\r\nThe mole may go.\r\n",
        "1\n00:00:01,000 --> 00:00:02,000\nThe mole may go.\n",
    ],
)
def test_captions_from_elsewhere_are_read(text: str) -> None:
    assert read_captions(text) == [Cue(1, 2, "The mole may go.")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no captions"),
        ("WEBVTT\n", "no captions"),
        ("WEBVTT\n\n00:01.000 --> 00:02\nHello", "Line 3 of the captions: there is no time as in"),
        ("WEBVTT\n\n1\n2\n3", "Line 4 of the captions"),
        ("Dear editor,\n\nhere you are.", "Line 2 of the captions|Line 1 of the captions"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHello", "Line 3 of the captions: a cue ends before"),
        (
            "WEBVTT\n\n00:02.000 --> 00:03.000\nOne\n\n00:01.000 --> 00:03.000\nTwo",
            "Line 6 of the captions: a cue starts before",
        ),
        ("WEBVTT\n\n99", "Line 4 of the captions"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(CaptionError, match=message) as told:
        read_captions(text)
    assert "\n" not in str(told.value)
