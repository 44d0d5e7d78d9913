"""Letters: what a reply needs beside its text on channels where messages have subjects and readers.

`drafting` says what an answer begins with, `wishes` checks what an agent wants instead, `headings`
gathers everything at dispatch. None of it knows which channels these are.
"""

from clew.services.letters.books import Book, book_of
from clew.services.letters.drafting import LetterDraft, draft_for
from clew.services.letters.headings import heading_of
from clew.services.letters.loading import LetterView, drafted, get_draft
from clew.services.letters.wishes import Wishes, content_of

__all__ = [
    "Book",
    "LetterDraft",
    "LetterView",
    "Wishes",
    "book_of",
    "content_of",
    "draft_for",
    "drafted",
    "get_draft",
    "heading_of",
]
