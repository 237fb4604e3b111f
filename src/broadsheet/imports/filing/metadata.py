"""What a post says to search engines, and its language."""

from __future__ import annotations

from django.conf import settings

from broadsheet.imports.filing.run import Run
from broadsheet.imports.wordpress.addresses import host_of
from broadsheet.imports.wordpress.records import Post
from broadsheet.kit.excerpt import cut, one_line


def of_story(run: Run, post: Post) -> dict[str, str]:
    """SEO title and description, canonical address, language."""
    canonical = post.meta.get("_yoast_wpseo_canonical", "")
    is_foreign = canonical.startswith(("http://", "https://")) and host_of(canonical) != host_of(
        run.index.site
    )
    return {
        **of_page(post),
        "canonical_url": canonical if is_foreign and len(canonical) <= 200 else "",
        "language": _language(run),
    }


def of_page(post: Post) -> dict[str, str]:
    """SEO title and description; the plugin's own patterns (`%%title%%`) say nothing here."""
    title = one_line(post.meta.get("_yoast_wpseo_title", ""))
    description = one_line(post.meta.get("_yoast_wpseo_metadesc", ""))
    return {
        "seo_title": "" if "%%" in title else cut(title, length=255),
        "search_description": "" if "%%" in description else description,
    }


def _language(run: Run) -> str:
    """The blog's language where it is not the paper's."""
    code = run.index.headings.get("language", "").lower().partition("-")[0][:12]
    return "" if code == settings.LANGUAGE_CODE.lower().partition("-")[0] or not code.isalpha() else code
