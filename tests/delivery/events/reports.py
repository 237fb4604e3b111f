"""Reports as providers send them, signed as they sign: from their documentation, with invented names."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from dataclasses import dataclass, field
from typing import Any

SECRETS = {
    "amazon-ses": "events:tide-words",
    "brevo": "events:tide-words",
    "mailgun": "signing-key-1",
    "postmark": "events:tide-words",
    "resend": "whsec_" + base64.b64encode(b"tide-words-of-24-letters").decode(),
}
ACCOUNTS = {
    "amazon-ses": "amazon-ses://AKIAPAPER:secret@eu-west-1",
    "brevo": "brevo://key",
    "mailgun": "mailgun://key@mg.paper.example",
    "postmark": "postmark://token",
    "resend": "resend://re_key",
}
READER, NAME = "reader1@host1.example", "0b5b6c1e-name"


@dataclass
class Posted:
    """A request's body and headers."""

    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def basic(secret: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(secret.encode()).decode()}


def postmark(kind: str, name: str = NAME, *, secret: str = SECRETS["postmark"], **more: Any) -> Posted:
    record = {"hard": "Bounce", "soft": "Bounce", "complaint": "SpamComplaint", "delivered": "Delivery"}[kind]
    types = {"hard": "HardBounce", "soft": "SoftBounce", "complaint": "SpamComplaint"}
    event = {
        "RecordType": record,
        "Type": types.get(kind, ""),
        "ID": 42,
        "MessageID": name,
        "Email": READER,
        "Description": "The server was unable to deliver your message",
        "Details": "smtp;550 5.1.1 unknown" if kind == "hard" else "",
        "BouncedAt": "2026-11-29T16:10:36Z",
        "Metadata": {},
    }
    return Posted(json.dumps(event | more).encode(), basic(secret))


def brevo(kind: str, name: str = NAME, *, secret: str = SECRETS["brevo"]) -> Posted:
    event = {"hard": "hard_bounce", "soft": "soft_bounce", "complaint": "spam", "delivered": "delivered"}[
        kind
    ]
    body = {
        "event": event,
        "email": READER,
        "message-id": name,
        "reason": "550 5.1.1 unknown",
        "ts_epoch": 1795968636000,
    }
    return Posted(json.dumps(body).encode(), basic(secret))


def mailgun(kind: str, name: str = NAME, *, secret: str = SECRETS["mailgun"]) -> Posted:
    stamp, token = str(int(time.time())), "a" * 50
    event: dict[str, Any] = {
        "event": {"complaint": "complained", "delivered": "delivered"}.get(kind, "failed"),
        "timestamp": 1795968636.0,
        "recipient": READER,
        "message": {"headers": {"message-id": name.strip("<>"), "to": READER}},
        "user-variables": {},
        "delivery-status": {"code": 550, "message": "5.1.1 unknown", "description": ""},
    }
    if kind in ("hard", "soft"):
        event |= {"severity": "permanent", "reason": "bounce" if kind == "hard" else "generic"}
    signature = hmac.digest(secret.encode(), f"{stamp}{token}".encode(), "sha256").hex()
    body = {"signature": {"timestamp": stamp, "token": token, "signature": signature}, "event-data": event}
    return Posted(json.dumps(body).encode())


def resend(kind: str, name: str = NAME, *, secret: str = SECRETS["resend"]) -> Posted:
    types = {"complaint": "email.complained", "delivered": "email.delivered"}
    data: dict[str, Any] = {"email_id": name, "to": [READER], "headers": []}
    if kind in ("hard", "soft"):
        words = "The recipient's email provider sent a hard bounce message."
        data["bounce"] = {
            "type": "Permanent" if kind == "hard" else "Transient",
            "subType": "General",
            "message": words,
        }
    event = {"type": types.get(kind, "email.bounced"), "created_at": "2026-11-29T16:10:36.000Z", "data": data}
    body, stamp = json.dumps(event).encode(), str(int(time.time()))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signature = base64.b64encode(hmac.digest(key, f"msg_1.{stamp}.".encode() + body, hashlib.sha256)).decode()
    return Posted(body, {"svix-id": "msg_1", "svix-timestamp": stamp, "svix-signature": f"v1,{signature}"})


def amazon(kind: str, name: str = NAME, *, secret: str = SECRETS["amazon-ses"]) -> Posted:
    mail = {"messageId": name, "destination": [READER], "headers": []}
    event: dict[str, Any] = {
        "notificationType": "Delivery",
        "mail": mail,
        "delivery": {"recipients": [READER]},
    }
    if kind in ("hard", "soft"):
        reader = {"emailAddress": READER, "diagnosticCode": "smtp; 550 5.1.1 unknown"}
        bounce = {"bounceType": "Permanent" if kind == "hard" else "Transient", "bounceSubType": "General"}
        event |= {"notificationType": "Bounce", "bounce": bounce | {"bouncedRecipients": [reader]}}
    if kind == "complaint":
        complaint = {"complainedRecipients": [{"emailAddress": READER}], "complaintFeedbackType": "abuse"}
        event |= {"notificationType": "Complaint", "complaint": complaint}
    return sns("Notification", secret=secret, Message=json.dumps(event))


def sns(kind: str, *, secret: str = SECRETS["amazon-ses"], **more: str) -> Posted:
    """What Amazon's notification service posts."""
    body = {
        "Type": kind,
        "MessageId": "m-1",
        "TopicArn": "arn:aws:sns:eu-west-1:1234:bounces",
        "Timestamp": "2026-11-29T16:10:36Z",
    }
    headers = {"x-amz-sns-message-type": kind, "x-amz-sns-message-id": "m-1"}
    return Posted(json.dumps(body | more).encode(), headers | basic(secret))


BY_PROVIDER = {
    "amazon-ses": amazon,
    "brevo": brevo,
    "mailgun": mailgun,
    "postmark": postmark,
    "resend": resend,
}
