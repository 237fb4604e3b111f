"""Turns a demo edition's Markdown into an edition's blocks."""

from __future__ import annotations

from collections.abc import Mapping

from broadsheet.demo.reading.markup import Attributes, Block, Blocks


class EditionBlocks(Blocks):
    """Reads what a story's body has, and besides what only an edition knows."""

    def __init__(
        self, *, stories: Mapping[str, int], series: Mapping[str, int], sections: Mapping[str, int]
    ) -> None:
        super().__init__(pictures={}, stories=stories, series=series)
        self._kinds |= {
            "story": lambda given, text: self._card(given, {"story": stories[given["story"]]}),
            "newest": lambda given, text: self._card(given, {"section": sections[given["section"]]}),
            "picks": lambda given, text: self._card(given, {}),
            "round_up": lambda given, text: self._card(given, {"series": series[given["series"]]}),
            "developments": lambda given, text: {"heading": "", **given, "count": int(given["count"])},
            "button": lambda given, text: given,
        }

    @staticmethod
    def _card(given: Attributes, found: dict[str, int]) -> Block:
        counted = {"count": int(given["count"])} if "count" in given else {}
        return {
            "words": "",
            "heading": "",
            **given,
            **found,
            **counted,
            "pictures": given.get("pictures") != "no",
        }
