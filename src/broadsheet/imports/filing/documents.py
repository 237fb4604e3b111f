"""Uploaded papers (PDF, sheets …) → documents, when a story links to them and the media folder holds them."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import transaction
from wagtail.documents.models import Document

from broadsheet.imports.ledger import Ledger
from broadsheet.imports.media_folder import MediaFolder
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.report import Outcome
from broadsheet.imports.wordpress.addresses import file_key, file_name
from broadsheet.imports.wordpress.index import Index
from broadsheet.kit.excerpt import cut
from broadsheet.kit.html import plain

KIND = ImportedObject.Kind.DOCUMENT


class Documents:
    """Finds our document behind the address of an upload."""

    def __init__(self, index: Index, ledger: Ledger, media: MediaFolder) -> None:
        self._index = index
        self._ledger = ledger
        self._media = media
        self._found: dict[str, int | None] = {}

    def find(self, address: str) -> int | None:
        """Our id of an uploaded document; 0 in a rehearsal that would bring it in, None if not ours."""
        key = file_key(address)
        ending = file_name(address).rpartition(".")[2].lower()
        if ending not in settings.WAGTAILDOCS_EXTENSIONS:
            return None
        if key not in self._found:
            self._found[key] = self._bring_in(key, address)
        return self._found[key]

    def _bring_in(self, key: str, address: str) -> int | None:
        ours = self._ledger.id_of(KIND, key)
        if ours and Document.objects.filter(pk=ours).exists():
            self._ledger.report.count(KIND.label, Outcome.UNCHANGED)
            return ours
        attachment = self._index.attachments.get(self._index.files.get(key, 0))
        file = self._media.find(*filter(None, [attachment.file if attachment else "", address]))
        if file is None:
            self._ledger.report.skip(KIND.label, "the file is not in the media folder")
            self._ledger.report.miss(address, "a link")
            return None
        self._ledger.report.count(KIND.label, Outcome.CREATED)
        title = plain(attachment.title) if attachment else ""
        return 0 if self._ledger.is_rehearsal else self._save(key, title or file.name, file)

    def _save(self, key: str, title: str, file: Path) -> int:
        with file.open("rb") as opened, transaction.atomic():
            document = Document(title=cut(title, length=255), file=File(opened, name=file.name))
            document.save()
            self._ledger.remember(
                KIND, key, {"file": file.name}, ours=document, written={"title": document.title}
            )
        return int(document.pk)
