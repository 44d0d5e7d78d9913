"""What providers sent becomes conversations: the only way in for contacts' words.

`batch` claims raw events, `parsing` reads them and says what has to be known to understand
them, and `messages`, `receipts` and `touches` decide. All effects of a batch, and the marks
that its events are done, are one transaction.
"""

from clew.services.ingest.appetite import Appetite
from clew.services.ingest.batch import ingest, take_directly
from clew.services.ingest.parsing import Said
from clew.services.ingest.work import Work

__all__ = ["Appetite", "Said", "Work", "ingest", "take_directly"]
