"""Ways out of the house: a mail server, a provider, a folder."""

from broadsheet.delivery.transports.contract import Envelope, Fate, Outcome, Transport, TransportDownError

__all__ = ["Envelope", "Fate", "Outcome", "Transport", "TransportDownError"]
