"""The whole public paper as plain files, for any web space, a USB stick, an onion service."""
