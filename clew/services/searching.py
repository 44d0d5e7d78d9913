"""Finding messages by their words, and contacts by their names and addresses."""

from dataclasses import replace

from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault
from clew.ports.store.searching import SearchQuery
from clew.ports.store.views import Named, Page, SearchHit
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.snapshots import Snapshot

# A pasted letter is looked for by its beginning.
LONGEST_QUESTION = 1_000


async def search(query: SearchQuery, *, asker: Asker, deps: Deps) -> Snapshot[Page[SearchHit]]:
    """Return messages and notes that are asked for, the newest first.

    Raises:
        InvalidInput: Nothing is asked, or the cursor is not one of ours.
    """
    words = checked(query.text)
    if not words and not query.has_filter:
        raise InvalidInput("q", "say what to look for", Fault.MISSING)
    if query.since and query.until and query.since >= query.until:
        raise InvalidInput("until", "ends before it begins", Fault.ENDS_FIRST)
    asked = replace(query, text=words, workspace_id=asker.workspace_id)
    async with deps.store.read() as reader:
        seq = await reader.seq(asker.workspace_id)
        hits = await reader.search(asked)
    return Snapshot(seq=seq, value=hits)


async def search_contacts(
    text: str, *, cursor: str | None, limit: int, asker: Asker, deps: Deps
) -> Snapshot[Page[Named]]:
    """Return contacts whose name or address has the text in it; all of them without a text.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    words = checked(text)
    async with deps.store.read() as reader:
        seq = await reader.seq(asker.workspace_id)
        found = await reader.contacts(asker.workspace_id, words, cursor, limit)
    return Snapshot(seq=seq, value=found)


def checked(text: str) -> str:
    """Return the beginning of a text, without what no database takes."""
    words = " ".join(text.replace("\x00", " ").encode("utf-8", "ignore").decode().split())
    return words[:LONGEST_QUESTION]
