"""Paragraphs, lists, headings, quotes, code and tables become the blocks that they are."""

from __future__ import annotations

import pytest

from tests.imports.conversion import blocks, converted


def test_a_blank_line_starts_a_paragraph_and_a_line_end_breaks_the_line() -> None:
    assert blocks("One.\n\nTwo,\nand three.") == [("text", "<p>One.</p><p>Two,<br/>and three.</p>")]


def test_bold_words_over_two_paragraphs_stay_bold_in_both() -> None:
    assert blocks("<strong>One.\n\nTwo.</strong>") == [("text", "<p><b>One.</b></p><p><b>Two.</b></p>")]


def test_the_block_editors_line_ends_mean_nothing() -> None:
    content = "<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->"
    assert blocks(content) == [("text", "<p>One two.</p>")]


def test_classic_text_between_blocks_keeps_its_paragraphs() -> None:
    content = "Before.\n\nStill before.\n<!-- wp:paragraph --><p>Block.</p><!-- /wp:paragraph -->\nAfter."
    assert blocks(content) == [("text", "<p>Before.</p><p>Still before.</p><p>Block.</p><p>After.</p>")]


@pytest.mark.parametrize(
    "mark", ["<!--more-->", "<!--more Read on-->", "<!--nextpage-->", "<!-- wp:more /-->"]
)
def test_marks_that_cut_a_post_leave_no_trace(mark: str) -> None:
    assert blocks(f"One.{mark}Two.") == [("text", "<p>One.</p><p>Two.</p>")]


def test_styling_goes_and_meaning_stays() -> None:
    content = '<p style="color:red"><span>Red</span> <em>and</em> <a href="/a" target="_blank">linked</a></p>'
    assert blocks(content) == [("text", '<p>Red <i>and</i> <a href="/a">linked</a></p>')]


def test_marks_that_a_text_block_cannot_say_stay_as_safe_html() -> None:
    assert blocks("H<sub>2</sub>O, <del>once</del>") == [("html", "<p>H<sub>2</sub>O, <del>once</del></p>")]


def test_short_quotations_get_their_marks() -> None:
    assert blocks("He said <q>no</q>.") == [("text", "<p>He said “no”.</p>")]


def test_headings_of_every_level_become_sub_headings() -> None:
    assert blocks("<h1>One</h1><h4>Four <em>deep</em></h4>") == [("heading", "One"), ("heading", "Four deep")]


def test_a_heading_that_is_a_link_keeps_it() -> None:
    assert blocks('<h3><a href="https://a.example">There</a></h3>') == [
        ("html", '<h3><a href="https://a.example">There</a></h3>')
    ]


def test_nested_lists_stay_nested() -> None:
    content = "<ul>\n<li>A\n<ol><li>1</li><li>2</li></ol>\n</li>\n<li><p>B</p><p>C</p></li></ul>"
    expected = "<ul><li>A<ol><li>1</li><li>2</li></ol></li><li>B<br/>C</li></ul>"
    assert blocks(content) == [("text", expected)]


def test_a_list_that_starts_elsewhere_keeps_its_numbers() -> None:
    assert blocks('<ol start="8"><li>Eight</li></ol>') == [("html", '<ol start="8"><li>Eight</li></ol>')]


def test_a_quote_has_its_speaker() -> None:
    content = "<blockquote><p>We saw nothing.</p><cite>— Nils Berg, skipper</cite></blockquote>"
    value = {"text": "<p>We saw nothing.</p>", "speaker": "Nils Berg, skipper", "role": ""}
    assert blocks(content) == [("quote", value)]


def test_a_title_cited_within_a_quote_is_no_speaker() -> None:
    [(_, value)] = blocks("<blockquote>I read <cite>The Tides</cite> twice.</blockquote>")
    assert value == {"text": "<p>I read <i>The Tides</i> twice.</p>", "speaker": "", "role": ""}


def test_a_quote_with_a_list_in_it_stays_html() -> None:
    [(kind, value)] = blocks("<blockquote>Three:<ul><li>one</li></ul></blockquote>")
    assert kind == "html"
    assert "<li>one</li>" in value


