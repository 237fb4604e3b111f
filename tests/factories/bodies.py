"""A body that holds every block."""

from __future__ import annotations

from typing import Any

from broadsheet.media.models import Picture
from broadsheet.news.models import Story

TABLE = {
    "data": [["Pier", "Tons"], ["North", "12"], [None, ""]],
    "cell": [],
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "table_header_choice": "row",
    "table_caption": "",
}


def every_block(
    picture: Picture,
    *,
    story: Story,
    words: str = "words",
    item: Any = None,
    series: Any = None,
    newsletter: Any = None,
) -> list[tuple[str, Any]]:
    """One block of each kind, `words` wherever an editor can write.

    Without an `item` of the wire, a `series` and a `newsletter`, the blocks that show these are there and show nothing.
    """
    line = {"item": item and item.pk, "wording": words}
    shown = {"picture": picture.pk, "alt": words, "caption": words}
    rich = f"<p>{words} <b>bold</b> <i>italic</i></p>"
    table = TABLE | {"data": [[words, words], *TABLE["data"]]}
    return [
        ("text", f"{rich}<ul><li>{words}</li></ul>"),
        ("heading", words),
        ("quote", {"text": rich, "speaker": words, "role": words}),
        ("pull_quote", {"text": words}),
        ("fact_box", {"title": words, "body": rich}),
        ("picture", shown),
        ("gallery", {"title": words, "pictures": [shown, shown]}),
        ("table", {"caption": words, "table": table}),
        ("embed", {"url": "https://youtu.be/abcdefghijk", "title": words, "provider": words}),
        ("divider", None),
        ("code", {"language": words, "code": words}),
        ("html", f"<p>{words}</p>"),
        ("related_story", {"story": story.pk}),
        ("key_developments", {"day": "2026-11-23", "lines": [line]}),
        ("latest_of_series", {"series": series and series.pk}),
        ("newsletter_sign_up", {"newsletter": newsletter and newsletter.pk}),
    ]
