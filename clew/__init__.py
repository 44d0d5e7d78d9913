"""Clew: a contact centre for asynchronous messaging that never loses the thread."""

__version__ = "0.1.0"
