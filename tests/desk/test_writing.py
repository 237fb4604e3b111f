"""What the desk's editor makes of what is written and pasted into it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from broadsheet.news.models import Story
from broadsheet.pages.blocks.text import LISTS, WRITING
from tests.desk.forms import rich_text, story_form, write_story
from tests.factories import Paper, make_section

WORD = """<p class=MsoNormal style='margin:0cm'><b>Bold</b> and <i>italic</i>, <span style='color:red'>red</span>
<a href="https://port.test/" style="x">link</a><o:p></o:p></p><ul type=disc><li class=MsoNormal>one</li></ul>
<table><tr><td>cell</td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)>"""


def stored(user: User, block: tuple[str, Any]) -> Any:
    """The block's value after it went through the desk's form."""
    write_story(user, make_section(), story_form("Pasted", body=[block]), action="publish")
    return Story.objects.live().get(title="Pasted").body[0].value


def test_what_is_pasted_keeps_its_meaning_and_drops_its_styling(ben: User, paper: Paper) -> None:
    html = stored(ben, ("text", rich_text(WORD, features=[*WRITING, *LISTS]))).source
    for kept in ("<b>Bold</b>", "<i>italic</i>", 'href="https://port.test/"', "<li", "one", "cell"):
        assert kept in html
    for dropped in ("style", "class", "Mso", "span", "<table", "<script", "<img", "onerror"):
        assert dropped not in html


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_a_script_is_only_words(ben: User, paper: Paper, scheme: str) -> None:
    state = json.loads(
        ContentstateConverter(features=["link"]).from_database_format(
            '<p><a href="https://a.test/">x</a></p>'
        )
    )
    [entity] = state["entityMap"].values()
    entity["data"]["url"] = scheme
    html = stored(ben, ("text", json.dumps(state))).source
    assert "x" in html
    assert scheme not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "not an address", ""])
def test_an_embed_without_an_address_is_not_published(ben: User, paper: Paper, url: str) -> None:
    embed = {"url": url, "title": "Film", "provider": "Elsewhere"}
    write_story(ben, make_section(), story_form("Pasted", body=[("embed", embed)]), action="publish")
    assert not Story.objects.live().exists()


def test_imported_html_is_made_safe_when_it_is_saved(ben: User, paper: Paper) -> None:
    assert str(stored(ben, ("html", "<p onclick=x()>Tide</p><script>x()</script>"))) == "<p>Tide</p>"
    assert "script" not in json.dumps(Story.objects.get().body.get_prep_value())
