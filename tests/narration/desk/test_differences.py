from __future__ import annotations

import pytest

from broadsheet.narration.desk.script.differences import differences


@pytest.mark.parametrize(
    ("written", "said", "ours", "theirs"),
    [
        ("Nobody knew.", "Nobody knew.", [], []),
        ("It costs $9 now.", "It costs nine dollars now.", ["$9"], ["nine dollars"]),
        ("“Come,” she said.", "Come, she said.", [], []),
        ("Sept. 17", "September seventeenth", ["Sept. 17"], ["September seventeenth"]),
    ],
)
def test_only_what_is_said_otherwise_is_marked(
    written: str, said: str, ours: list[str], theirs: list[str]
) -> None:
    left, right = differences(written, said)
    assert "".join(words for words, _ in left) == written
    assert "".join(words for words, _ in right) == said
    assert [words for words, differs in left if differs] == ours
    assert [words for words, differs in right if differs] == theirs
