"""Providers on loopback that take what their documentation says, and nothing else.

Mailgun (v3, Messages), Postmark (Email API), Brevo (SMTP API), Resend (Emails), Amazon SES (v2, SendEmail).
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

KEY, DOMAIN = "key-3ax6/xnjp", "mg.paper.example"
ADDRESS = re.compile(r"(?:[^<>]*<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>?")
SPENT = 16_384  # bytes of Mailgun's options

Answer = tuple[int, Any]


@dataclass
class Request:
    """What was asked."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        """The fields of a form."""
        if self.headers["content-type"] == "application/x-www-form-urlencoded":
            return {
                name: values[-1]
                for name, values in parse_qs(self.body.decode(), keep_blank_values=True).items()
            }
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        parts: Any = message_from_bytes(head + self.body).get_payload()
        return {
            part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
            for part in parts
        }

    @property
    def json(self) -> dict[str, Any]:
        assert self.headers["content-type"] == "application/json"
        return json.loads(self.body)


@dataclass
class Server:
    """A provider that listens; `whims` are what it does with a recipient in place of taking the message."""

    port: int = 0
    taken: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answered: dict[str, Answer] = field(default_factory=dict)  # by Resend's keys that make a call one
    calls: int = 0
    whims: dict[str, Answer | str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def mailgun(request: Request, server: Server) -> Answer:
    if request.headers.get("authorization") != "Basic " + base64.b64encode(f"api:{KEY}".encode()).decode():
        return 401, "Forbidden"
    if request.path != f"/v3/{DOMAIN}/messages":
        return 404, {"message": f"Domain not found: {request.path.split('/')[2]}"}
    form = request.form
    options = {name: value for name, value in form.items() if name[:2] in ("o:", "h:", "v:")}
    wrong = next(
        (f"{name} parameter is missing" for name in ("from", "to", "subject") if not form.get(name)), ""
    )
    if not wrong and not (form.get("text") or form.get("html")):
        wrong = "Need at least one of 'text' or 'html' parameters specified"
    if not wrong and not ADDRESS.fullmatch(form["to"]):
        wrong = "'to' parameter is not a valid address. please check documentation"
    if not wrong and sum(len(name) + len(value) for name, value in options.items()) > SPENT:
        wrong = "Send options (parameters starting with o:, h:, or v:) are limited to 16 kB total"
    if wrong:
        return 400, {"message": wrong}
    name = form.get("h:Message-Id") or f"<{uuid.uuid4().hex}@{DOMAIN}>"
    return take(server, form["to"], form) or (200, {"id": name, "message": "Queued. Thank you."})


POSTMARK_FIELDS = {
    *(
        "From",
        "To",
        "Cc",
        "Bcc",
        "Subject",
        "Tag",
        "HtmlBody",
        "TextBody",
        "ReplyTo",
        "Headers",
        "TrackOpens",
    ),
    *("TrackLinks", "Metadata", "Attachments", "MessageStream"),
}


def _wrong(mail: dict[str, Any]) -> tuple[int, str]:
    if mail.keys() - POSTMARK_FIELDS:
        return 403, "Incompatible JSON."
    if not mail.get("To"):
        return 300, "Zero recipients specified"
    for name in ("To", "From"):
        if not ADDRESS.fullmatch(mail.get(name, "")):
            return 300, f"Invalid '{name}' address: '{mail.get(name)}'."
    if not (mail.get("TextBody") or mail.get("HtmlBody")):
        return 300, "Provide either email TextBody or HtmlBody or both."
    return 0, ""


def postmark(request: Request, server: Server) -> Answer:
    if request.headers.get("x-postmark-server-token") != KEY:
        words = "Request does not contain a valid Server token."
        return 401, {"ErrorCode": 10, "Message": words}
    if request.headers.get("accept") != "application/json":
        return 404, {"ErrorCode": 404, "Message": "Not found."}
    if request.path == "/email/batch":
        assert len(request.json) <= 500
        return 200, [_one_for_postmark(mail, server)[1] for mail in request.json]
    assert request.path == "/email"
    return _one_for_postmark(request.json, server)


def _one_for_postmark(mail: dict[str, Any], server: Server) -> Answer:
    if (wrong := _wrong(mail))[0]:
        return 422, {"ErrorCode": wrong[0], "Message": wrong[1]}
    taken = {"To": mail["To"], "SubmittedAt": "2026-11-29T16:10:36Z", "MessageID": str(uuid.uuid4())}
    return take(server, mail["To"], mail) or (200, taken | {"ErrorCode": 0, "Message": "OK"})


def brevo(request: Request, server: Server) -> Answer:
    if request.headers.get("api-key") != KEY:
        return 401, {"code": "unauthorized", "message": "Key not found"}
    mail = request.json
    for name in ("sender", "to", "subject"):
        if not mail.get(name):
            return 400, {"code": "missing_parameter", "message": f"{name} is missing"}
    if not ADDRESS.fullmatch(mail["to"][0]["email"]):
        return 400, {"code": "invalid_parameter", "message": "email is not valid in to"}
    assert all(str(value).isascii() for value in mail.get("headers", {}).values())
    name = f"<202611291610.{uuid.uuid4().int % 10**11}@smtp-relay.mailin.fr>"
    return take(server, mail["to"][0]["email"], mail) or (201, {"messageId": name})


def resend(request: Request, server: Server) -> Answer:
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return 403, {"statusCode": 403, "name": "invalid_api_key", "message": "API key is invalid"}
    once = request.headers.get("idempotency-key")
    if once in server.answered:
        return server.answered[once]
    if request.path == "/emails/batch":
        answers = [_one_for_resend(mail, Server()) for mail in request.json]
        if wrong := next((answer for answer in answers if answer[0] != 200), None):
            return wrong
        found = 200, {"data": [_one_for_resend(mail, server)[1] for mail in request.json]}
    else:
        found = _one_for_resend(request.json, server)
    if once and found[0] == 200:
        server.answered[once] = found
    return found


def _one_for_resend(mail: dict[str, Any], server: Server) -> Answer:
    for name in ("from", "to", "subject"):
        if not mail.get(name):
            words = f"Missing `{name}` field."
            return 422, {"statusCode": 422, "name": "missing_required_field", "message": words}
    if not ADDRESS.fullmatch(mail["to"][0]):
        words = "Invalid `to` field. The email address needs to follow the `email@example.com` format."
        return 422, {"statusCode": 422, "name": "validation_error", "message": words}
    return take(server, mail["to"][0], mail) or (200, {"id": str(uuid.uuid4())})


def amazon(request: Request, server: Server) -> Answer:
    if "Credential=AKIAPAPER/" not in request.headers.get("authorization", ""):
        return 403, {"message": "The security token included in the request is invalid."}
    if request.path == "/v2/email/account":
        return 200, {"SendingEnabled": True}
    assert request.path == "/v2/email/outbound-emails"
    mail = json.loads(request.body)
    mail["raw"] = base64.b64decode(mail["Content"]["Raw"]["Data"])
    return take(server, mail["Destination"]["ToAddresses"][0], mail) or (200, {"MessageId": uuid.uuid4().hex})


def take(server: Server, to: str, mail: dict[str, Any]) -> Answer | None:
    """Keep it, unless this recipient is one for whims."""
    address = ADDRESS.fullmatch(to)[1]
    if address in server.whims:
        whim = server.whims[address]
        if isinstance(whim, str):  # it hangs up
            raise ConnectionAbortedError
        return whim
    server.taken.append((address, mail))
    return None


@contextmanager
def provider(answer: Callable[[Request, Server], Answer]) -> Iterator[Server]:
    """One of them, until it is no longer needed."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            server.calls += 1
            try:
                code, said = answer(Request(self.path, headers, body), server)
            except ConnectionAbortedError:
                self.close_connection = True
                return
            data = said.encode() if isinstance(said, str) else json.dumps(said).encode()
            self.send_response(code)
            self.send_header("Content-Type", "text/plain" if isinstance(said, str) else "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST  # noqa: N815  # as above

        def log_message(self, *words: object) -> None:
            """Nobody reads it."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.port = listening.server_port
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
