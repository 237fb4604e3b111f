"""Pictures: finds the file behind an address, and makes a picture of it the first time that it is needed."""

from __future__ import annotations

from pathlib import Path

from django.core.files import File
from django.db import transaction

from broadsheet.imports.filing.picture_file import why_unusable
from broadsheet.imports.ledger import Ledger, Written
from broadsheet.imports.media_folder import MediaFolder
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.report import Outcome
from broadsheet.imports.wordpress.addresses import file_key, file_name, host_of, path_of, same_path
from broadsheet.imports.wordpress.html import FoundPicture
from broadsheet.imports.wordpress.index import Index
from broadsheet.imports.wordpress.records import Attachment
from broadsheet.kit.excerpt import cut, one_line
from broadsheet.kit.html import plain
from broadsheet.media.models import Picture

KIND = ImportedObject.Kind.PICTURE


class Pictures:
    """The picture desk of one import. Says in the report which files are missing, and for which story."""

    def __init__(self, index: Index, ledger: Ledger, media: MediaFolder) -> None:
        self._index = index
        self._ledger = ledger
        self._media = media
        self._found: dict[str, FoundPicture | None] = {}
        self._pages = {same_path(path_of(one.link)) for one in index.attachments.values() if one.is_picture}
        self.used_by = ""

    def find(self, address: str, attachment: int = 0) -> FoundPicture | None:
        """Our picture for an address or an attachment id; None where the file is missing or no picture."""
        known = self._which(address, attachment)
        key = str(known.id) if known else file_key(address)
        if not key:
            return None
        if key not in self._found:
            self._found[key] = self._bring_in(key, address, known)
        if self._found[key] is None:
            self._ledger.report.miss(known.url if known else address, self.used_by)
        return self._found[key]

    def attachment(self, number: int) -> Attachment | None:
        """What the export says about an attachment."""
        return self._index.attachments.get(number)

    def uploaded_to(self, post: int) -> list[Attachment]:
        """The files uploaded to a post, in gallery order."""
        return self._index.children(post)

    def is_attachment_page(self, link: str) -> bool:
        """Whether a link led to the page that WordPress makes for a picture alone."""
        return "attachment_id=" in link or same_path(path_of(link)) in self._pages

    @property
    def unused(self) -> int:
        """How many pictures of the export no story asked for."""
        return sum(
            1 for one in self._index.attachments.values() if one.is_picture and str(one.id) not in self._found
        )

    def _which(self, address: str, number: int) -> Attachment | None:
        """The attachment of exactly this file, else the one that the markup names.

        The file goes first: an edited copy has a name of its own, and ids in pasted markup may be another
        blog's.
        """
        exact = self._index.files.get(file_key(address)) if address else None
        if exact is not None:
            return self._index.attachments[exact]
        named = self._index.attachments.get(number)
        is_ours = not address or (named is not None and host_of(address) == host_of(named.url))
        return named if is_ours else None

    def _bring_in(self, key: str, address: str, known: Attachment | None) -> FoundPicture | None:
        file = self._media.find(*self._names(address, known))
        if ours := self._ours(key):
            self._ledger.report.count(KIND.label, Outcome.UNCHANGED)
            return FoundPicture(ours.pk, ours.alt, ours.caption)
        title = known.title if known else file_name(address)
        if file is None:
            self._ledger.report.skip(KIND.label, "the file is not in the media folder")
            return None
        if reason := why_unusable(file):
            self._ledger.report.skip(KIND.label, reason)
            self._ledger.report.remark(KIND.label, key, title, f"{file.name}: {reason}")
            return None
        self._ledger.report.count(KIND.label, Outcome.CREATED)
        picture = _picture(title or file.name, known)
        if not picture.description:
            self._ledger.report.remark(KIND.label, key, title, f"{file.name} has no alt text")
        if not self._ledger.is_rehearsal:
            self._save(key, picture, file)
        return FoundPicture(picture.pk or 0, picture.alt, picture.caption)

    def _ours(self, key: str) -> Picture | None:
        number = self._ledger.id_of(KIND, key)
        return Picture.objects.filter(pk=number).first() if number else None

    def _names(self, address: str, known: Attachment | None) -> list[str]:
        names = [known.file, known.url] if known else []
        is_upload = "/uploads/" in address or ".files.wordpress.com" in address
        if known is None and (is_upload or host_of(address) == host_of(self._index.site)):
            names.append(address)
        return [name for name in names if name]

    def _save(self, key: str, picture: Picture, file: Path) -> None:
        with file.open("rb") as opened, transaction.atomic():
            picture.file = File(opened, name=file.name)
            picture.save()
            self._ledger.remember(KIND, key, {"file": file.name}, ours=picture, written=_as_it_is(picture))


def _picture(title: str, known: Attachment | None) -> Picture:
    return Picture(
        title=cut(plain(title), length=255) or "Untitled",
        description=cut(plain(known.alt), length=255) if known else "",
        caption=cut(one_line(plain(known.caption)), length=300) if known else "",
    )


def _as_it_is(picture: Picture) -> Written:
    return {"title": picture.title, "description": picture.description, "caption": picture.caption}
