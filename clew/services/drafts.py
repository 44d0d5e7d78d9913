"""Drafts on the server, so that words begun on one machine are there on another.

A draft belongs to one agent; nobody else ever sees it. Whoever saves or deletes one says which
words they had before them: what was written since, in another window or on another machine, stays,
and who saves is told of it. Who does not say so wins with the newer words.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault
from clew.domain.ids import CaseId
from clew.ports.store import Transaction
from clew.ports.store.tools import KeptDraft
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.snapshots import Snapshot, take

MODES = ("reply", "note")
MAX_CHARS = 60_000
# A machine whose clock is fast must not win over every other for ever.
MAX_AHEAD = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft as composers exchange it; what `content` holds is theirs to say."""

    case_id: UUID
    mode: str
    content: Mapping[str, object]
    written_at: datetime


def view(draft: KeptDraft) -> DraftView:
    """Return a draft as composers exchange it."""
    return DraftView(
        case_id=draft.case_id,
        mode=draft.mode,
        content=draft.content,
        written_at=draft.written_at,
    )


async def list_drafts(*, asker: Asker, deps: Deps) -> Snapshot[list[DraftView]]:
    """Return all drafts of the asker, the latest first."""
    found = await take(
        lambda reader: reader.tools.drafts.of_agent(asker.workspace_id, asker.id),
        asker=asker,
        deps=deps,
    )
    return Snapshot(seq=found.seq, value=[view(one) for one in found.value])


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDraft:
    """What the asker has written so far.

    Attributes:
        written_at: When they last changed it.
        based_on: The `written_at` of the words that they last saw; None: whatever there is.
    """

    case_id: CaseId
    mode: str
    content: Mapping[str, object]
    written_at: datetime
    based_on: datetime | None = None


async def keep_draft(command: KeepDraft, *, asker: Asker, deps: Deps) -> DraftView:
    """Keep a draft; return the newer one instead, if another machine has written since.

    Raises:
        NotFound: There is no such case here.
        InvalidInput: It is too long, or no draft at all.
    """
    _check_mode(command.mode)
    written = json.dumps(command.content)
    if len(written) > MAX_CHARS or "\\u0000" in written:
        too_long = f"at most {MAX_CHARS} characters of JSON"
        raise InvalidInput("content", too_long, Fault.TOO_LONG, most=MAX_CHARS)
    draft = KeptDraft(
        agent_id=asker.id,
        case_id=command.case_id,
        mode=command.mode,
        content=command.content,
        written_at=min(command.written_at, deps.clock.now() + MAX_AHEAD),
    )
    async with deps.store.write() as tx:
        await load_case(tx, asker, command.case_id)
        return view(await tx.tools.drafts.save(asker.workspace_id, draft, command.based_on))


async def forget_draft(
    case_id: CaseId, mode: str, up_to: datetime | None = None, *, asker: Asker, deps: Deps
) -> None:
    """Delete a draft, unless it was written after `up_to`; one that is not there is gone already.

    Raises:
        NotFound: There is no such case here.
    """
    _check_mode(mode)
    async with deps.store.write() as tx:
        await load_case(tx, asker, case_id)
        await tx.tools.drafts.forget(asker.workspace_id, (asker.id, case_id, mode), up_to)


async def forget_sent(
    tx: Transaction, case_id: CaseId, mode: str, text: str, *, asker: Asker
) -> None:
    """Delete the draft of what was just sent; one that goes on from there stays."""
    draft = await tx.tools.drafts.get(asker.workspace_id, asker.id, case_id, mode)
    if draft is not None and str(draft.content.get("text", "")).strip() == text.strip():
        await tx.tools.drafts.forget(asker.workspace_id, (asker.id, case_id, mode))


def _check_mode(mode: str) -> None:
    if mode not in MODES:
        raise InvalidInput("mode", f"one of: {', '.join(MODES)}")