def test_a_pull_quote_names_its_source_under_it() -> None:
    quote = "<blockquote><p>It returns.</p><cite>A pilot</cite></blockquote>"
    assert blocks(f'<figure class="wp-block-pullquote">{quote}</figure>') == [
        ("pull_quote", {"text": "It returns.\n— A pilot"})
    ]


def test_a_quoted_post_keeps_its_words_and_its_address() -> None:
    words = 'Fog!<a href="https://twitter.com/a/status/1">4 March</a>'
    kinds = blocks(f'<blockquote class="twitter-tweet">{words}</blockquote>')
    assert [kind for kind, _ in kinds] == ["quote", "embed"]
    assert kinds[1][1]["url"] == "https://twitter.com/a/status/1"


def test_code_keeps_its_spaces_and_its_language() -> None:
    content = '<pre><code class="language-python">if fog:\n    wait()\n\n\nreturn</code></pre>'
    assert blocks(content) == [("code", {"language": "python", "code": "if fog:\n    wait()\n\n\nreturn"})]


def test_a_poem_keeps_its_lines() -> None:
    assert blocks('<pre class="wp-block-verse">One\nTwo</pre>') == [("text", "<p>One<br/>Two</p>")]


def test_a_plain_table_becomes_a_table() -> None:
    content = "<table><tr><th>Day</th><th>Delay</th></tr><tr><td><b>Monday</b></td><td>40</td></tr></table>"
    [(kind, value)] = blocks(content)
    assert kind == "table"
    assert value["table"]["data"] == [["Day", "Delay"], ["Monday", "40"]]
    assert value["table"]["first_row_is_table_header"] is True


def test_a_table_with_links_or_joined_cells_stays_html() -> None:
    for cell in ('<td><a href="/a">x</a></td>', '<td colspan="2">x</td>'):
        [(kind, _)] = blocks(f"<table><tr>{cell}</tr><tr><td>y</td></tr></table>")
        assert kind == "html"


def test_a_tables_caption_goes_with_it() -> None:
    table = "<table><tr><td>1</td></tr></table>"
    [(_, value)] = blocks(f"<figure>{table}<figcaption>Tides</figcaption></figure>")
    assert value["caption"] == "Tides"


def test_a_rule_divides_only_what_stands_on_both_sides() -> None:
    assert [kind for kind, _ in blocks("<hr />One.<hr /><hr />Two.")] == ["text", "divider", "text"]


def test_definition_lists_and_details_stay_html() -> None:
    assert blocks("<dl><dt>Fog</dt><dd>Wet air</dd></dl>") == [
        ("html", "<dl><dt>Fog</dt><dd>Wet air</dd></dl>")
    ]


def test_a_reusable_block_is_set_where_it_was_called() -> None:
    found = converted('<!-- wp:block {"ref":70} /-->', reusable={70: "Printed again."})
    assert found.blocks == [{"type": "text", "value": "<p>Printed again.</p>"}]


def test_a_reusable_block_that_calls_itself_ends() -> None:
    loop = '<!-- wp:block {"ref":70} /-->Again.'
    assert len(converted(loop, reusable={70: loop}).blocks) == 1


def test_blocks_that_wordpress_fills_itself_are_named_to_the_operator() -> None:
    assert converted("<!-- wp:latest-posts /-->").notes == [
        "left out the block “latest-posts”, which WordPress fills itself"
    ]


def test_a_plugins_shortcode_stands_as_written_and_is_named() -> None:
    found = converted('Join: [contact-form-7 id="1"] [sic]')
    assert found.blocks == [{"type": "text", "value": '<p>Join: [contact-form-7 id="1"] [sic]</p>'}]
    assert found.notes == ["the shortcode [contact-form-7] of a plugin stands as it was written"]


def test_a_shortcode_in_double_brackets_is_meant_to_be_read() -> None:
    assert blocks("Write [[gallery]] here.") == [("text", "<p>Write [gallery] here.</p>")]
