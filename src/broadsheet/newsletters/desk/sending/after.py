"""What an editor sees when an edition has gone out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from broadsheet.delivery.actions.forget_old import EDITIONS as FORGOTTEN
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.desk.sending.of_edition import STYLE
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.plots import STYLE as PLOT_STYLE
from broadsheet.newsletters.plots import plot_figure
from broadsheet.newsletters.rights import may_see_addresses
from broadsheet.newsletters.sending.failures import failures_of, reasons_of, words_of
from broadsheet.newsletters.sending.outcome import followed, is_forgotten, outcome_of
from broadsheet.newsletters.sending.words import hour_in_words, span_in_words

A_PAGE = 50
PLOT = "Unsubscribed, bounced and complained since it was sent"


@dataclass(frozen=True, slots=True)
class Failure:
    """A line of the list."""

    delivery: Delivery
    words: str
    when: str


def after(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """What came of it; addresses only for those who may see them."""
    dispatch = edition.dispatch
    if dispatch is None:
        return {"outcome": None}
    return {
        "outcome": outcome_of(edition, dispatch),
        "took": span_in_words(dispatch.took) if dispatch.took else "",
        "sent_at": hour_in_words(edition.sent_at) if edition.sent_at else "",
        "was_stopped": dispatch.state == Dispatch.State.STOPPED,
        "media": STYLE + PLOT_STYLE,
        **(
            {"forgotten": FORGOTTEN.days}
            if is_forgotten(dispatch)
            else _in_detail(request, edition, dispatch)
        ),
    }


def _in_detail(request: HttpRequest, edition: Edition, dispatch: Dispatch) -> dict[str, Any]:
    detail: dict[str, Any] = {"plot": _plot(edition, dispatch)}
    if may_see_addresses(request.user):
        return detail | _list(request, dispatch)
    return detail | {"reasons": reasons_of(dispatch)}


def _plot(edition: Edition, dispatch: Dispatch) -> str:
    series = followed(edition, dispatch)
    if not any(one.points[-1][1] for one in series):
        return ""
    return plot_figure(series, title=PLOT, moments="Until")


def _list(request: HttpRequest, dispatch: Dispatch) -> dict[str, Any]:
    pages = Paginator(failures_of(dispatch), A_PAGE)
    page = pages.get_page(request.GET.get("p"))
    return {"failures": [_failure(row) for row in page], "failures_page": page}


def _failure(row: Delivery) -> Failure:
    when = row.complained_at or row.bounced_at or row.ended_at
    return Failure(row, words_of(row), hour_in_words(when) if when else "")
