"""The check of mails finds what a program cannot show."""

from __future__ import annotations

import json
from pathlib import Path

from tests.audit.caniemail import problems_in


def test_what_one_program_lacks_is_a_problem_unless_there_is_a_reason(tmp_path: Path) -> None:
    data = tmp_path / "caniemail.json"
    known = {"gmail": {"ios": {"2019": "n", "2024": "y"}}, "outlook": {"windows": {"2019": "y"}}}
    lacks = {"gmail": {"ios": {"2019": "y"}}, "outlook": {"windows": {"2007": "y", "2019": "n #1"}}}
    names = {
        "css-color": known,
        "css-position": lacks,
        "css-outline": lacks,
        "css-at-supports": lacks,
        "html-video": lacks,
    }
    features = [{"slug": slug, "title": slug, "stats": stats} for slug, stats in names.items()]
    data.write_text(json.dumps({"data": features}))
    mail = (
        "<style>@supports (x: y) { p { color: red } }</style>"
        '<p style="position: absolute; outline: none; mso-line-height-rule: exactly">x</p><video></video>'
    )
    found = problems_in({"edition": mail}, data=data)["edition"]
    assert [one.split(" ")[0] for one in found[:3]] == ["css-at-supports", "css-position", "html-video"]
    assert found[1] == "css-position (<p> position: absolute): not in outlook windows"
    assert "css-outline: no mail needs this exception any more" not in found
    assert "css-cursor: no mail needs this exception any more" in found
