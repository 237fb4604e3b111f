"""The shapes in which pictures are shown, and the renditions that each needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wagtail.images.models import Filter


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to show a picture: the Wagtail filters that cut it, one a width in pixels."""

    cuts: dict[int, str]
    fallback_width: int
    modern: tuple[str, ...] = ("avif", "webp")

    def spec(self, width: int, file_format: str) -> str:
        """The filter of the rendition `width` pixels wide in `file_format`."""
        return f"{self.cuts[width]}|format-{file_format}"

    @property
    def specs(self) -> list[str]:
        """Every filter that this shape shows: AVIF and WebP at each width, JPEG for what knows neither."""
        modern = [self.spec(width, kind) for kind in self.modern for width in self.cuts]
        return [*modern, self.spec(self.fallback_width, "jpeg")]


SHAPES = {
    # Wagtail's `fill` keeps the focal point in view.
    "3x2": Shape({w: f"fill-{w}x{w * 2 // 3}" for w in (320, 640, 960, 1440)}, 640),
    "natural": Shape({w: f"width-{w}" for w in (320, 640, 960, 1440)}, 640),
    "square": Shape({w: f"fill-{w}x{w}" for w in (96, 192, 384)}, 192),
    # What other sites show when a story is shared (Open Graph's 1.91:1), and what feeds carry: JPEG alone.
    "sharing": Shape({1200: "fill-1200x630"}, 1200, modern=()),
    # What mail shows, at twice the pixels of its place. Outlook knows neither AVIF nor WebP.
    "mail": Shape({1104: "fill-1104x736"}, 1104, modern=()),
    "mail-small": Shape({360: "fill-360x240"}, 360, modern=()),
    "mail-natural": Shape({1104: "width-1104"}, 1104, modern=()),
}

SHARING = SHAPES["sharing"].specs[0]


@cache
def filter_of(spec: str) -> Filter:
    """Wagtail's filter for `spec`; kept, since reading one takes longer than looking up its rendition."""
    return Filter(spec=spec)
