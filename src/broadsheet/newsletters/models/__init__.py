"""Newsletters, their editions, and who has asked for them."""

from broadsheet.newsletters.models.consent import Consent
from broadsheet.newsletters.models.edition import Edition
from broadsheet.newsletters.models.erased import Erased
from broadsheet.newsletters.models.intake import Intake, RefusedRow
from broadsheet.newsletters.models.newsletter import Newsletter
from broadsheet.newsletters.models.sign_up import SignUp
from broadsheet.newsletters.models.subscriber import Subscriber
from broadsheet.newsletters.models.subscription import Subscription

__all__ = [
    "Consent",
    "Edition",
    "Erased",
    "Intake",
    "Newsletter",
    "RefusedRow",
    "SignUp",
    "Subscriber",
    "Subscription",
]
