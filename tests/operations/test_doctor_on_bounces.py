"""The doctor says whether the paper hears of mail that comes back."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from broadsheet.operations.doctor.bounces import bounces
from broadsheet.operations.doctor.finding import Level

SMTP, POSTMARK, FOLDER = "smtp://mail.example", "postmark://token", "filemail:///srv/mail"


@pytest.mark.parametrize(
    ("mail", "address", "mailbox", "secret", "expected", "words"),
    [
        (FOLDER, "", "", "", [], ""),
        (SMTP, "", "", "", [Level.DOUBT], "nobody counts them"),
        (SMTP, "bounces@paper.example", "", "", [Level.NOTE], "broadsheet bounces FILE"),
        (SMTP, "bounces", "", "", [Level.BAD], "cannot be an address"),
        (SMTP, f"{'b' * 28}@paper.example", "", "", [Level.BAD], "cannot be an address"),
        (SMTP, "bounces@paper.example", "imap://b:x@127.0.0.1:1", "", [Level.BAD], "Connection refused"),
        (POSTMARK, "", "", "", [Level.DOUBT], "Postmark cannot tell"),
        (POSTMARK, "", "", "words", [Level.BAD], "cannot prove itself"),
        (POSTMARK, "", "", "a:words", [Level.GOOD], "http://127.0.0.1:8000/mail/events/postmark/"),
        ("resend://key", "", "", "whsec_abc", [Level.GOOD], "Resend tells"),
    ],
)
def test_who_tells_of_bounces(
    mail: str,
    address: str,
    mailbox: str,
    secret: str,
    expected: list[Level],
    words: str,
    settings: LazySettings,
) -> None:
    settings.MAIL_URL, settings.BOUNCE_ADDRESS = mail, address
    settings.BOUNCE_MAILBOX, settings.MAIL_EVENTS_SECRET = mailbox, secret
    found = list(bounces())
    assert [finding.level for finding in found] == expected
    assert all(words in finding.words for finding in found)
    assert all(bool(finding.remedy) is (finding.level in (Level.DOUBT, Level.BAD)) for finding in found)
