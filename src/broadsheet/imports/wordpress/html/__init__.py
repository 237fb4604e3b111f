"""WordPress's post content → body blocks."""

from __future__ import annotations

from broadsheet.imports.wordpress.html.convert import Converted, convert
from broadsheet.imports.wordpress.html.setting import FoundPicture, PictureDesk, Setting

__all__ = ["Converted", "FoundPicture", "PictureDesk", "Setting", "convert"]
