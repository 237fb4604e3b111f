"""Mail leaves by SMTP (RFC 5321), fast: one thread, several connections, commands in groups (RFC 2920)."""

from broadsheet.delivery.transports.smtp.server import Patience, Server
from broadsheet.delivery.transports.smtp.transport import SmtpTransport

__all__ = ["Patience", "Server", "SmtpTransport"]
