"""Mail that is kept in a folder, looked at from the desk."""

from __future__ import annotations

import os
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.test import Client

from broadsheet.delivery.desk.outbox import mail
from broadsheet.delivery.desk.outbox.box import Box
from broadsheet.delivery.desk.outbox.links import linked
from broadsheet.delivery.desk.outbox.mail import read_mail
from tests.factories import sign_in

OUTBOX = "/desk/outbox/"
CONFIRM = "https://paper.example/newsletters/confirm/abc/"


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.MAIL_URL = f"filemail://{tmp_path}"
    return tmp_path


@pytest.fixture
def publisher(paula: User) -> Client:
    """Paula's browser."""
    return sign_in(paula)


def keep(folder: Path, number: int, *, to: str = "cleo@host.example", data: bytes | None = None) -> str:
    message = EmailMessage()
    message["To"], message["Subject"] = to, "Please confirm <b>now</b>"
    message["List-Unsubscribe"] = "<https://paper.example/newsletters/leave/abc/>"
    message.set_content(f"Dear reader,\n\nconfirm here: {CONFIRM}.\n")
    message.add_alternative(f'<a href="{CONFIRM}">Confirm</a><script>alert(1)</script>', subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="map.pdf")
    name = f"20260301T120000.{number:06}-{number:010}.eml"
    (folder / name).write_bytes(message.as_bytes() if data is None else data)
    return name


def test_the_newest_mail_comes_first_and_can_be_found_by_its_address(folder: Path, publisher: Client):
    for number in range(60):
        keep(folder, number, to=f"reader{number}@host.example")
    first = publisher.get(OUTBOX).content.decode()
    assert first.index("reader59@") < first.index("reader10@")
    assert "reader9@" not in first
    assert "reader9@" in publisher.get(f"{OUTBOX}?p=2").content.decode()
    found = publisher.get(f"{OUTBOX}?q=READER3@").content.decode()
    assert ("reader3@" in found, "reader30@" in found) == (True, False)
    assert "No mail went to “&lt;nobody" in publisher.get(f"{OUTBOX}?q=<nobody").content.decode()


def test_a_message_is_shown_with_links_that_can_be_followed_and_nothing_that_runs(
    folder: Path, publisher: Client
):
    name = keep(folder, 1)
    page = publisher.get(f"{OUTBOX}{name}/").content.decode()
    assert f'<a href="{CONFIRM}" target="_blank" rel="noopener noreferrer">{CONFIRM}</a>.' in page
    assert 'href="https://paper.example/newsletters/leave/abc/"' in page
    assert "confirm &lt;b&gt;now" in page
    assert "alert(1)" not in page
    assert "map.pdf (4" in page.replace("\xa0", " ")
    frame = publisher.get(f"{OUTBOX}{name}/html/")
    policy = frame["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'")
    assert "script" not in policy
    assert '<base target="_blank">' in frame.content.decode()
    file = publisher.get(f"{OUTBOX}{name}/file/")
    assert file["Content-Disposition"] == f'attachment; filename="{name}"'


NAMES = (
    "../secret.eml",
    "..",
    ".hidden.eml",
    "secret.env",
    "linked.eml",
    "pipe.eml",
    "folder.eml",
    "none.eml",
)


@pytest.mark.parametrize("name", [*NAMES, "a\x00.eml", "a\n.eml", "a" * 5000 + ".eml"])
def test_nothing_but_mail_in_the_folder_is_read(name: str, tmp_path: Path):
    secret, inside = tmp_path / "secret.eml", tmp_path / "mail"
    inside.mkdir()
    for path in (secret, inside / ".hidden.eml", inside / "secret.env"):
        path.write_bytes(b"Subject: secret\r\n\r\n")
    (inside / "linked.eml").symlink_to(secret)
    (inside / "folder.eml").mkdir()
    os.mkfifo(inside / "pipe.eml")
    box = Box(inside)
    assert box.read(name) is None
    assert list(box.look_at(box.names())) == []


def test_an_address_leads_to_no_other_file(folder: Path, publisher: Client):
    for name in ("..", "../secret.eml", "none.eml"):
        for end in ("", "html/", "file/"):
            assert publisher.get(f"{OUTBOX}{quote(name, safe='')}/{end}").status_code == 404


BROKEN = {
    "empty": b"",
    "no headers": b"\x00\x01\x02 not mail",
    "unknown charset": b"To: =?x-none?q?a?=\r\nContent-Type: text/plain; charset=x-none\r\n\r\n\xff\r\n",
    "bad base64": b"Subject: =?utf-8?b?!!!?=\r\nContent-Transfer-Encoding: base64\r\n\r\n!!\r\n",
    "raw letters": "To: день@host.example\r\nSubject: Привіт\r\n\r\nTak\r\n".encode(),
    "no boundary": b"Content-Type: multipart/mixed\r\n\r\n--a\r\n",
    "deep": b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(1200)
    ),
    "long header": b"To: " + b"x" * 200_000 + b"\r\n\r\n",
    "many headers": b"X-A: b\r\n" * 20_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_message_is_taken_apart_as_far_as_it_goes(data: bytes, folder: Path):
    name = keep(folder, 1, data=data)
    [kept] = Box(folder).look_at([name])
    assert "\n" not in kept.headers.to + kept.headers.subject
    assert len(kept.headers.to) <= 2000
    assert read_mail(data).text.isascii() or "�" in read_mail(data).text


def test_broken_messages_are_listed_and_shown(folder: Path, publisher: Client):
    names = [keep(folder, number, data=data) for number, data in enumerate(BROKEN.values())]
    assert "день@host.example" in publisher.get(OUTBOX).content.decode()
    assert {publisher.get(f"{OUTBOX}{name}/").status_code for name in names[:6]} == {200}


def test_a_huge_message_is_cut(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mail, "MOST", 1000)
    assert read_mail(b"To: a\r\n\r\n" + b"b" * 2000).is_cut
    assert not read_mail(b"To: a\r\n\r\nb").is_cut


def test_not_everybody_looks_into_other_peoples_mail(folder: Path, ben: User):
    name = keep(folder, 1)
    for who in (sign_in(ben), Client()):
        for address in ("", f"{name}/", f"{name}/html/", f"{name}/file/"):
            assert who.get(f"{OUTBOX}{address}").status_code == 302
    assert OUTBOX not in sign_in(ben).get("/desk/").content.decode()


def test_the_menu_leads_there_while_mail_is_kept(folder: Path, publisher: Client, settings: LazySettings):
    assert OUTBOX in publisher.get("/desk/").content.decode()
    settings.MAIL_URL = f"filemail://{folder}/none"
    assert "No mail yet" in publisher.get(OUTBOX).content.decode()
    settings.MAIL_URL = "smtp://mail.example"
    assert OUTBOX not in publisher.get("/desk/").content.decode()
    assert publisher.get(OUTBOX).status_code == 404


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("See https://a.example/b?c=1&d=2, now.", 'href="https://a.example/b?c=1&amp;d=2"'),
        ("(https://a.example/)", 'href="https://a.example/"'),
        ("https://a.example/w_(b)", 'href="https://a.example/w_(b)"'),
        ("javascript:alert(1) <script>", "javascript:alert(1) &lt;script&gt;"),
        ('https://a.example/"onclick="x', 'href="https://a.example/"'),
    ],
)
def test_addresses_in_text_become_links(text: str, html: str):
    assert html in linked(text)
