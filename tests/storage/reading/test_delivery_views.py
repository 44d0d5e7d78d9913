"""Readers are shown where there is more than one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from clew.ports.channel import Progress, ReaderResult, ReaderRole, ReaderState
from clew.storage.reading.delivery_views import delivery_view
from tests.builders import MONDAY_NINE

ANNA = ReaderResult("a@b.example", ReaderRole.CONTACT, ReaderState.ACCEPTED)
BELA = ReaderResult("c@d.example", ReaderRole.CC, ReaderState.REFUSED, "policy", "no")


def a_row(progress: Progress | None) -> Any:
    return SimpleNamespace(
        delivery_state="sent",
        delivery_reason="",
        delivery_code="",
        held_until=MONDAY_NINE,
        gives_up_at=None,
        progress=progress,
    )


def test_every_reader_is_told_apart() -> None:
    view = delivery_view(a_row(Progress(readers=(ANNA, BELA))))

    assert view.readers is not None
    assert [(one.role, one.state, one.reason) for one in view.readers] == [
        ("contact", "accepted", ""),
        ("cc", "refused", "no"),
    ]


def test_a_single_reader_is_the_contact_and_needs_no_list() -> None:
    assert delivery_view(a_row(Progress(readers=(ANNA,)))).readers is None
    assert delivery_view(a_row(None)).readers is None
