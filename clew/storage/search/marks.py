"""What is filed with a text besides its words, and never changes: where from, who, what with.

A mark begins with an underscore, which no term of a text does: nobody can type one. So filters
cost what a further word costs. What changes (whose case it is, its tags) is no mark; the case is,
by its number. When it was is none either: see `hours`.
"""

import re
from collections.abc import Iterator, Sequence
from uuid import UUID

from clew.ports.store.searching import SearchQuery

# Everything has it, so that a question about nothing else finds everything.
ANY = "_x"
HAS_FILE = "_f"
_ODD = re.compile(r"[^a-z0-9]+")


def of_channel(channel: str) -> str:
    """Return the mark of a channel."""
    return f"_c{_ODD.sub('_', channel.lower())}"


def of_author(agent_id: UUID) -> str:
    """Return the mark of what an agent wrote."""
    return f"_a{agent_id.hex}"


def of_case(number: int) -> str:
    """Return the mark of a case."""
    return f"_k{number}"


def of_query(query: SearchQuery) -> Iterator[Sequence[str]]:
    """Yield sets of marks, of each of which what is asked for has one."""
    if query.channel is not None:
        yield (of_channel(query.channel),)
    if query.agent_id is not None:
        yield (of_author(query.agent_id),)
    if query.has_file:
        yield (HAS_FILE,)
