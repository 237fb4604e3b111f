"""Editions on the web, once they are sent: a page each, their list, their feed."""
