"""Mail that comes back, as mail servers write it: RFC 3464 and what each does in its own way. All of it is invented."""

from __future__ import annotations

READER = "reader1@host1.example"


def crlf(text: str) -> bytes:
    return text.lstrip("\n").replace("\n", "\r\n").encode()


def original(name: str, reader: str = READER) -> str:
    """The head of the message that came back."""
    return f"""From: The Harbour Ledger <morning@paper.example>
To: {reader}
Subject: The morning tide
Message-ID: {name}
List-Unsubscribe: <https://paper.example/newsletters/leave/abc/>
"""


def postfix(
    to: str, name: str, *, status: str = "5.1.1", action: str = "failed", reader: str = READER
) -> bytes:
    code = "550" if status.startswith("5") else "452"
    return crlf(f"""
Return-Path: <>
Delivered-To: {to}
From: MAILER-DAEMON@mx.host1.example (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="6A1.1795968636/mx.host1.example"
Message-ID: <20261129161036.6A1@mx.host1.example>

This is a MIME-encapsulated message.

--6A1.1795968636/mx.host1.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.host1.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<{reader}>: host mail.host1.example[192.0.2.1] said: {code} {status}
    <{reader}>: Recipient address rejected (in reply to RCPT TO command)

--6A1.1795968636/mx.host1.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.host1.example
X-Postfix-Queue-ID: 6A1
X-Postfix-Sender: rfc822; {to}
Arrival-Date: Sun, 29 Nov 2026 16:10:30 +0000 (UTC)

Final-Recipient: rfc822; {reader}
Original-Recipient: rfc822;{reader}
Action: {action}
Status: {status}
Remote-MTA: dns; mail.host1.example
Diagnostic-Code: smtp; {code} {status} <{reader}>: Recipient address rejected

--6A1.1795968636/mx.host1.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

{original(name, reader)}
Good morning.

--6A1.1795968636/mx.host1.example--
""")


def exim(to: str, name: str, *, why: str = "550 5.1.1 No such user here") -> bytes:
    """In words alone, as Exim wrote before 4.85; it names who failed in a header of its own."""
    return crlf(f"""
Return-path: <>
Envelope-to: {to}
X-Failed-Recipients: {READER}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.host1.example>
To: {to}
Subject: Mail delivery failed: returning message to sender
Message-Id: <E1tA-0001@mx.host1.example>

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {READER}
    host mail.host1.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<{READER}>:
    {why}

------ This is a copy of the message, including all the headers. ------

{original(name)}
Good morning.
""")


def exchange(to: str, name: str) -> bytes:
    return crlf(f"""
From: postmaster@host1.example
To: {to}
Subject: Undeliverable: The morning tide
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="4f2-ex"
X-MS-Exchange-Message-Is-Ndr:
Auto-Submitted: auto-replied
In-Reply-To: {name}
References: <first@else.example>
\t{name}

--4f2-ex
Content-Type: multipart/alternative; boundary="4f2-alt"

--4f2-alt
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

WW91ciBtZXNzYWdlIGNvdWxkbid0IGJlIGRlbGl2ZXJlZC4=

--4f2-alt--

--4f2-ex
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR00.host1.example
Received-From-MTA: dns;mail.paper.example
Arrival-Date: Sun, 29 Nov 2026 16:10:30 +0000

Final-Recipient: rfc822;{READER}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--4f2-ex
Content-Type: text/rfc822-headers

Received: from mail.paper.example (192.0.2.9) by mx.host1.example
{original(name)}

--4f2-ex--
""")


def gmail(to: str, name: str, *, status: str = "5.2.1") -> bytes:
    code = status.replace(".", "")[0] + "50"
    return crlf(f"""
Delivered-To: {to}
From: Mail Delivery Subsystem <mailer-daemon@mail.example>
To: {to}
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
In-Reply-To: {name}
X-Failed-Recipients: {READER}
Content-Type: multipart/report; boundary="00000000000042"; report-type=delivery-status

--00000000000042
Content-Type: text/plain; charset="UTF-8"

** Address not found **

--00000000000042
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example
Arrival-Date: Sun, 29 Nov 2026 08:10:36 -0800 (PST)

Final-Recipient: rfc822; {READER}
Action: failed
Status: {status}
Diagnostic-Code: smtp; {code}-{status} The account that you tried to reach is disabled. For more
 {code} {status} information, go elsewhere. 4ad-20020 - gsmtp
Last-Attempt-Date: Sun, 29 Nov 2026 08:10:37 -0800 (PST)

--00000000000042
Content-Type: message/rfc822

{original(name)}
--00000000000042--
""")


def qmail(to: str, name: str) -> bytes:
    """A form of its own (QSBMF): words, a line, and the message."""
    return crlf(f"""
Return-Path: <>
Delivered-To: {to}
From: MAILER-DAEMON@mx.host1.example
To: {to}
Subject: failure notice

Hi. This is the qmail-send program at mx.host1.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{READER}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <{to}>
{original(name)}
Good morning.
""")


def complaint(to: str, name: str, *, kind: str = "abuse", sender: str = "") -> bytes:
    return crlf(f"""
From: <complaints@feedback.example>
To: {to}
Subject: FW: The morning tide
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="arf"

--arf
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report for a message received on Sun, 29 Nov 2026.

--arf
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: Feedback/1.0
Version: 1
Original-Mail-From: <{sender}>
Original-Rcpt-To: <{READER}>
Source-IP: 192.0.2.9

--arf
Content-Type: message/rfc822

{original(name, "redacted@host1.example")}
Good morning.
--arf--
""")


def away(to: str, name: str) -> bytes:
    """A person's machine answers for them, and quotes what a bounce would."""
    return crlf(f"""
Return-Path: <>
From: {READER}
To: {to}
Subject: Auto: The morning tide
Auto-Submitted: auto-replied (vacation)
In-Reply-To: {name}

Your message
because:
 {READER}
I am away until Monday. 550 5.1.1 steps from the sea.
""")


def letter(to: str, name: str) -> bytes:
    """A reader has answered by hand."""
    return crlf(f"""
From: {READER}
To: {to}
Subject: Re: The morning tide
In-Reply-To: {name}

Thank you for the piece about the ferry.
""")
