"""One change of a thing, by the fields that it changed, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.ids import AgentId, RevisionId, WorkspaceId
from clew.domain.revisions import (
    CannotBeTakenBack,
    FieldChange,
    Fields,
    Revision,
    RevisionKind,
    changed_fields,
    without,
)
from tests.builders import an_id
from tests.clocks import StoppedClock

FIELDS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3), max_size=6)


def a_revision(changed: Mapping[str, FieldChange], *, is_first: bool = False) -> Revision:
    return Revision(
        id=RevisionId(an_id(1)),
        workspace_id=WorkspaceId(an_id(2)),
        kind=RevisionKind.TEAM,
        thing_id=an_id(3),
        at=StoppedClock().now(),
        agent_id=AgentId(an_id(4)),
        agent_name="Ada",
        changed=changed,
        is_first=is_first,
    )


def test_only_what_differs_is_kept() -> None:
    before: Fields = {"name": "Night", "agents.1": "yes", "zone": "UTC"}
    after: Fields = {"name": "Day", "agents.2": "yes", "zone": "UTC"}

    assert changed_fields(before, after) == {
        "agents.1": FieldChange("yes", None),
        "agents.2": FieldChange(None, "yes"),
        "name": FieldChange("Night", "Day"),
    }


def test_of_a_secret_only_that_it_was_replaced_is_kept() -> None:
    changed = changed_fields({"name": "A"}, {"name": "A"}, ["access_token"])

    assert changed == {"secrets.access_token": FieldChange(None, None)}
    with pytest.raises(CannotBeTakenBack):
        without(a_revision(changed), {"name": "A"})


@given(FIELDS, FIELDS)
def test_taking_a_change_back_at_once_gives_what_was_before(
    before: dict[str, int], after: dict[str, int]
) -> None:
    changed = changed_fields(before, after)
    if changed:
        assert without(a_revision(changed), after) == before


def test_what_others_changed_since_stays() -> None:
    revision = a_revision(changed_fields({"agents.1": "yes"}, {"agents.2": "yes"}))

    present: Fields = {"agents.2": "yes", "agents.3": "yes", "name": "New"}
    assert without(revision, present) == {"agents.1": "yes", "agents.3": "yes", "name": "New"}


def test_what_was_added_stays() -> None:
    revision = a_revision(changed_fields({}, {"name": "A"}), is_first=True)

    assert not revision.can_be_taken_back
    with pytest.raises(CannotBeTakenBack):
        without(revision, {"name": "A"})
