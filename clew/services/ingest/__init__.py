"""What providers sent becomes conversations: the only way in for contacts' words.

`batch` claims raw events, `parsing` reads them and says what has to be known to understand
them, and `messages`, `receipts` and `touches` decide. All effects of a batch, and the marks
that its events are done, are one transaction.
"""

from clew.services.ingest.batch import ingest

__all__ = ["ingest"]
