"""Finding messages by their words, and contacts by their names and addresses."""

from clew.domain.errors import InvalidInput
from clew.ports.store.views import Named, Page, SearchHit
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.snapshots import Snapshot

LONGEST_QUESTION = 200


async def search(
    text: str, *, cursor: str | None, limit: int, asker: Asker, deps: Deps
) -> Snapshot[Page[SearchHit]]:
    """Return messages and notes that contain the words, the newest first.

    Raises:
        InvalidInput: There are no words, too many, or the cursor is not one of ours.
    """
    words = checked(text)
    if not words:
        raise InvalidInput("q", "say what to look for")
    async with deps.store.read() as reader:
        seq = await reader.seq(asker.workspace_id)
        hits = await reader.search(asker.workspace_id, words, cursor, limit)
    return Snapshot(seq=seq, value=hits)


async def search_contacts(
    text: str, *, cursor: str | None, limit: int, asker: Asker, deps: Deps
) -> Snapshot[Page[Named]]:
    """Return contacts whose name or address has the text in it; all of them without a text.

    Raises:
        InvalidInput: The text is too long, or the cursor is not one of ours.
    """
    words = checked(text)
    async with deps.store.read() as reader:
        seq = await reader.seq(asker.workspace_id)
        found = await reader.contacts(asker.workspace_id, words, cursor, limit)
    return Snapshot(seq=seq, value=found)


def checked(text: str) -> str:
    """Return the text without what no database takes.

    Raises:
        InvalidInput: It is too long.
    """
    words = " ".join(text.replace("\x00", " ").encode("utf-8", "ignore").decode().split())
    if len(words) > LONGEST_QUESTION:
        raise InvalidInput("q", f"at most {LONGEST_QUESTION} characters")
    return words
