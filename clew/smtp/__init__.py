"""Mails leave by SMTP: the adapter of `clew.ports.mail`."""
