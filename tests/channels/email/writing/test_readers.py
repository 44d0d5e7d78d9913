"""Everybody once, the contact first."""

from __future__ import annotations

from clew.channels.email.writing.readers import MOST_READERS, joined, readers_of, still_waiting
from clew.ports.channel import (
    Address,
    Correspondent,
    Progress,
    ReaderResult,
    ReaderRole,
    ReaderState,
)
from tests.channels.email.letters import ANNA, BELA, a_heading

TO = (Address("email", ANNA),)


def test_somebody_named_twice_gets_one_mail() -> None:
    heading = a_heading(to=(Correspondent(BELA),), cc=(Correspondent(BELA.upper()),))

    assert [(one.address, one.role) for one in readers_of(TO, heading)] == [
        (ANNA, ReaderRole.CONTACT),
        (BELA, ReaderRole.TO),
    ]


def test_only_so_many_get_one_mail() -> None:
    crowd = tuple(Correspondent(f"p{number}@example.com") for number in range(500))

    assert len(readers_of(TO, a_heading(cc=crowd))) == MOST_READERS


def test_whoever_is_settled_waits_no_more() -> None:
    readers = readers_of(TO, a_heading(cc=(Correspondent(BELA),)))
    settled = ReaderResult(ANNA, ReaderRole.CONTACT, ReaderState.REFUSED)
    later = ReaderResult(BELA, ReaderRole.CC, ReaderState.DEFERRED)

    assert still_waiting(readers, Progress(readers=(settled, later))) == (readers[1],)


def test_news_replace_what_was_known() -> None:
    before = ReaderResult(ANNA, ReaderRole.CONTACT, ReaderState.DEFERRED)
    after = ReaderResult(ANNA, ReaderRole.CONTACT, ReaderState.ACCEPTED)

    assert joined((before,), (after,)) == (after,)
