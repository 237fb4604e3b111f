"""Whether an edition may go out."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from broadsheet.newsletters.checks import check_edition
from broadsheet.newsletters.models import Edition


def refuse_unfit(edition: Edition) -> None:
    """Raise `ValidationError` with everything that keeps the edition from being sent; warnings do not."""
    reasons = [found.words for found in check_edition(edition) if found.level == "stop"]
    if reasons:
        raise ValidationError(reasons)
