"""Each provider gets the message in the form that it documents, and its answers are understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives

from broadsheet.delivery.bounces.verp import read_verp
from broadsheet.delivery.letters.composing import compose
from broadsheet.delivery.letters.letter import Letter
from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, Transport, TransportDownError
from broadsheet.delivery.transports.provider import open_provider
from broadsheet.kit.addresses import on_the_wire
from tests.delivery.transports import providers
from tests.delivery.transports.providers import KEY, Server, provider
from tests.factories import make_message

READER, NAME = "reader1@прибій.example", "<7.abcdefghij234567@paper.example>"
ADDRESSES = {
    "mailgun": "mailgun://{key}@mg.paper.example?api_url={url}/v3",
    "postmark": "postmark://{key}?api_url={url}&stream=newsletters",
    "brevo": "brevo://{key}?api_url={url}",
    "resend": "resend://{key}?api_url={url}",
    "amazon": "amazon-ses://AKIAPAPER:secret@eu-west-1?api_url={url}",
}


def envelope(to: str = READER, *, message: EmailMultiAlternatives | None = None, number: int = 7) -> Envelope:
    """An edition, filled for a reader."""
    message = message or make_message("Хвиля, and “tide”")
    message.extra_headers["List-ID"] = "Прибій <morning.paper.example>"
    message.reply_to = ['"Листи, Ada" <letters@paper.example>']
    name = NAME.replace("7", str(number), 1)
    data = Letter(b"DKIM-Signature: v=1; a=x\r\n" + compose(message)).fill(
        address=on_the_wire(to) if ".." not in to else "b@host.example", token="t0ken", message_id=name
    )
    return Envelope(number, sender="bounces+7@paper.example", recipient=to, message_id=name, data=data)


@contextmanager
def talking_to(name: str, *, key: str = KEY, more: str = "") -> Iterator[tuple[Transport, Server]]:
    with provider(getattr(providers, name)) as server:
        transport = open_provider(ADDRESSES[name].format(key=key.replace("/", "%2F"), url=server.url) + more)
        yield transport, server
        transport.close()


def sent(transport: Transport, *envelopes: Envelope) -> list[Outcome]:
    outcomes: list[Outcome] = []
    transport.deliver(iter(envelopes), outcomes.extend)
    return outcomes


def of_mailgun(mail: dict[str, Any]) -> dict[str, Any]:
    assert (mail["o:tracking-clicks"], mail["o:tracking-opens"], mail["h:Message-Id"]) == ("no", "no", NAME)
    return mail | {
        "leave": mail["h:List-Unsubscribe"],
        "number": mail["v:delivery"],
        "reply": mail["h:Reply-To"],
    }


def of_postmark(mail: dict[str, Any]) -> dict[str, Any]:
    headers = {one["Name"]: one["Value"] for one in mail["Headers"]}
    assert (headers["Message-ID"], headers["X-PM-KeepID"]) == (NAME, "true")
    assert (mail["TrackLinks"], mail["TrackOpens"], mail["MessageStream"]) == ("None", False, "newsletters")
    more = {
        "leave": headers["List-Unsubscribe"],
        "number": mail["Metadata"]["delivery"],
        "from": mail["From"],
    }
    return more | {
        "text": mail["TextBody"],
        "html": mail["HtmlBody"],
        "subject": mail["Subject"],
        "reply": mail["ReplyTo"],
    }


def of_brevo(mail: dict[str, Any]) -> dict[str, Any]:
    headers, sender = mail["headers"], mail["sender"]
    assert "List-ID" not in headers  # it would spoil it
    more = {
        "leave": headers["List-Unsubscribe"],
        "number": headers["X-Mailin-custom"],
        "subject": mail["subject"],
    }
    texts = {"text": mail["textContent"], "html": mail["htmlContent"], "reply": mail["replyTo"]["email"]}
    return more | texts | {"from": f"{sender['name']} <{sender['email']}>"}


def of_resend(mail: dict[str, Any]) -> dict[str, Any]:
    headers = mail["headers"]
    assert mail["reply_to"] == ['"Листи, Ada" <letters@paper.example>']
    assert headers["List-ID"] == "Прибій <morning.paper.example>"
    return mail | {
        "leave": headers["List-Unsubscribe"],
        "number": headers["X-Metadata"],
        "reply": mail["reply_to"][0],
    }


def of_amazon(mail: dict[str, Any]) -> dict[str, Any]:
    whole: Any = message_from_bytes(mail["raw"])
    assert whole["Message-ID"] == NAME
    assert whole["DKIM-Signature"] is None
    text, html = (part.get_payload(decode=True).decode() for part in whole.get_payload())
    subject = str(make_header(decode_header(whole["Subject"])))
    more = {"leave": whole["List-Unsubscribe"], "number": whole["X-Metadata"], "from": whole["From"]}
    return more | {"text": text, "html": html, "subject": subject, "reply": whole["Reply-To"]}


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("mailgun", of_mailgun),
        ("postmark", of_postmark),
        ("brevo", of_brevo),
        ("resend", of_resend),
        ("amazon", of_amazon),
    ],
)
def test_a_message_arrives_with_all_that_belongs_to_it(
    name: str, seen: Callable[..., dict[str, Any]]
) -> None:
    with talking_to(name) as (transport, server):
        assert transport.check()
        [outcome] = sent(transport, envelope())
    [(to, mail)] = server.taken
    assert to == on_the_wire(READER)
    assert (outcome.fate, outcome.number) == (Fate.ACCEPTED, 7)
    assert outcome.code in (200, 201)
    assert outcome.message_id
    found = seen(mail)
    assert found["leave"] == "<https://paper.example/newsletters/leave/t0ken/>"
    assert read_verp(found["number"]) == 7
    assert found["subject"] == "Хвиля, and “tide”"
    assert "letters@paper.example" in found["reply"]
    assert found["from"] == "The Harbour Ledger <morning@paper.example>"
    assert found["text"].startswith("Good morning.")
    assert "/leave/t0ken/" in found["html"]


FATES = {
    "busy": ((429, {"message": "Too many requests"}), Fate.LATER, False),
    "broken": ((503, "Service Unavailable"), Fate.LATER, False),
    "cut": ("drop", Fate.UNCERTAIN, False),
    "babble": ((200, "<html>"), Fate.UNCERTAIN, False),
    "large": ((413, {"message": "Message too large"}), Fate.NEVER, False),
    "nobody": (
        (400, {"message": "'to' parameter is not a valid address. please check documentation"}),
        Fate.NEVER,
        True,
    ),
    "unfit": ((400, {"message": "'from' parameter is not a valid address"}), Fate.NEVER, False),
}


def test_what_mailgun_answers_is_understood() -> None:
    with talking_to("mailgun") as (transport, server):
        server.whims = {f"{name}@host.example": whim for name, (whim, _, _) in FATES.items()}
        for name, (_, fate, blamed) in FATES.items():
            [outcome] = sent(transport, envelope(f"{name}@host.example"))
            assert (outcome.fate, outcome.blames_address) == (fate, blamed), name
            assert outcome.answer
            assert "\n" not in outcome.answer
        [outcome] = sent(transport, envelope("after@host.example"))
        assert outcome.fate is Fate.ACCEPTED


def test_what_postmark_answers_is_understood() -> None:
    inactive = "Found inactive addresses: gone@host.example. Inactive recipients are ones that have bounced."
    whims: dict[str, tuple[int, str, Fate, bool]] = {
        "gone": (
            406,
            f"You tried to send to a recipient that has been marked as inactive. {inactive}",
            Fate.NEVER,
            True,
        ),
        "wrong": (300, "Invalid 'To' address: 'wrong@host.example'.", Fate.NEVER, True),
        "sender": (300, "Invalid 'From' address: 'morning@paper.example'.", Fate.NEVER, False),
        "often": (429, "Rate limit exceeded", Fate.LATER, False),
    }
    with talking_to("postmark") as (transport, server):
        server.whims = {
            f"{name}@host.example": (422, {"ErrorCode": code, "Message": words})
            for name, (code, words, _, _) in whims.items()
        }
        for name, (_, _, fate, blamed) in whims.items():
            [outcome] = sent(transport, envelope(f"{name}@host.example"))
            assert (outcome.fate, outcome.blames_address, outcome.code) == (fate, blamed, 422), name


@pytest.mark.parametrize("name", ["mailgun", "postmark", "brevo", "resend"])
def test_a_key_that_is_refused_stops_all_and_keeps_what_was_sent(name: str) -> None:
    with talking_to(name, key="another") as (transport, _):
        outcomes: list[Outcome] = []
        for do in (lambda: transport.deliver(iter([envelope()] * 5), outcomes.extend), transport.check):
            with pytest.raises(
                TransportDownError, match=r"takes no mail from us .*check EMAIL_URL"
            ) as caught:
                do()
            assert KEY not in str(caught.value)
            assert "\n" not in str(caught.value)
        assert outcomes == []


def test_an_account_that_is_closed_half_way_loses_nothing() -> None:
    with talking_to("postmark") as (transport, server):
        server.whims = {"last@host.example": (422, {"ErrorCode": 405, "Message": "Not allowed to send"})}
        outcomes: list[Outcome] = []
        readers = ["a@host.example", "b@host.example", "last@host.example", *["later@host.example"] * 20]
        with pytest.raises(TransportDownError, match="Not allowed to send"):
            transport.deliver(map(envelope, readers), outcomes.extend)
        assert len(outcomes) == len(server.taken)


def test_a_domain_that_mailgun_does_not_know_is_named() -> None:
    with provider(providers.mailgun) as server:
        transport = open_provider(f"mailgun://{KEY.replace('/', '%2F')}@else.example?api_url={server.url}/v3")
        with pytest.raises(TransportDownError, match=r"Domain not found: else\.example"):
            transport.check()


def test_an_attached_picture_goes_along_and_an_address_that_is_none_is_blamed() -> None:
    message = make_message()
    message.attach("plan.png", b"\x89PNG", "image/png")
    with talking_to("resend") as (transport, server):
        broken = Envelope(8, "", "a b@host..example>", NAME, envelope().data)
        [good] = sent(transport, envelope("a@host.example", message=message))
        [bad] = sent(transport, broken)
    [attached] = server.taken[0][1]["attachments"]
    assert (attached["filename"], attached["content"]) == ("plan.png", "iVBORw==")
    assert good.fate is Fate.ACCEPTED
    assert (bad.fate, bad.blames_address) == (Fate.NEVER, True)


@pytest.mark.parametrize("name", ["postmark", "resend"])
def test_several_go_in_one_call_and_each_has_its_outcome(name: str) -> None:
    readers = ["a@host.example", "b c@host..example>", "d@host.example", "gone@host.example"]
    with talking_to(name, more="&batch=10") as (transport, server):
        inactive = 422, {"ErrorCode": 406, "Message": "Found inactive addresses: gone@host.example."}
        server.whims = {"gone@host.example": inactive} if name == "postmark" else {}
        outcomes = sent(transport, *[envelope(to, number=number) for number, to in enumerate(readers)])
        assert server.calls == 1
        assert transport.in_flight % 10 == 0
    fates = {outcome.number: (outcome.fate, outcome.blames_address) for outcome in outcomes}
    gone = (Fate.NEVER, True) if name == "postmark" else (Fate.ACCEPTED, False)
    assert fates == {0: (Fate.ACCEPTED, False), 1: (Fate.NEVER, True), 2: (Fate.ACCEPTED, False), 3: gone}
    assert len({outcome.message_id for outcome in outcomes}) == (3 if name == "postmark" else 4)


def test_one_that_spoils_a_call_does_not_take_the_others_along() -> None:
    with talking_to("resend", more="&batch=10") as (transport, server):
        good = envelope(number=2)
        bad = replace(good, data=good.data.replace(b"Subject: ", b"X-Subject: "))
        outcomes = sent(transport, envelope(number=1), bad, envelope(number=3))
        assert server.calls == 4
    assert {outcome.number: outcome.fate for outcome in outcomes} == {
        1: Fate.ACCEPTED,
        2: Fate.NEVER,
        3: Fate.ACCEPTED,
    }


def test_a_call_without_an_answer_leaves_all_uncertain_and_one_refused_stops() -> None:
    both = [envelope(f"{name}@host.example", number=number) for number, name in enumerate("ab")]
    with talking_to("postmark", more="&batch=2") as (transport, server):
        server.whims = {"b@host.example": "drop"}
        assert {outcome.fate for outcome in sent(transport, *both)} == {Fate.UNCERTAIN}
    with (
        talking_to("postmark", key="another", more="&batch=2") as (transport, _),
        pytest.raises(TransportDownError, match="takes no mail from us"),
    ):
        sent(transport, *both)


def test_a_message_that_resend_has_already_is_not_sent_again() -> None:
    with talking_to("resend") as (transport, server):
        first, again = (sent(transport, envelope())[0] for _ in range(2))
        assert transport.check()
    assert first == again
    assert len(server.taken) == 1
