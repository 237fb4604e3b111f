"""Mail that came back is counted once, and only where it proves what it says."""

from __future__ import annotations

import pytest

from broadsheet.delivery.bounces.taking_in import Verdict, take_in
from broadsheet.delivery.bounces.verp import verp
from broadsheet.delivery.models import Delivery, Dispatch, Suppression
from tests.delivery.bounces import samples
from tests.delivery.bounces.conftest import name_of

ELSEWHERE = "<made-up@paper.example>"


def bounced(delivery: Delivery) -> tuple[str, int]:
    """How the row is marked, and how many its dispatch has counted."""
    delivery.refresh_from_db()
    return delivery.bounce, Dispatch.objects.get(pk=delivery.dispatch_id).bounced


@pytest.mark.parametrize("server", ["postfix", "exim", "exchange", "gmail", "qmail"])
@pytest.mark.parametrize("proof", ["the address it came to", "the Message-ID it gives back"])
def test_a_bounce_that_proves_itself_counts_once(server: str, proof: str, sent: Delivery) -> None:
    by_address = proof.startswith("the address")
    to = verp(sent.pk) if by_address else "bounces@paper.example"
    mail = getattr(samples, server)(to, ELSEWHERE if by_address else name_of(sent))
    assert take_in(mail, dry_run=True).verdict is Verdict.HARD
    assert bounced(sent) == ("", 0)
    assert [take_in(mail).verdict for _ in range(3)] == [Verdict.HARD, Verdict.KNOWN, Verdict.KNOWN]
    assert bounced(sent) == ("hard", 1)
    assert Suppression.objects.get().hard_bounces == 1


def test_a_bounce_of_what_a_provider_named_is_ours(sent: Delivery) -> None:
    Delivery.objects.update(message_id="<20261129.1@mg.paper.example>")
    mail = samples.postfix("bounces@paper.example", "<20261129.1@mg.paper.example>")
    assert take_in(mail).verdict is Verdict.HARD


@pytest.mark.parametrize("server", ["postfix", "exim", "exchange", "gmail", "qmail", "complaint"])
def test_a_forged_report_counts_for_nothing_and_is_named(server: str, sent: Delivery) -> None:
    forged = verp(sent.pk)[:-20] + "aaaa@paper.example"
    made_up = f"<{sent.pk}.aaaaaaaaaaaaaaaa@paper.example>"
    taken = take_in(getattr(samples, server)(forged, made_up))
    assert (taken.verdict, taken.addresses) == (Verdict.UNPROVEN, (samples.READER,))
    assert bounced(sent) == ("", 0)
    assert not Suppression.objects.exists()


def test_a_report_about_a_stranger_is_not_ours(sent: Delivery) -> None:
    mail = samples.postfix("bounces@paper.example", ELSEWHERE, reader="nobody@else.example")
    assert take_in(mail).verdict is Verdict.FOREIGN


def test_a_hard_bounce_may_follow_a_soft_one(sent: Delivery) -> None:
    to = verp(sent.pk)
    waits, is_over = (
        samples.postfix(to, "<a@b>", action="delayed", status="4.4.1"),
        samples.postfix(to, "<a@b>"),
    )
    found = [take_in(mail).verdict for mail in (waits, is_over, waits)]
    assert found == [Verdict.SOFT, Verdict.HARD, Verdict.KNOWN]
    assert bounced(sent) == ("hard", 1)


def test_a_complaint_ends_it_by_the_address_it_was_sent_from(sent: Delivery) -> None:
    mail = samples.complaint("abuse@paper.example", ELSEWHERE, sender=verp(sent.pk))
    assert [take_in(mail).verdict for _ in range(2)] == [Verdict.COMPLAINT, Verdict.KNOWN]
    assert Dispatch.objects.get().complained == 1
    assert list(Suppression.objects.suppressed().values_list("pk", "reason")) == [
        (samples.READER, "complaint")
    ]


@pytest.mark.parametrize("mail", [samples.away, samples.letter])
def test_what_people_write_to_a_signed_address_is_no_bounce(mail: object, sent: Delivery) -> None:
    assert take_in(mail(verp(sent.pk), name_of(sent))).verdict in (Verdict.AUTOMATIC, Verdict.UNKNOWN)
    assert bounced(sent) == ("", 0)


def test_bytes_that_no_database_keeps_are_left_out(sent: Delivery) -> None:
    mail = samples.postfix(verp(sent.pk), "<a@b>").replace(b"rejected", b"rej\x00\xff\xed\xa0\x80ected")
    assert take_in(mail).verdict is Verdict.HARD
    mail = samples.postfix("bounces@paper.example", "<a\x00@b>", reader="a\x00b@else.example")
    assert take_in(mail).verdict in (Verdict.FOREIGN, Verdict.UNKNOWN)
