"""What the counting mail server says on one connection, and when it misbehaves."""

from __future__ import annotations

import asyncio
import base64
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.delivery.smtp_server import CountingServer

END = b"\r\n.\r\n"
MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^>\r\n]*>)", re.IGNORECASE | re.MULTILINE)


class Talk(asyncio.Protocol):
    """One connection."""

    def __init__(self, server: CountingServer) -> None:
        self.server = server
        self.transport: asyncio.Transport
        self.said: list[str] = []  # not yet written
        self.loop = asyncio.get_running_loop()
        self.buffer = bytearray()
        self.in_content = self.deaf = False
        self.trusted = server.login is None
        self.forget()

    def forget(self) -> None:
        self.sender, self.recipient, self.fault = "", "", ""

    def connection_made(self, transport) -> None:
        server, self.transport = self.server, transport
        server.connections += 1
        server.open += 1
        server.talks.add(self)
        server.most_open = max(server.most_open, server.open)
        if server.most_connections is not None and server.open > server.most_connections:
            self.say("421 4.7.0 Too many connections")
        else:
            self.say("220 counting.example ESMTP")
        self.flush()

    def connection_lost(self, error) -> None:
        self.deaf = True
        self.server.open -= 1
        self.server.talks.discard(self)

    def data_received(self, data: bytes) -> None:
        searched = max(0, len(self.buffer) - len(END))
        self.buffer += data
        while not self.deaf:
            if self.in_content:
                if self.fault.startswith("content:") and len(self.buffer) > 10:
                    self.misbehave(self.fault)
                    break
                # A message of no lines is a dot alone.
                end = -2 if self.buffer.startswith(END[2:]) else self.buffer.find(END, searched)
                if end == -1:
                    break
                content = bytes(self.buffer[: max(end, 0) + (2 if end >= 0 else 0)])
                del self.buffer[: end + len(END)]
                self.in_content = False
                self.take(content)
            else:
                end = self.buffer.find(b"\n")
                if end == -1:
                    break
                line = bytes(self.buffer[:end]).rstrip(b"\r").decode("utf-8", "replace")
                del self.buffer[: end + 1]
                self.hear(line)
            searched = 0
        self.flush()

    def hear(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        answer = getattr(self, f"on_{verb.lower()}", None)
        if answer is None:
            self.say("500 5.5.2 What?")
        elif not self.trusted and verb.upper() in ("MAIL", "RCPT", "DATA"):
            self.say("530 5.7.0 Authentication required")
        else:
            answer(rest)

    def on_ehlo(self, rest: str) -> None:
        lines = ["counting.example", *self.server.offers, *(["AUTH PLAIN"] if self.server.login else [])]
        for line in lines[:-1]:
            self.said.append(f"250-{line}\r\n")
        self.say(f"250 {lines[-1]}")

    def on_helo(self, rest: str) -> None:
        self.say("250 counting.example")

    def on_auth(self, rest: str) -> None:
        given = base64.b64decode(rest.partition(" ")[2]).decode().split("\0")[1:]
        self.trusted = given == list(self.server.login or ())
        self.say("235 2.7.0 Welcome" if self.trusted else "535 5.7.8 Wrong name or password")

    def on_mail(self, rest: str) -> None:
        self.sender = _address(rest)
        fault = self.server.fault(self.sender) if self.sender in self.server._faults else ""
        if fault.startswith("mail:"):
            self.misbehave(fault)
            self.sender = ""
        else:
            self.say("250 2.1.0 Ok")

    def on_rcpt(self, rest: str) -> None:
        if not self.sender:
            self.say("503 5.5.1 Sender first")
            return
        recipient = _address(rest)
        self.server.tries[recipient] += 1
        self.fault = self.server.fault(recipient)
        if self.fault.startswith("rcpt:"):
            self.misbehave(self.fault)
        else:
            self.recipient = recipient
            self.say("250 2.1.5 Ok")

    def on_data(self, rest: str) -> None:
        if self.fault.startswith("data:") and self.recipient:
            self.misbehave(self.fault)
        elif self.recipient or self.server.takes_data_for_nobody:
            self.in_content = True
            self.say("354 Go on")
        else:
            self.say("503 5.5.1 Recipient first")

    def on_rset(self, rest: str) -> None:
        self.forget()
        self.say("250 2.0.0 Ok")

    def on_noop(self, rest: str) -> None:
        self.say("250 2.0.0 Ok")

    def on_quit(self, rest: str) -> None:
        self.server.goodbyes += 1
        self.say("221 2.0.0 Bye")
        self.hang_up()

    def take(self, content: bytes) -> None:
        """The whole message is here."""
        server, recipient, sender, fault = self.server, self.recipient, self.sender, self.fault
        self.forget()
        when, _, what = fault.partition(":")
        if not recipient:
            self.say("554 5.5.1 No valid recipients")
            return
        if when != "end" or what in ("drop", "stall", "junk"):
            server.accepted[recipient] += 1
            found = MESSAGE_ID.search(content, 0, 8192)
            server.message_ids[found[1].decode("utf-8", "replace") if found else ""] += 1
            if server.keep:
                server.messages.append((sender, recipient, _unstuffed(content)))
            if when == "end":
                server.unsaid[recipient] += 1
        if when == "end":
            self.misbehave(fault)
        else:
            self.say("250 2.0.0 Taken")

    def misbehave(self, fault: str) -> None:
        what = fault.partition(":")[2]
        if what in ("drop", "lost"):
            self.said.clear()
            self.deaf = True
            self.transport.abort()
        elif what == "stall":
            self.flush()
            self.deaf = True
            self.transport.pause_reading()
        elif what == "junk":
            self.say("HTTP/1.1 200 OK")
        else:
            self.say(f"{what} {what[0]}.{'1.1' if what == '550' else '3.0'} Told to refuse")

    def say(self, reply: str) -> None:
        self.said.append(f"{reply}\r\n")
        if reply.startswith("421"):
            self.hang_up()

    def hang_up(self) -> None:
        self.flush()
        self.deaf = True
        self.transport.close()

    def flush(self) -> None:
        if not self.said:
            return
        data = "".join(self.said).encode()
        self.said.clear()
        if self.server.delay:
            asyncio.get_running_loop().call_later(self.server.delay, self.transport.write, data)
        else:
            self.transport.write(data)


def _address(rest: str) -> str:
    return rest[rest.find("<") + 1 : rest.find(">")]


def _unstuffed(content: bytes) -> bytes:
    content = content.replace(b"\r\n..", b"\r\n.")
    return content[1:] if content.startswith(b"..") else content
