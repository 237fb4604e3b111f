"""What readers do, as it comes out of the spool.

Acts may have waited while the database was away, and may have been written by the version before: their names and what
they hold stay.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from broadsheet.edge.spool import takes
from broadsheet.newsletters.actions.change_address import change_address
from broadsheet.newsletters.actions.choose import choose
from broadsheet.newsletters.actions.confirm import confirm
from broadsheet.newsletters.actions.erase import erase
from broadsheet.newsletters.actions.leave import leave
from broadsheet.newsletters.actions.send_preferences import send_preferences
from broadsheet.newsletters.actions.sign_up import sign_up

Act = dict[str, Any]

SIGN_UP = "newsletters.sign-up"
CONFIRM = "newsletters.confirm"
LEAVE = "newsletters.leave"
CHOOSE = "newsletters.choose"
CHANGE_ADDRESS = "newsletters.change-address"
ERASE = "newsletters.erase"
ASK_PREFERENCES = "newsletters.ask-preferences"


@takes(SIGN_UP)
def _sign_up(act: Act) -> None:
    sign_up(
        act["address"],
        newsletters=act["newsletters"],
        at=_at(act),
        page=act["page"],
        wording=act["wording"],
        network=act["network"],
    )


@takes(CONFIRM)
def _confirm(act: Act) -> None:
    confirm(act["sign_up"], at=_at(act), network=act["network"])


@takes(LEAVE)
def _leave(act: Act) -> None:
    leave(act["subscription"], at=_at(act), edition=act["edition"], network=act["network"])


@takes(CHOOSE)
def _choose(act: Act) -> None:
    choose(
        act["subscriber"],
        joins=act["joins"],
        leaves=act["leaves"],
        at=_at(act),
        wording=act["wording"],
        page=act["page"],
        network=act["network"],
    )


@takes(CHANGE_ADDRESS)
def _change_address(act: Act) -> None:
    change_address(act["subscriber"], to=act["address"], at=_at(act), network=act["network"])


@takes(ERASE)
def _erase(act: Act) -> None:
    erase(act["subscriber"], at=_at(act))


@takes(ASK_PREFERENCES)
def _ask_preferences(act: Act) -> None:
    send_preferences(act["address"], at=_at(act), page=act["page"], network=act["network"])


def _at(act: Act) -> datetime:
    return datetime.fromisoformat(act["at"])
