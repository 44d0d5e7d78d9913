"""Say in the log that something beside the cases has changed: whoever shows it reads it again."""

from clew.ports.store import Changes, LogEntry, Transaction
from clew.services.asking import Asker
from clew.services.deps import Deps


async def tell_everybody(kind: str, tx: Transaction, *, asker: Asker, deps: Deps) -> None:
    """Tell the whole workspace of a change; `kind` is one of `kinds.OUTDATING`."""
    now = deps.clock.now()
    entry = LogEntry(kind=kind, at=now, actor=asker.author)
    await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[entry]))


async def tell_own(kind: str, tx: Transaction, *, asker: Asker, deps: Deps) -> None:
    """Tell the asker's other windows and machines, and nobody else."""
    now = deps.clock.now()
    entry = LogEntry(kind=kind, at=now, agent_id=asker.id, actor=asker.author)
    await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[entry]))
