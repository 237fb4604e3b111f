"""A provider's reports are heard: signed ones, of the provider in use, about mail of ours; each once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.test import Client

from broadsheet.delivery.bounces.verp import signed_number
from broadsheet.delivery.engine.postman import Postman
from broadsheet.delivery.events import views
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from tests.delivery.events import reports
from tests.delivery.events.reports import ACCOUNTS, BY_PROVIDER, NAME, SECRETS, Posted
from tests.delivery.transports import providers
from tests.delivery.transports.providers import provider
from tests.factories import make_dispatch

PROVIDERS = sorted(BY_PROVIDER)


@pytest.fixture
def sent(db: None) -> Delivery:
    """What a provider took over, under a name of its own."""
    delivery = make_dispatch(1).deliveries.get()
    delivery.state, delivery.message_id = Delivery.State.ACCEPTED, NAME
    delivery.save()
    return delivery


@pytest.fixture
def post(settings: LazySettings, db: None) -> Any:
    """Send a report to a provider's address, with that provider in use."""

    def send(provider: str, report: Posted, *, in_use: str = "", **more: Any) -> Any:
        settings.MAIL_URL = ACCOUNTS[in_use or provider]
        settings.MAIL_EVENTS_SECRET = SECRETS[in_use or provider]
        strict = Client(enforce_csrf_checks=True)
        return strict.post(
            f"/mail/events/{provider}/",
            report.body,
            content_type="application/json",
            headers=report.headers,
            **more,
        )

    return send


def marks(delivery: Delivery) -> tuple[str, int, int]:
    """How the row is marked, and what its dispatch has counted."""
    delivery.refresh_from_db()
    dispatch = Dispatch.objects.get()
    return delivery.bounce, dispatch.bounced, dispatch.complained


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_report_counts_once_however_often_it_comes(provider: str, sent: Delivery, post: Any) -> None:
    if provider == "mailgun":
        Delivery.objects.update(message_id=f"<{NAME}@mg.paper.example>")
    name = f"<{NAME}@mg.paper.example>" if provider == "mailgun" else NAME
    made = BY_PROVIDER[provider]
    for kind, expected in (
        ("delivered", ("", 0, 0)),
        ("soft", ("soft", 1, 0)),
        ("hard", ("hard", 1, 0)),
        ("hard", ("hard", 1, 0)),
        ("complaint", ("hard", 1, 1)),
        ("complaint", ("hard", 1, 1)),
    ):
        assert post(provider, made(kind, name)).status_code == 200
        assert marks(sent) == expected, kind
    assert Suppression.objects.get().hard_bounces == 1
    assert Suppression.objects.get().reason == "complaint"
    assert post(provider, made("hard", "<unknown@mg.paper.example>")).status_code == 200


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_report_that_nobody_signed_is_refused(provider: str, sent: Delivery, post: Any) -> None:
    wrong = {"resend": "whsec_" + "A" * 32}.get(provider, "another:secret")
    assert post(provider, BY_PROVIDER[provider]("hard", secret=wrong)).status_code == 403
    unsigned = post(provider, Posted(BY_PROVIDER[provider]("hard").body.replace(b'"signature":', b'"x":')))
    assert unsigned.status_code in (401, 403)
    assert marks(sent) == ("", 0, 0)


def test_only_the_provider_in_use_is_heard(sent: Delivery, post: Any, settings: LazySettings) -> None:
    assert post("brevo", reports.brevo("hard"), in_use="postmark").status_code == 404
    assert Client().post("/mail/events/sendmail/").status_code == 404
    settings.MAIL_EVENTS_SECRET = ""
    assert Client().post("/mail/events/postmark/", {}).status_code == 404
    settings.MAIL_EVENTS_SECRET, settings.MAIL_URL = "a:b", "smtp://mail.example"
    assert Client().post("/mail/events/postmark/", {}).status_code == 404


def test_without_anymail_there_is_no_such_address(post: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "find_spec", lambda name: None)
    assert post("postmark", reports.postmark("hard")).status_code == 404


def test_a_report_about_a_name_that_is_not_written_down_yet(sent: Delivery, post: Any) -> None:
    Delivery.objects.update(message_id="")
    known = {"delivery": signed_number(sent.pk)}
    forged = {"delivery": f"{sent.pk}-aaaaaaaaaaaaaaaa"}
    assert post("postmark", reports.postmark("hard", Metadata=forged)).status_code == 200
    assert marks(sent)[0] == ""
    assert post("postmark", reports.postmark("hard", Metadata=known)).status_code == 200
    assert marks(sent)[0] == "hard"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"Details": "smtp;550 5.7.1 on a block list"}, ("soft", 1, 0)),
        ({"Type": "SpamNotification"}, ("soft", 1, 0)),
        ({"RecordType": "Open"}, ("", 0, 0)),
        ({"Details": "no\x00where\n" + "a" * 9000}, ("hard", 1, 0)),
        ({"MessageID": "a\x00b"}, ("", 0, 0)),
        ({"MessageID": ["list"], "Metadata": {"delivery": {}}}, ("", 0, 0)),
    ],
)
def test_what_a_report_says_is_weighed(
    changes: dict[str, Any], expected: object, sent: Delivery, post: Any
) -> None:
    assert post("postmark", reports.postmark("hard", **changes)).status_code == 200
    assert marks(sent) == expected


