"""Contacts who become one, and two again: rows that change hands in one transaction."""
