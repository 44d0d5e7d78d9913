"""Contacts are asked to confirm who they are, and do: by a one-time link, or by a code."""
