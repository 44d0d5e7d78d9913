"""The table of the operations model (section 2.5), row by row: what each event leads to.

The sentences of the table stand in the ids; edge cases are with the verb of each event.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import get_args

import pytest

from clew.domain import events
from clew.domain.case import Case
from clew.domain.effects import EFFECTS, opened_facts
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_case,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    bot_began,
    consult_closed,
    failed,
    held,
    left,
    parked,
    promised,
    received,
    replied,
    resolved,
    returned,
    swept,
    waived,
)

NOON = MONDAY_NINE + 3 * HOUR
TUESDAY = MONDAY_NINE + A_DAY
AGENT, TEAM, BOT = Holder.AGENT, Holder.TEAM, Holder.BOT
DEPARTMENT, TIMER, CONTACT = Holder.DEPARTMENT, Holder.TIMER, Holder.CONTACT


@dataclass(frozen=True)
class Row:
    """A row of the table: a case after the event, and the moves that it must have."""

    says: str
    case: Case
    moves: tuple[tuple[Holder, MoveKind, datetime], ...]


WAITING = a_waiting_case()
ANSWERED = an_answered_case()

ROWS = (
    Row(
        "a message opens an answer",
        after(a_case(), received(MONDAY_NINE)),
        ((TEAM, MoveKind.ANSWER, MONDAY_NINE + 30 * MINUTE),),
    ),
    Row(
        "a message cancels contact and timer",
        after(ANSWERED, parked(TUESDAY), received(NOON, 1)),
        ((AGENT, MoveKind.ANSWER, NOON + HOUR),),
    ),
    Row(
        "a message while a bot is on is the bot's",
        after(a_case(), bot_began(NOON), received(NOON)),
        ((BOT, MoveKind.BOT, NOON + MINUTE / 2),),
    ),
    Row(
        "a message while the owner is away is the team's",
        after(ANSWERED, left(NOON), received(NOON, 1)),
        ((TEAM, MoveKind.ANSWER, NOON + HOUR),),
    ),
    Row(
        "a message during a consult is acknowledged while the department stays",
        after(ANSWERED, promised(TUESDAY), asked(NOON), received(NOON - HOUR, 1)),
        (
            (AGENT, MoveKind.ACKNOWLEDGE, NOON - 50 * MINUTE),
            (DEPARTMENT, MoveKind.CONSULT, NOON),
        ),
    ),
    Row(
        "a message to a resolved case reopens it for its owner",
        after(ANSWERED, resolved(NOON), received(TUESDAY, 1)),
        ((AGENT, MoveKind.ANSWER, TUESDAY + HOUR),),
    ),
    Row("an answer leaves the contact", ANSWERED, ((CONTACT, MoveKind.NUDGE, TUESDAY),)),
    Row(
        "an answer that still owes leaves a timer",
        after(WAITING, replied(promise_at=NOON)),
        ((TIMER, MoveKind.PROMISE, NOON - 30 * MINUTE),),
    ),
    Row(
        "an answer during a consult promises four hours",
        after(WAITING, asked(NOON), replied()),
        (
            (DEPARTMENT, MoveKind.CONSULT, NOON),
            (TIMER, MoveKind.PROMISE, NOON + 30 * MINUTE),
        ),
    ),
    Row(
        "a holding reply leaves a timer before its promise",
        after(WAITING, held(promise_at=NOON)),
        ((TIMER, MoveKind.PROMISE, NOON - 30 * MINUTE),),
    ),
    Row(
        "no reply needed leaves the contact",
        after(WAITING, waived(MONDAY_NINE)),
        ((CONTACT, MoveKind.NUDGE, TUESDAY),),
    ),
    Row(
        "no reply needed under a promise leaves its timer",
        after(WAITING, promised(NOON), waived(MONDAY_NINE)),
        ((TIMER, MoveKind.PROMISE, NOON - 30 * MINUTE),),
    ),
    Row(
        "a consult drops the agent's move and promises",
        after(WAITING, asked(NOON)),
        (
            (DEPARTMENT, MoveKind.CONSULT, NOON),
            (TIMER, MoveKind.PROMISE, NOON + 30 * MINUTE),
        ),
    ),
    Row(
        "an answered consult is finished before the promise",
        after(WAITING, asked(NOON), consult_closed(NOON)),
        ((AGENT, MoveKind.FINISH, NOON + 30 * MINUTE),),
    ),
    Row(
        "a parked case sleeps",
        after(ANSWERED, parked(NOON)),
        ((TIMER, MoveKind.PARKED, NOON),),
    ),
    Row(
        "a parked case sleeps no longer than its promise allows",
        after(ANSWERED, promised(NOON), parked(TUESDAY)),
        ((TIMER, MoveKind.PARKED, NOON - 30 * MINUTE),),
    ),
    Row(
        "a fired timer is the agent's",
        after(ANSWERED, parked(NOON), swept(NOON)),
        ((AGENT, MoveKind.WOKEN, NOON + HOUR),),
    ),
    Row(
        "what a leaving agent held is the team's",
        after(WAITING, left(MONDAY_NINE)),
        ((TEAM, MoveKind.ANSWER, MONDAY_NINE + 30 * MINUTE),),
    ),
    Row(
        "what a returning agent owned is theirs again",
        after(WAITING, left(MONDAY_NINE), returned(MONDAY_NINE)),
        ((AGENT, MoveKind.ANSWER, MONDAY_NINE + 30 * MINUTE),),
    ),
    Row(
        "a failed delivery gives the answer back",
        after(WAITING, replied(), failed(MONDAY_NINE + MINUTE, WAITING)),
        ((AGENT, MoveKind.DELIVERY, MONDAY_NINE + 11 * MINUTE),),
    ),
    Row("a resolved case is nobody's", after(ANSWERED, resolved(NOON)), ()),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.says))
def test_the_table_of_events(row: Row) -> None:
    assert tuple((move.holder, move.kind, move.due_at) for move in row.case.moves) == row.moves


def test_every_event_has_its_effect() -> None:
    assert set(EFFECTS) == set(get_args(events.Event))


def test_every_event_says_when_it_happened() -> None:
    for kind in EFFECTS:
        assert fields(kind)[0].name == "at"


def test_a_case_begins_with_nothing_owed() -> None:
    opened = events.CaseOpened(
        at=NOON, team_id=WAITING.facts.team_id, silence=ANSWERED.facts.silence
    )

    assert EFFECTS[events.CaseOpened](WAITING.facts, opened) == opened_facts(opened)
    assert opened_facts(opened).answer is None
