"""Answers with the sequence number that they are at least as new as.

Whoever shows a snapshot and then applies every change after its number sees what is there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from clew.domain.errors import NotFound
from clew.ports.store import Reader
from clew.services.asking import Asker
from clew.services.deps import Deps

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Generic[Value]):
    """An answer, and how new it is."""

    seq: int
    value: Value


async def take(
    question: Callable[[Reader], Awaitable[Value]], *, asker: Asker, deps: Deps
) -> Snapshot[Value]:
    """Ask one question of the workspace as it is now."""
    async with deps.store.read() as reader:
        # The number first: what is committed in between is in the answer and comes once more.
        seq = await reader.seq(asker.workspace_id)
        return Snapshot(seq=seq, value=await question(reader))


async def take_one(
    question: Callable[[Reader], Awaitable[Value | None]],
    what: tuple[str, object],
    *,
    asker: Asker,
    deps: Deps,
) -> Snapshot[Value]:
    """Ask for one thing of the workspace as it is now.

    Raises:
        NotFound: There is no such thing here; `what` names it.
    """
    found = await take(question, asker=asker, deps=deps)
    if found.value is None:
        raise NotFound(what[0], str(what[1]))
    return Snapshot(seq=found.seq, value=found.value)