BAD = [b"{}", b"[]", b"null", b"{", b"\xff\xfe", b'{"RecordType": 1}', b"[" * 100_000, b'{"Metadata": []}']


@pytest.mark.parametrize("body", BAD)
def test_what_cannot_be_understood_is_a_line_in_the_log(
    body: bytes, db: None, post: Any, caplog: pytest.LogCaptureFixture
) -> None:
    answer = post("postmark", Posted(body, reports.basic(SECRETS["postmark"])))
    assert answer.status_code in (200, 400)
    assert [record.exc_info for record in caplog.records if record.name.startswith("broadsheet")] in (
        [],
        [None],
    )


def test_a_report_without_end_is_not_read(post: Any) -> None:
    huge = reports.postmark("hard", Details="a" * views.MOST)
    assert post("postmark", huge).status_code == 413
    assert post("postmark", reports.postmark("hard"), CONTENT_LENGTH="many").status_code == 413


def test_while_the_database_is_away_the_provider_is_asked_to_try_again(
    sent: Delivery, post: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: object, **more: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("broadsheet.delivery.events.hearing.note_bounce", away)
    answer = post("postmark", reports.postmark("hard"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")


def test_amazon_is_confirmed_in_its_own_region_and_no_address_is_fetched(
    post: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, dict[str, str]]] = []

    class Client:
        def confirm_subscription(self, **more: str) -> None:
            asked[-1][1].update(more)

        def close(self) -> None: ...

    def client(self: object, service: str, **more: str) -> Client:
        asked.append((service, more))
        return Client()

    report = {"Token": "t0", "SubscribeURL": "http://169.254.169.254/latest/"}
    confirm = reports.sns("SubscriptionConfirmation", **report)
    monkeypatch.setattr("anymail.webhooks.amazon_ses.AmazonSESBaseWebhookView.get_boto_client", client)
    assert post("amazon-ses", confirm).status_code == 200
    [(service, more)] = asked
    assert (service, more["region_name"], more["Token"]) == ("sns", "eu-west-1", "t0")
    assert (
        post("amazon-ses", reports.sns("SubscriptionConfirmation", secret="x:y", **report)).status_code == 403
    )
    assert len(asked) == 1


def test_a_region_that_is_an_address_is_not_asked(post: Any) -> None:
    made = reports.sns(
        "SubscriptionConfirmation", Token="t", TopicArn="arn:aws:sns:evil.example/x#:1234:bounces"
    )
    assert post("amazon-ses", made).status_code == 400


def test_amazon_is_asked_for_the_secret_before_it_gives_it(post: Any) -> None:
    report = reports.amazon("hard")
    del report.headers["Authorization"]
    answer = post("amazon-ses", report)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic")


def test_a_head_request_shows_that_somebody_is_there(settings: LazySettings) -> None:
    settings.MAIL_URL, settings.MAIL_EVENTS_SECRET = ACCOUNTS["postmark"], SECRETS["postmark"]
    assert Client().head("/mail/events/postmark/").status_code == 200
    assert Client().get("/mail/events/postmark/").status_code in (405, 413)
    assert json.loads(reports.postmark("hard").body)["MessageID"] == NAME


@pytest.mark.parametrize("scheme", ["mailgun", "postmark"])
def test_an_edition_leaves_through_a_provider_and_its_bounce_finds_its_row(
    scheme: str, db: None, settings: LazySettings
) -> None:
    key = providers.KEY.replace("/", "%2F")
    with provider(getattr(providers, scheme)) as server:
        settings.MAIL_URL = {
            "mailgun": f"mailgun://{key}@{providers.DOMAIN}?api_url={server.url}/v3",
            "postmark": f"postmark://{key}?api_url={server.url}&batch=2",
        }[scheme]
        settings.MAIL_EVENTS_SECRET = SECRETS[scheme]
        dispatch = make_dispatch(3)
        postman = Postman("test")
        postman.deliver_all()
        postman.stop()
    rows = list(dispatch.deliveries.all())
    assert [row.state for row in rows] == ["accepted"] * 3
    assert len({row.message_id for row in rows}) == len(server.taken) == 3
    report = BY_PROVIDER[scheme]("hard", rows[1].message_id)
    answer = Client().post(
        f"/mail/events/{scheme}/", report.body, content_type="application/json", headers=report.headers
    )
    assert answer.status_code == 200
    assert [row.bounce for row in dispatch.deliveries.all()] == ["", "hard", ""]
