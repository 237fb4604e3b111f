"""Mail providers that take messages over HTTP; Anymail knows how each of them wants to be spoken to.

Anymail comes with `broadsheet[providers]`: only what is imported when a provider is used may import it.
"""

from broadsheet.delivery.transports.provider.opening import open_provider

__all__ = ["open_provider"]
