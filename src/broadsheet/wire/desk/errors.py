"""What a verb refuses, beside the field that it is about."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError


def show_errors(form: forms.Form, refused: ValidationError) -> None:
    """Put each complaint beside its field, and what is about no field over the form."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, complaints in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, complaints)
