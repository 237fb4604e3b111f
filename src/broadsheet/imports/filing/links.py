"""Links within the old blog stay within the paper."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from broadsheet.imports.filing.documents import Documents
from broadsheet.imports.wordpress.addresses import host_of, path_of
from broadsheet.imports.wordpress.index import Index


class Links:
    """Rewrites links: to a post or page of the export without the host, so that the redirects lead on."""

    def __init__(self, index: Index, documents: Documents) -> None:
        self._index = index
        self._documents = documents
        self._host = host_of(index.site)

    def rewrite(self, href: str) -> dict[str, str]:
        """The attributes that a link to `href` has in the paper."""
        if self._is_upload(href):
            document = self._documents.find(href)
            return {"linktype": "document", "id": str(document)} if document is not None else {"href": href}
        path = path_of(href)
        if host_of(href) != self._host or not path or not self._index.knows(path):
            return {"href": href}
        fragment = urlsplit(href).fragment
        return {"href": quote(path) + (f"#{fragment}" if fragment else "")}

    def _is_upload(self, href: str) -> bool:
        return (host_of(href) == self._host and "/uploads/" in href) or ".files.wordpress.com/" in href
