"""What is to be sent, to whom, and what became of it."""

from broadsheet.delivery.models.claim import Claim
from broadsheet.delivery.models.delivery import Delivery
from broadsheet.delivery.models.dispatch import Dispatch
from broadsheet.delivery.models.pace import Pace
from broadsheet.delivery.models.suppression import Suppression

__all__ = ["Claim", "Delivery", "Dispatch", "Pace", "Suppression"]
