"""What is looked at before a form's words are: where it comes from, and whether a person has sent it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from broadsheet.newsletters.door.limits import BY_SCRIPT, ROOM, WITHOUT_SCRIPT
from broadsheet.newsletters.door.network import network_of
from broadsheet.newsletters.door.sender import Sender, sender_of

LARGEST = 16 * 1024  # bytes; a form with fifty newsletters has three thousand
TRAP = "remark"  # a field that no person sees, and that no browser fills in by itself
WAITED = "waited"  # milliseconds since the form was there; the page's script tells
LEAST_WAIT = 1_500

TOO_LARGE = "This is more than a form can hold. Nothing was kept."
FOREIGN = (
    "This form was sent from another site’s page, and nothing was kept. "
    "Please open the paper itself and send it there."
)
TRAPPED = "A field that readers do not see was filled in, as robots do. Please leave it empty and try again."
HASTY = "That was faster than anybody types. Please try again."
CROWDED = (
    "Too many forms come from your network just now. Please try again in an hour, or from another network."
)
FULL = "We cannot take this just now. Nothing is lost but your time: please try again later."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a form is not taken, in words, and the status of the answer."""

    status: int
    words: str


def refusal_of(request: HttpRequest) -> Refusal | None:
    """Why the form is not even read, if so."""
    if _is_too_large(request):
        return Refusal(413, TOO_LARGE)
    if sender_of(request) is Sender.FOREIGN:
        return Refusal(403, FOREIGN)
    if request.POST.get(TRAP):
        return Refusal(400, TRAPPED)
    waited = _waited(request)
    if waited is not None and waited < LEAST_WAIT:
        return Refusal(400, HASTY)
    return None


def refusal_to_take(request: HttpRequest) -> Refusal | None:
    """Why a form that is filled in well is not taken all the same, if so. Each time it is asked counts."""
    if ROOM.is_full:
        return Refusal(503, FULL)
    by_script = _waited(request) is not None and sender_of(request) is Sender.OURS
    limits = BY_SCRIPT if by_script else WITHOUT_SCRIPT
    return None if limits.take(network_of(request)) else Refusal(429, CROWDED)


def _is_too_large(request: HttpRequest) -> bool:
    announced = request.headers.get("Content-Length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:12]) > LARGEST:
        return True
    return len(request.body) > LARGEST


def _waited(request: HttpRequest) -> int | None:
    told = request.POST.get(WAITED, "")
    return int(told[:9]) if told.isascii() and told.isdigit() else None
