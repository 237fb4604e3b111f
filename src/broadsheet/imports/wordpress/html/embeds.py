"""Addresses of things shown from elsewhere."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

PROVIDERS = {
    "bandcamp.com": "Bandcamp",
    "bsky.app": "Bluesky",
    "codepen.io": "CodePen",
    "dailymotion.com": "Dailymotion",
    "facebook.com": "Facebook",
    "flickr.com": "Flickr",
    "giphy.com": "Giphy",
    "instagram.com": "Instagram",
    "issuu.com": "Issuu",
    "mixcloud.com": "Mixcloud",
    "open.spotify.com": "Spotify",
    "pinterest.com": "Pinterest",
    "reddit.com": "Reddit",
    "scribd.com": "Scribd",
    "slideshare.net": "SlideShare",
    "soundcloud.com": "SoundCloud",
    "ted.com": "TED",
    "threads.net": "Threads",
    "tiktok.com": "TikTok",
    "tumblr.com": "Tumblr",
    "twitch.tv": "Twitch",
    "twitter.com": "X (Twitter)",
    "videopress.com": "VideoPress",
    "vimeo.com": "Vimeo",
    "wordpress.tv": "WordPress.tv",
    "x.com": "X (Twitter)",
    "youtu.be": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "youtube.com": "YouTube",
}
ADDRESS = re.compile(r"https?://[^\s<>\"\]]+")
YOUTUBE_EMBED = re.compile(r"^/(?:embed|v|shorts|live)/([\w-]{6,})")
VIMEO_PLAYER = re.compile(r"^/video/(\d+)")


def provider_of(address: str) -> str:
    """The name of a provider that people embed from, or empty where the host is none."""
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
    parts = host.split(".")
    candidates = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((PROVIDERS[name] for name in candidates if name in PROVIDERS), "")


def host_name(address: str) -> str:
    """Whose server it is, in as good words as we have."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    return provider_of(address) or host.removeprefix("www.")[:60]


def readable_address(source: str) -> str:
    """The address at which a reader would look at a frame's content; empty if it is not on the web."""
    source = source.strip()
    if source.startswith("//"):
        source = f"https:{source}"
    if not ADDRESS.fullmatch(source):
        return ""
    try:
        parts = urlsplit(source)
    except ValueError:
        return ""
    provider = provider_of(source)
    if provider == "YouTube":
        return _youtube(parts.path, parts.query) or source
    if provider == "Vimeo" and (match := VIMEO_PLAYER.match(parts.path)):
        return f"https://vimeo.com/{match[1]}"
    return source


def _youtube(path: str, query: str) -> str:
    match = YOUTUBE_EMBED.match(path)
    if match and match[1] != "videoseries":
        return f"https://www.youtube.com/watch?v={match[1]}"
    playlist = parse_qs(query).get("list")
    return f"https://www.youtube.com/playlist?list={playlist[0]}" if match and playlist else ""
