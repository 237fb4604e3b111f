"""How fast an edition leaves, beside Postfix's own generator of mail and Django's way to send."""
