"""What is asked of a picture when it is uploaded."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureField(WagtailImageField):
    """A file that holds a whole picture."""

    def check_image_pixel_size(self, f: Any) -> None:
        """Refuse, in words, a file that begins as a picture and breaks off: looking at its size reads it whole."""
        try:
            super().check_image_pixel_size(f)
        except (OSError, SyntaxError) as error:
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from error


class PictureForm(BaseImageForm):
    """The desk's form for a picture."""

    file = PictureField()
