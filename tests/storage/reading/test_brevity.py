"""What a timeline leaves out until somebody asks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from clew.ports.store.views import TimelineItem
from clew.storage.reading.brevity import brief


def item(content: dict[str, Any] | None) -> TimelineItem:
    at = datetime(2026, 11, 2, tzinfo=UTC)
    return TimelineItem(id="1", seq=1, v=1, kind="message", at=at, case_id=None, content=content)


def test_html_is_only_announced() -> None:
    found = brief(item({"type": "mail", "html": "<p>", "reply": "x"}))

    assert found.content == {"type": "mail", "reply": "x", "has_html": True}


def test_everything_else_stays_as_it_is() -> None:
    plain = item({"type": "mail", "reply": "x"})
    none = item(None)

    assert brief(plain) is plain
    assert brief(none) is none
