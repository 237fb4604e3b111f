"""What a verb refuses, beside the field that it is about."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError


def show_errors(form: forms.Form, refused: ValidationError) -> None:
    """Put each complaint beside its field, and what is about no field over the form."""
    for name, complaints in getattr(refused, "error_dict", {None: refused.messages}).items():
        form.add_error(name if name in form.fields else None, complaints)
