"""Reading of mails: what is visible, what is new, and HTML that is safe to show. Pure."""

from clew.channels.email.reading.folds import Fold, FoldKind, Reading
from clew.channels.email.reading.reader import read

__all__ = ["Fold", "FoldKind", "Reading", "read"]
