"""The contact's side of a web chat: everything that the contact API can be asked for.

Visitors' words go the way of all contacts' words (`clew.services.ingest`), only that they are
taken in at once; what visitors see is messages alone.
"""
