"""What is sent over the stream."""

import json
from datetime import UTC, datetime

from clew.realtime.frames import Present, changes_wire, make_frame, ping_wire, presence_wire

NOW = datetime(2026, 7, 6, 9, tzinfo=UTC)


def test_a_frame_is_json_as_agreed() -> None:
    frame = make_frame(3, 5, [b'{"type":"case"}', b'{"type":"item"}'], NOW)

    assert json.loads(frame.wire) == {
        "seq": 5,
        "changes": [{"type": "case"}, {"type": "item"}],
        "now": "2026-07-06T09:00:00Z",
    }
    assert frame.changes == b'{"type":"case"},{"type":"item"}'


def test_what_is_one_agents_own_is_in_nobody_elses_frame() -> None:
    frame = make_frame(3, 5, [b'{"type":"case"}'], NOW, {"ann": [b'{"type":"outdated"}']})

    told = json.loads(frame.wire_for("ann"))
    assert told["changes"] == [{"type": "case"}, {"type": "outdated"}]
    assert frame.wire_for("ben") == frame.wire
    assert json.loads(frame.wire) == {**told, "changes": [{"type": "case"}]}


def test_a_frame_without_changes_still_says_the_number() -> None:
    assert json.loads(changes_wire(7, b"", NOW))["changes"] == []


def test_signs_of_life_and_presence_carry_no_number() -> None:
    assert json.loads(ping_wire(NOW)) == {"ping": "2026-07-06T09:00:00Z"}
    assert json.loads(presence_wire([Present("a", "c", "typing")])) == {
        "presence": [{"agent_id": "a", "case_id": "c", "state": "typing"}]
    }
