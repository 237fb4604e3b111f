"""Forgetting beyond this machine: CDNs are told what has changed, and pages tell them what they show."""

from broadsheet.edge.purging.everywhere import purge_everywhere, response_headers
from broadsheet.edge.purging.purger import PurgeError, Purger

__all__ = ["PurgeError", "Purger", "purge_everywhere", "response_headers"]
