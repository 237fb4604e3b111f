"""Brings subscribers from a CSV file: of Ghost, Mailchimp, listmonk, of this paper, or of anything else.

The whole file is read first, into a store of its own on this machine (`staging`), and only then written down, in short
transactions. So a file that cannot be read changes nothing, and nobody waits for a large one.
"""
