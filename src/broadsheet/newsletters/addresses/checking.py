"""An address as a reader has typed it: read, or refused in words."""

from __future__ import annotations

import unicodedata

from django.conf import settings
from email_validator import EmailNotValidError, validate_email

from broadsheet.newsletters.addresses.throwaway import is_throwaway
from broadsheet.newsletters.addresses.typos import did_you_mean
from broadsheet.newsletters.wording import MISSING, WRONG

LONGEST = 254  # characters, RFC 5321, 4.5.3.1.3 with its errata

THROWAWAY = "This address is made to be thrown away. Please enter one at which you read your mail."


class AddressError(ValueError):
    """What was typed is no address that we write to; says so in one line.

    `suggestion` is what may have been meant; the reader can insist on what they typed.
    """

    def __init__(self, words: str, *, suggestion: str = "") -> None:
        super().__init__(words)
        self.words, self.suggestion = words, suggestion


def read_address(typed: str, *, insists: bool = False) -> str:
    """The address in its composed form (NFC), its domain in small letters.

    Raises `AddressError`. With `insists`, what looks like a slip of the pen is believed. No name server is asked: a
    reader's address is shown to nobody, and a domain may be away for a minute.
    """
    text = unicodedata.normalize("NFC", typed).strip()
    if not text:
        raise AddressError(MISSING)
    if len(text) > LONGEST:
        raise AddressError(WRONG)
    try:
        # The addresses of tests and of the demo end in `.test` and `.example`, where nobody reads mail.
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise AddressError(WRONG) from error
    if settings.REFUSE_DISPOSABLE and is_throwaway(found.ascii_domain or found.domain):
        raise AddressError(THROWAWAY)
    meant = "" if insists else did_you_mean(found.domain)
    if meant:
        suggestion = f"{found.local_part}@{meant}"
        raise AddressError(f"Did you mean {suggestion}?", suggestion=suggestion)
    return found.normalized
