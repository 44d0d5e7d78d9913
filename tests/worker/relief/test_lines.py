"""What one process writes the other reads, and nothing else is taken for it."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clew.ports.bus import Topic
from clew.worker.relief.lines import MAX_BYTES, hint_line, read_hint, read_taken, taken_line


@given(st.sampled_from(Topic), st.none() | st.uuids())
def test_a_hint_arrives_as_it_was_given(topic: Topic, workspace_id: UUID | None) -> None:
    line = hint_line(topic, workspace_id)

    assert read_hint(line) == (topic, workspace_id)
    assert read_taken(line) is None
    assert len(line) < MAX_BYTES


@given(st.integers(0, 10**9))
def test_a_number_of_events_arrives_as_it_was_given(count: int) -> None:
    line = taken_line(count)

    assert read_taken(line) == count
    assert read_hint(line) is None


@given(st.binary(max_size=60).filter(lambda line: not line.startswith(b"taken ")))
def test_anything_else_is_neither(line: bytes) -> None:
    assert read_taken(line) is None
    assert read_hint(line) is None
