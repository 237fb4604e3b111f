"""The two forms that anybody may send: for newsletters, and for the link to one's own page."""

from __future__ import annotations

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from broadsheet.edge.spool import SpoolError, spool
from broadsheet.newsletters import spooled_acts
from broadsheet.newsletters.door.guard import TRAP, refusal_of, refusal_to_take
from broadsheet.newsletters.door.network import mark_of
from broadsheet.newsletters.views.answers import Answer, answer_with
from broadsheet.newsletters.views.form import Form, FormError, page_of, read_form, slugs_in
from broadsheet.newsletters.views.private import NOT_KEPT
from broadsheet.newsletters.wording import FOR_SCRIPT, SIGN_UP

logger = logging.getLogger(__name__)

SENT = (
    "We’ve sent a confirmation email to {address}. Open it and press the button in it: only then are you subscribed. "
    "Is it not there after some minutes? Look among the spam. We send three such emails a day at most."
)
LINK_SENT = (
    "If {address} is among our readers, we’ve sent it an email with the link. "
    "Is it not there after some minutes? Look among the spam. We send three such emails a day at most."
)
METHODS = ["GET", "HEAD", "POST"]


@csrf_exempt
@require_http_methods(METHODS)
def sign_up(request: HttpRequest) -> HttpResponse:
    """Keep what the reader asks for. The same answer whoever they are, and no question of the database."""
    if request.method != "POST":
        return redirect("newsletters:index")
    answer = _taken(request, chooses=True)
    return answer_with(request, answer, action=reverse("newsletters:sign_up"))


@csrf_exempt
@require_http_methods(METHODS)
def ask_preferences(request: HttpRequest) -> HttpResponse:
    """Send a reader the link to their own page, if they are one: nobody else is told."""
    action = reverse("newsletters:ask_preferences")
    if request.method != "POST":
        return render(
            request, "newsletters/ask_preferences.html", {"action": action, "trap": TRAP, "words": FOR_SCRIPT}
        )
    return answer_with(request, _taken(request, chooses=False), action=action)


def _taken(request: HttpRequest, *, chooses: bool) -> Answer:
    refusal = refusal_of(request)
    if refusal is not None:
        return Answer.of(refusal)
    try:
        form = read_form(request, chooses=chooses)
    except FormError as error:
        held: dict[str, Any] = {"newsletters": slugs_in(request), "page": page_of(request), "trap": TRAP}
        held["typed"] = request.POST.get("address", "")[:300].strip()
        title = "Please look once more"
        return Answer(400, title, error.words, field=error.field, suggestion=error.suggestion, held=held)
    refusal = refusal_to_take(request)
    if refusal is not None:
        return Answer.of(refusal)
    return _kept(request, form, chooses=chooses)


def _kept(request: HttpRequest, form: Form, *, chooses: bool) -> Answer:
    act: dict[str, Any] = {
        "address": form.address,
        "page": form.page,
        "network": mark_of(request),
        "at": timezone.now().isoformat(),
    }
    try:
        if chooses:
            spool(spooled_acts.SIGN_UP, act | {"newsletters": form.newsletters, "wording": SIGN_UP})
        else:
            spool(spooled_acts.ASK_PREFERENCES, act)
    except SpoolError as error:
        logger.error("A form could not be kept: %s", error, extra={"event": "form_lost"})
        return Answer(503, "This could not be kept", NOT_KEPT)
    if chooses:
        return Answer(200, "Nearly done", SENT.format(address=form.address))
    return Answer(200, "Look into your mail", LINK_SENT.format(address=form.address))
