"""How text is read for search: folded, lightly stemmed, and cut where a script has no spaces.

The same function reads what is kept and what is asked, so the two meet. The language of a
message is not asked for: a word is filed under the stems of every language whose script it is
written in. That costs a term or two a word and spares a guess that short messages defeat.
"""

from clew.language.analyser.reading import analyse

__all__ = ["analyse"]
