"""What a page tells CDNs that it shows."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from broadsheet.edge.press.dressing import dress
from broadsheet.edge.press.rendering import Printed
from broadsheet.edge.purging.keys import key
from broadsheet.edge.recording import Record

DAY, MINUTE, SOON = "max-age=86400", "max-age=60", "max-age=30"


@pytest.mark.parametrize(
    ("record", "lifetime"),
    [
        (Record(things={"page:1"}), DAY),
        (Record(things={"page:1"}, until=9e9), MINUTE),
        (Record(things={"page:1"}, loose={"wire"}), SOON),
        (Record(things={"wire"}, loose={"wire"}), DAY),
    ],
    ids=["changes", "ends", "may be old", "may not be old"],
)
def test_a_cdn_asks_again_soon_for_what_grows_old_unsaid(
    record: Record, lifetime: str, settings: LazySettings
) -> None:
    settings.CDN = ["memory://"]
    headers = dict(dress(Printed(200, (), b"Ferry", record)).headers)
    assert headers["surrogate-control"].startswith(lifetime)


def test_a_cdn_is_told_what_it_may_show_loosely_by_a_name_of_its_own(settings: LazySettings) -> None:
    settings.CDN = ["memory://"]
    record = Record(things={"page:1"}, loose={"wire"})
    keys = dict(dress(Printed(200, (), b"Ferry", record)).headers)["surrogate-key"].split()
    assert {key("page:1"), key("loosely:wire")} <= set(keys)
    assert key("wire") not in keys
