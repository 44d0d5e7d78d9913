"""Moves as they are, turns and holders as they were: derived from cases before and after.

A span begins where the one before it ended, even if a clock was put back in between, so that
the spans of a case add up to the time it was open.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from clew.domain.case import Case
from clew.domain.facts import CANCELLING, Facts, Turn
from clew.domain.moves import Holder
from clew.ports.store.changes import CaseChange, Changes
from clew.storage.engine import Engine, Statement
from clew.storage.schema import holder_spans, moves, turns
from clew.storage.schema.cases import HAS_NOT_ENDED
from clew.storage.unit import Many, Unit, Values

_FORGET_MOVES = Many(
    delete(moves).where(
        moves.c.workspace_id == bindparam("here"), moves.c.case_id == bindparam("which")
    )
)
_ADD_MOVES = Many(insert(moves))
_IS_OPEN_SPAN = (
    holder_spans.c.workspace_id == bindparam("here"),
    holder_spans.c.case_id == bindparam("which"),
    HAS_NOT_ENDED,
)
_END_TURN = Many(
    update(turns)
    .where(turns.c.workspace_id == bindparam("here"), turns.c.id == bindparam("which"))
    .values(
        satisfied_at=bindparam("ended_at"),
        outcome=bindparam("how"),
        reply_id=bindparam("by_reply"),
    )
)
_TURN_FIELDS = ("opened_at", "due_at", "acknowledge_by", "is_first", "level")


def _open_turn(engine: Engine) -> Statement:
    """Return the insert of a turn; one that was ended is open again."""
    added = engine.insert(turns)
    renewed = {name: added.excluded[name] for name in _TURN_FIELDS}
    return added.on_conflict_do_update(
        index_elements=list(turns.primary_key.c),
        set_={**renewed, "satisfied_at": None, "outcome": None, "reply_id": None},
    )


def _end_span(engine: Engine) -> Statement:
    to = bindparam("to_ended_at", type_=holder_spans.c.ended_at.type)
    return (
        update(holder_spans)
        .where(*_IS_OPEN_SPAN)
        .values(ended_at=engine.greatest(holder_spans.c.began_at, to))
    )


def _begin_span(engine: Engine) -> Statement:
    """Return the insert of a first span, or of one after a case was taken up again.

    A case that ended and goes on in one instant has a span that lasted no time, overwritten.
    """
    added = engine.insert(holder_spans)
    return added.on_conflict_do_update(
        index_elements=list(holder_spans.primary_key.c),
        set_={
            "ended_at": None,
            "holder": added.excluded.holder,
            "holder_id": added.excluded.holder_id,
        },
    )


def _follow(engine: Engine) -> Statement:
    """Return the insert of a span that begins where the last one ended.

    A span that lasted no time is overwritten: it has the key of the one that follows it.
    """
    earlier = holder_spans.alias("earlier")
    here = bindparam("here", type_=holder_spans.c.workspace_id.type)
    which = bindparam("which", type_=holder_spans.c.case_id.type)
    last_end = (
        select(func.max(earlier.c.ended_at))
        .where(earlier.c.workspace_id == here, earlier.c.case_id == which)
        .scalar_subquery()
    )
    at = bindparam("at", type_=holder_spans.c.began_at.type)
    added = engine.insert(holder_spans).values(
        workspace_id=here,
        case_id=which,
        began_at=func.coalesce(last_end, at),
        holder=bindparam("to_holder"),
        holder_id=bindparam("to_holder_id"),
    )
    return added.on_conflict_do_update(
        index_elements=list(holder_spans.primary_key.c),
        set_={
            "ended_at": None,
            "holder": added.excluded.holder,
            "holder_id": added.excluded.holder_id,
        },
    )


_OPEN_TURNS = Many(_open_turn)
_END_SPANS = Many(_end_span)
_BEGIN_SPANS = Many(_begin_span)
_FOLLOW = Many(_follow)
_ADD_SPANS = Many(insert(holder_spans))


async def write(unit: Unit, changes: Changes) -> None:
    """Write what a batch does to moves, turns and spans."""
    await _write_moves(unit, changes.cases.values())
    await _write_turns(unit, changes)
    await _write_spans(unit, changes)


async def _write_moves(unit: Unit, changed: Iterable[CaseChange]) -> None:
    moved = [
        change
        for change in changed
        if change.before is None or change.before.moves != change.after.moves
    ]
    old = [change.after for change in moved if change.before is not None]
    await unit.run(_FORGET_MOVES, [{"here": case.workspace_id, "which": case.id} for case in old])
    await unit.run(
        _ADD_MOVES,
        [values for change in moved for values in _move_values(change.after)],
    )


def _move_values(case: Case) -> Iterable[Values]:
    for place, move in enumerate(case.moves):
        yield {
            "workspace_id": case.workspace_id,
            "case_id": case.id,
            "place": place,
            "holder": move.holder.value,
            "holder_id": move.holder_id,
            "kind": move.kind.value,
            "opened_at": move.opened_at,
            "due_at": move.due_at,
            "level": move.level,
            "is_next": place == 0,
        }


async def _write_turns(unit: Unit, changes: Changes) -> None:
    """End the turns that are open no more, then open those that are: one at a time per case."""
    ended, opened = [], []
    for change in changes.cases.values():
        before = change.before.facts.answer if change.before else None
        after = change.after.facts.answer
        if before is not None and (after is None or after.id != before.id):
            ended.append(_end_values(change.after, before, changes.at))
        if after is not None and after != before:
            opened.append(_turn_values(change.after, after))
    await unit.run(_END_TURN, ended)
    await unit.run(_OPEN_TURNS, opened)


def _turn_values(case: Case, turn: Turn) -> Values:
    fields = {name: getattr(turn, name) for name in _TURN_FIELDS}
    return {"workspace_id": case.workspace_id, "id": turn.id, "case_id": case.id, **fields}


def _end_values(case: Case, turn: Turn, at: datetime) -> Values:
    how = _outcome(case.facts, turn, at)
    is_answered = how in {"met", "missed"}
    return {
        "here": case.workspace_id,
        "which": turn.id,
        "ended_at": at,
        "how": how,
        "by_reply": case.facts.last_reply_id if is_answered else None,
    }


def _outcome(facts: Facts, turn: Turn, at: datetime) -> str:
    if facts.answer is not None:
        return "joined"
    if facts.waived is not None and facts.waived.turn.id == turn.id:
        return "not_needed"
    if facts.resolution is not None and facts.resolution.outcome in CANCELLING:
        return "cancelled"
    return "met" if at <= turn.due_at else "missed"


async def _write_spans(unit: Unit, changes: Changes) -> None:
    begun = [
        _span_values(change.after, _began_at(change, changes.at)) for change in _begun(changes)
    ]
    await unit.run(_END_SPANS, _ended(changes))
    await unit.run(_BEGIN_SPANS, begun)
    await unit.run(_FOLLOW, _following(changes))
    await unit.run(_ADD_SPANS, _instants(changes))


def _instants(changes: Changes) -> list[Values]:
    """Return the spans, of no length, of cases that ended as they began: nothing was owed."""
    return [
        {
            "workspace_id": case.workspace_id,
            "case_id": case.id,
            "began_at": case.facts.opened_at,
            "ended_at": case.facts.resolution.at,
            "holder": Holder.CONTACT.value,
            "holder_id": None,
        }
        for change in changes.cases.values()
        if (case := change.after).facts.resolution is not None and change.before is None
    ]


def _begun(changes: Changes) -> Iterable[CaseChange]:
    """Yield the cases that are open now and were not before."""
    for change in changes.cases.values():
        if change.after.is_open and (change.before is None or not change.before.is_open):
            yield change


def _began_at(change: CaseChange, at: datetime) -> datetime:
    return change.after.facts.opened_at if change.before is None else at


def _ended(changes: Changes) -> list[Values]:
    """Return the ends of spans: another holds the move, or nobody does any more."""
    return [
        {
            "here": change.after.workspace_id,
            "which": change.after.id,
            "to_ended_at": resolution.at
            if (resolution := change.after.facts.resolution) is not None
            else changes.at,
        }
        for change in changes.cases.values()
        if change.before is not None
        and change.before.is_open
        and _holder(change.before) != _holder(change.after)
    ]


def _following(changes: Changes) -> list[Values]:
    """Return the spans that begin where another ended."""
    return [
        _following_values(change.after, changes.at)
        for change in changes.cases.values()
        if change.before is not None
        and change.before.is_open
        and change.after.is_open
        and _holder(change.before) != _holder(change.after)
    ]


def _holder(case: Case) -> tuple[object, object] | None:
    return (case.next_move.holder, case.next_move.holder_id) if case.next_move else None


def _span_values(case: Case, began_at: datetime) -> Values:
    move = case.next_move
    return {
        "workspace_id": case.workspace_id,
        "case_id": case.id,
        "began_at": began_at,
        "holder": move.holder.value if move else None,
        "holder_id": move.holder_id if move else None,
    }


def _following_values(case: Case, at: datetime) -> Values:
    values = _span_values(case, at)
    names = ("here", "which", "at", "to_holder", "to_holder_id")
    return dict(zip(names, values.values(), strict=True))
