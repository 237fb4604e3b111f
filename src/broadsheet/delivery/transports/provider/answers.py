"""What a provider's answer means for the message."""

from __future__ import annotations

import re
from typing import Any

from anymail.exceptions import (
    AnymailAPIError,
    AnymailError,
    AnymailInvalidAddress,
    AnymailRecipientsRefused,
)

from broadsheet.delivery.bounces.words import in_one_line
from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, TransportDownError
from broadsheet.delivery.transports.provider.account import Account

_NOT_FOR_US = frozenset({401, 402, 403, 404, 405})
_NOT_NOW = frozenset({408, 409, 425, 429})  # 409: an earlier try of the same message is still under way
# Codes of their own, in answers whose HTTP code says nothing: of Postmark, of Amazon.
_CLOSED = frozenset({"10", "405", "412", "413", "AccountSuspendedException", "SendingPausedException"})
_BUSY = frozenset({"100", "429", "TooManyRequestsException", "LimitExceededException", "Throttling"})
_INACTIVE = "406"  # Postmark's, for a reader whose mail has come back to it before
# Of the address, in the words of Mailgun, Postmark and Resend, and of Brevo.
_ABOUT_RECIPIENT = re.compile(r"\bto\W{0,2} (parameter|field|address)|valid in to\b", re.IGNORECASE)


def accepted(envelope: Envelope, status: Any) -> Outcome:
    """The provider has it, by a name of its own."""
    found = next(iter(status.recipients.values()), None)
    name = str(getattr(found, "message_id", None) or envelope.message_id)[:250]
    code = _code(status.esp_response)
    answer = _words(status.esp_response) or str(getattr(found, "status", ""))
    return Outcome(envelope.number, Fate.ACCEPTED, code, answer, message_id=name)


def not_accepted(envelope: Envelope, error: Exception, account: Account) -> Outcome:
    """What became of the message instead. Raises `TransportDownError` where none would be accepted."""
    if isinstance(error, AnymailRecipientsRefused):
        return _never(envelope, _code(error.response), _words(error.response), blames_address=True)
    if isinstance(error, AnymailInvalidAddress):
        return _never(envelope, None, error.args[0], blames_address="`to`" in str(error.args[0]))
    if not isinstance(error, AnymailAPIError):  # it could not even be asked
        words = error.args[0] if isinstance(error, AnymailError) and error.args else repr(error)
        return _never(envelope, None, words)
    if error.response is None:
        return unanswered(envelope, error.__cause__ or error, account)
    return refused(envelope, error.response, account)


def refused(envelope: Envelope, response: Any, account: Account) -> Outcome:
    """What an answer means that is no acceptance. Raises `TransportDownError` where none would be accepted."""
    code, own, words = _code(response), _own_code(response), _words(response)
    if own in _BUSY or code in _NOT_NOW or (code or 0) >= 500:
        return Outcome(envelope.number, Fate.LATER, code, words)
    if code in _NOT_FOR_US or own in _CLOSED or "API key is invalid" in words:
        raise closed(account, f"{code}: {words}")
    if code and code < 300:  # it may have taken it, and says so in a way that nobody knows
        return Outcome(envelope.number, Fate.UNCERTAIN, code, words)
    blames_address = own == _INACTIVE or _ABOUT_RECIPIENT.search(words) is not None
    return _never(envelope, code, words, blames_address=blames_address)


def unanswered(envelope: Envelope, cause: BaseException, account: Account) -> Outcome:
    """The connection ended. Raises `TransportDownError` where it had not begun."""
    if _was_sent(cause):
        return Outcome(envelope.number, Fate.UNCERTAIN, answer=f"No answer: {_why(cause)}")
    raise unreachable(account, cause) from cause


def _was_sent(cause: BaseException) -> bool:
    """Whether the message may have arrived: only a connection that was never made is sure."""
    names = {kind.__name__ for kind in type(cause).__mro__}
    never = {"ConnectTimeout", "ConnectTimeoutError", "SSLError", "ProxyError", "EndpointConnectionError"}
    never |= {"NoCredentialsError", "ProxyConnectionError", "InvalidURL", "InvalidSchema", "InvalidHeader"}
    if names & never:
        return False
    if "RequestException" in names and cause.args:
        reason = getattr(cause.args[0], "reason", None)
        return type(reason).__name__ not in (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
        )
    return True


def knocked(answer: Any, account: Account) -> None:
    """Raise `TransportDownError` unless the answer to an empty order shows that we are known."""
    if isinstance(answer, TransportDownError):
        raise answer
    response = getattr(answer, "response", None) if isinstance(answer, Exception) else answer
    if response is None:
        raise unreachable(account, answer)
    if _own_code(response) == "AccessDeniedException":
        return  # Amazon knows the key, which may send and not look
    code, words = _code(response) or 0, _words(response)
    if code in _NOT_FOR_US or code >= 500 or "API key is invalid" in words:
        raise closed(account, f"{code}: {words}")


def unreachable(account: Account, cause: BaseException) -> TransportDownError:
    """There is no way to the provider."""
    return TransportDownError(
        f"{account.provider.title} cannot be reached ({_why(cause)}): look at this machine's connection."
    )


def closed(account: Account, words: str) -> TransportDownError:
    """The provider takes nothing from us."""
    return TransportDownError(
        f"{account.provider.title} takes no mail from us ({_short(words)}): check EMAIL_URL ({account.form}) and"
        " what the account may send."
    )


def _never(envelope: Envelope, code: int | None, words: object, *, blames_address: bool = False) -> Outcome:
    return Outcome(envelope.number, Fate.NEVER, code, in_one_line(words), blames_address=blames_address)


def _code(response: Any) -> int | None:
    """The answer's HTTP code, of `requests` or of Amazon's library."""
    if isinstance(response, dict):
        return response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    return getattr(response, "status_code", None)


def _own_code(response: Any) -> str:
    return str(_said(response).get("ErrorCode") or _said(response).get("Code") or "")


def _words(response: Any) -> str:
    """What it says, in a line."""
    said = _said(response)
    words = said.get("message") or said.get("Message") or getattr(response, "text", "")
    return in_one_line(words)


def _said(response: Any) -> dict[str, Any]:
    if isinstance(response, dict):
        return response.get("Error") or {"Message": "Taken"}
    try:
        found = response.json()
    except (AttributeError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _why(cause: BaseException) -> str:
    """The innermost reason: two libraries wrap it in their own."""
    while inner := getattr(cause, "reason", None) or (cause.args and cause.args[-1]):
        if not isinstance(inner, BaseException):
            break
        cause = inner
    return _short(in_one_line(cause).rpartition("] ")[2])


def _short(words: str) -> str:
    return words.rstrip(". ")[:300]
