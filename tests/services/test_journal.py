"""Every event can be kept in the log: named, and as JSON of any database."""

import json
from dataclasses import fields, is_dataclass
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain import events
from clew.domain.message import Author, AuthorKind
from clew.services.journal import LEFT_OUT, NAMES, SYSTEM, UNTOLD, details, entries, plain
from tests.builders import ANNA, MONDAY_NINE, a_case, an_id, parked, received, replied

KINDS: tuple[type[events.Event], ...] = events.Event.__args__


@given(st.sampled_from(KINDS).flatmap(st.from_type))
def test_whatever_happens_can_be_told_as_json(event: events.Event) -> None:
    told = details(event)

    assert json.loads(json.dumps(told, allow_nan=False)) == told


@given(st.sampled_from(KINDS).flatmap(st.from_type))
def test_what_is_told_leaves_nothing_out_but_what_is_kept_elsewhere(event: events.Event) -> None:
    told = details(event)

    expected = {
        field.name
        for field in fields(event)
        if field.name not in LEFT_OUT and getattr(event, field.name) is not None
    }
    assert set(told) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_has_a_name_that_a_program_can_hold(
    kind: type[events.Event],
) -> None:
    assert NAMES[kind].replace("_", "").isalpha()
    assert NAMES[kind] == NAMES[kind].lower()


def test_names_are_unique_and_as_one_expects() -> None:
    assert len(set(NAMES.values())) == len(KINDS)
    assert NAMES[events.CaseParked] == "case_parked"
    assert NAMES[events.PromiseCameNear] == "promise_came_near"


def test_what_happened_is_told_in_order_and_of_its_case() -> None:
    case = a_case()
    happened = (*received()(case), *parked(MONDAY_NINE.replace(hour=12))(case))
    author = Author(kind=AuthorKind.AGENT, id=ANNA, name="Anna")

    (told,) = entries(case, happened, author)

    assert (told.kind, told.case_id, told.conversation_id) == (
        "case_parked",
        case.id,
        case.conversation_id,
    )
    assert told.actor == author
    assert told.data is not None
    assert told.data["park"] == {
        "set_at": "2026-07-06T09:00:00Z",
        "wake_at": "2026-07-06T12:00:00Z",
        "reason": "parts on order",
        "set_by": str(ANNA),
    }


def test_what_nobody_did_is_told_as_the_systems_doing() -> None:
    case = a_case()

    (told,) = entries(case, parked(MONDAY_NINE.replace(hour=12))(case))

    assert told.actor == SYSTEM


def test_messages_are_told_by_their_own_entries() -> None:
    case = a_case()

    assert entries(case, [*received()(case), *replied()(case)]) == []
    assert {events.MessageReceived, events.ReplySent} == UNTOLD


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("words", "words"),
        (events.Cause.CONTACT, "contact"),
        (MONDAY_NINE, "2026-07-06T09:00:00Z"),
        (an_id(1), str(an_id(1))),
        ((1, "a"), [1, "a"]),
    ],
)
def test_values_are_told_plainly(value: object, expected: object) -> None:
    assert plain(value) == expected
    assert not is_dataclass(plain(value))
    assert not isinstance(plain(value), UUID)
